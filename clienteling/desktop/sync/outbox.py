"""What this tablet still has to tell: facts go in with the change they tell, and only a person takes one out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from clienteling.contract.v1.sync import Answer, Operation
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx, metadata, touched

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("op", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("entity_kind", sa.Text, nullable=False),
    sa.Column("entity", sa.Text, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("ver", sa.Integer),
    sa.Column("answer", sa.LargeBinary),
    sa.Column("made_at", sa.Text, nullable=False),
    sa.Column("answered_at", sa.Text),
    sa.Index("outbox_entity", "entity_kind", "entity"),
    sa.Index("outbox_state", "state"),
    sqlite_autoincrement=True,
)

WAITING = ("pending", "sent")
BLOCKED = ("conflict", "rejected")
_UNASKED = {"state": "pending", "ver": None, "answer": None, "answered_at": None}
# said to have changed, beside the table, when there is something new to send: a verdict kept is no reason to push
UNTOLD = "untold"
# said beside it when that stands in the place of an older fact
RETOLD = "retold"

# asked in every round: built once
_OF_ENTITY = (
    sa.select(outbox)
    .where(outbox.c.entity_kind == sa.bindparam("kind"), outbox.c.entity == sa.bindparam("id"))
    .order_by(outbox.c.n)
)
_BEFORE = outbox.alias("before")
_BLOCKED_BEFORE = sa.exists().where(
    _BEFORE.c.entity_kind == outbox.c.entity_kind,
    _BEFORE.c.entity == outbox.c.entity,
    _BEFORE.c.n < outbox.c.n,
    _BEFORE.c.state.in_(BLOCKED),
)
_SENDABLE = (
    sa.select(outbox)
    .where(outbox.c.state.in_(WAITING), ~_BLOCKED_BEFORE)
    .order_by(outbox.c.n)
    .limit(sa.bindparam("limit"))
)
_MARK_SENT = outbox.update().where(outbox.c.n.in_(sa.bindparam("ns", expanding=True))).values(state="sent")
_DELIVER = (
    outbox.update()
    .where(outbox.c.n.in_(sa.bindparam("ns", expanding=True)), outbox.c.state == "acked")
    .values(state="delivered", answered_at=sa.bindparam("then"))
    .returning(outbox.c.entity_kind, outbox.c.entity)
)
_SETTLE = outbox.update().where(outbox.c.n == sa.bindparam("of"))
_ACKED = sa.select(outbox).where(outbox.c.state == "acked")
_DELIVERED = sa.and_(outbox.c.state == "delivered", outbox.c.answered_at < sa.bindparam("before"))
_DELIVERED_BEFORE = sa.select(outbox.c.op).where(_DELIVERED)
_FORGET_DELIVERED = outbox.delete().where(_DELIVERED)
_WITH_FACTS = (
    sa.select(outbox.c.entity)
    .distinct()
    .where(
        outbox.c.entity_kind == sa.bindparam("kind"),
        outbox.c.entity.in_(sa.bindparam("ids", expanding=True)),
        outbox.c.state.in_((*WAITING, "acked")),
    )
)


@dataclass(frozen=True)
class Item:
    """One row of the outbox; `state` is pending, sent, acked, delivered, conflict or rejected."""

    n: int
    operation: Operation
    state: str
    ver: int | None
    answer: Answer | None
    made_at: str
    answered_at: str | None


def _item(row: sa.Row[tuple[object, ...]]) -> Item:
    fields = row._mapping
    answer = fields["answer"]
    return Item(
        n=fields["n"],
        operation=msgspec.msgpack.decode(fields["body"], type=Operation),
        state=fields["state"],
        ver=fields["ver"],
        answer=msgspec.msgpack.decode(answer, type=Answer) if answer else None,
        made_at=fields["made_at"],
        answered_at=fields["answered_at"],
    )


def put(tx: Tx, operation: Operation) -> None:
    """Keep a fact in the transaction of the change it tells; raises IntegrityError when its id was used before."""
    tx.execute(outbox.insert(), _values(operation))
    touched(tx, UNTOLD)


def retell(tx: Tx, op: str, anew: Operation) -> bool:
    """Put a new fact in the place of a refused one, so that what waits behind it stays behind; False if not refused."""
    blocked = (outbox.c.op == op, outbox.c.state.in_(BLOCKED))
    if not tx.execute(outbox.update().where(*blocked).values(_values(anew) | _UNASKED)).rowcount:
        return False
    touched(tx, UNTOLD, RETOLD)
    return True


def _values(operation: Operation) -> dict[str, object]:
    return {
        "op": operation.op,
        "kind": operation.kind,
        "entity_kind": operation.kind.split(".")[0],
        "entity": operation.id,
        "body": msgspec.msgpack.encode(operation),
        "state": "pending",
        "made_at": now(),
    }


def of_entity(tx: Tx, kind: str, id: str) -> list[Item]:
    """Every fact about one entity, oldest first."""
    return [_item(row) for row in tx.execute(_OF_ENTITY, {"kind": kind, "id": id})]


def sendable(tx: Tx, limit: int) -> list[Item]:
    """The oldest facts that wait for nobody: a fact whose entity has an earlier blocked one stays behind it."""
    return [_item(row) for row in tx.execute(_SENDABLE, {"limit": limit})]


def waiting_after(tx: Tx, n: int) -> list[Item]:
    """The facts that central has not answered, from a place in the queue on, oldest first."""
    query = sa.select(outbox).where(outbox.c.state.in_(WAITING), outbox.c.n > n).order_by(outbox.c.n)
    return [_item(row) for row in tx.execute(query)]


def mark_sent(tx: Tx, ns: Sequence[int]) -> None:
    """From here on the outcome may be unknown, so the same ids are sent until an answer comes."""
    tx.execute(_MARK_SENT, {"ns": list(ns)})


def settle(tx: Tx, n: int, state: str, answer: Answer) -> None:
    """Keep central's verdict on one fact."""
    values = {"state": state, "ver": answer.ver, "answer": msgspec.msgpack.encode(answer), "answered_at": now()}
    tx.execute(_SETTLE, {"of": n, **values})


def acked(tx: Tx) -> list[Item]:
    """Facts that central applied and whose effect the next complete pull brings."""
    return [_item(row) for row in tx.execute(_ACKED)]


def deliver(tx: Tx, ns: Sequence[int], at: str) -> list[tuple[str, str]]:
    """The pull after the answer is complete: central's record says it now, unless it is to be told again.

    `at` is the moment by central's clock, in ISO 8601 UTC: from then on its days in the journal count. Returns kind and
    id of what they were about, each once.
    """
    if not ns:
        return []
    return sorted({(kind, id) for kind, id in tx.execute(_DELIVER, {"ns": list(ns), "then": at})})


def tell_again(tx: Tx) -> list[tuple[str, str]]:
    """Have all that central applied in the last days wait once more, under the same ids.

    Central, if it was put back to before, knows nothing of it; else it gives its first answer again. The version that
    it gave stays, so that what its record says already is not shown on top of it. Returns kind and id of what these
    facts are about, each once.
    """
    return _wait_again(tx, outbox.update().where(outbox.c.state.in_(("acked", "delivered"))).values(state="pending"))


def ask_again(tx: Tx) -> list[tuple[str, str]]:
    """Have all that central refused wait once more, under the same ids, as if it had not been told.

    Central, if it was put back to before, knows nothing of its verdict, or gave it for want of what it had lost. What
    central never answered stays with the person who is to look at it. Returns kind and id of what these facts are
    about, each once.
    """
    refused = outbox.update().where(outbox.c.state.in_(BLOCKED), outbox.c.answered_at.is_not(None))
    return _wait_again(tx, refused.values(_UNASKED))


def _wait_again(tx: Tx, anew: sa.Update) -> list[tuple[str, str]]:
    about = {(kind, id) for kind, id in tx.execute(anew.returning(outbox.c.entity_kind, outbox.c.entity))}
    if about:
        touched(tx, UNTOLD)
    return sorted(about)


def delivered_before(tx: Tx, before: str) -> list[str]:
    """The ids of the facts that were delivered before a time."""
    return list(tx.execute(_DELIVERED_BEFORE, {"before": before}).scalars())


def forget_delivered(tx: Tx, before: str) -> None:
    """Drop what was delivered before a time; the days until then serve a restored central."""
    tx.execute(_FORGET_DELIVERED, {"before": before})


def forget_told(tx: Tx, kinds: Sequence[str], ids: Sequence[str]) -> None:
    """Drop what central applied of these kinds of facts about these entities: it may stand on no tablet any more."""
    told = outbox.c.state.in_(("acked", "delivered"))
    tx.execute(outbox.delete().where(outbox.c.kind.in_(kinds), outbox.c.entity.in_(ids), told))


def blocked(tx: Tx, op: str) -> Item | None:
    """A fact that central did not take and that waits for a person."""
    row = tx.execute(sa.select(outbox).where(outbox.c.op == op, outbox.c.state.in_(BLOCKED))).first()
    return _item(row) if row else None


def drop_blocked(tx: Tx, op: str) -> Item | None:
    """Take a refused fact out of the outbox at a person's wish; facts that still wait cannot be dropped."""
    item = blocked(tx, op)
    if item:
        tx.execute(outbox.delete().where(outbox.c.op == op))
        touched(tx, UNTOLD)
    return item


def items(tx: Tx, limit: int = 200) -> list[Item]:
    """What the sync centre lists: refused first, then waiting, then what arrived lately."""
    rank = sa.case((outbox.c.state.in_(BLOCKED), 0), (outbox.c.state.in_(WAITING), 1), else_=2)
    return [_item(row) for row in tx.execute(sa.select(outbox).order_by(rank, outbox.c.n.desc()).limit(limit))]


def counts(tx: Tx) -> tuple[int, int]:
    """How many facts wait and how many need a person."""
    waiting = sa.func.count().filter(outbox.c.state.in_(WAITING))
    blocked = sa.func.count().filter(outbox.c.state.in_(BLOCKED))
    row = tx.execute(sa.select(waiting, blocked).select_from(outbox)).one()
    return row[0], row[1]


def outstanding(tx: Tx, kind: str, id: str) -> list[Operation]:
    """The facts about an entity that central has not answered yet, oldest first."""
    return [item.operation for item in of_entity(tx, kind, id) if item.state in WAITING]


def unsettled(tx: Tx, kind: str, id: str) -> bool:
    """Whether any fact about an entity is waiting, or was refused and waits for a person."""
    return any(item.state in (*WAITING, *BLOCKED) for item in of_entity(tx, kind, id))


def entities_with_facts(tx: Tx, kind: str, ids: Iterable[str]) -> list[str]:
    """Those of the ids that facts in the outbox are about, in any state that shows on the screen."""
    return list(tx.execute(_WITH_FACTS, {"kind": kind, "ids": list(ids)}).scalars())
