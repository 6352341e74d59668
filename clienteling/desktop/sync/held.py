"""What this tablet holds of central: how far each scope was read, which versions, and central's last word on them."""

from collections.abc import Iterable, Sequence

import msgspec
import sqlalchemy as sa

from clienteling.contract.checksum import MODULUS, checksum
from clienteling.contract.v1.sync import Change
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx, metadata, touched

cursor = sa.Table(
    "cursor",
    metadata,
    sa.Column("scope", sa.Text, primary_key=True),
    sa.Column("cursor", sa.Text, nullable=False),
    sa.Column("read_at", sa.Text, nullable=False),
    sa.Column("mismatches", sa.Integer, nullable=False, default=0),
)

holding = sa.Table(
    "holding",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("scope", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Index("holding_scope", "scope", "kind"),
    sqlite_with_rowid=False,
)

base = sa.Table(
    "base",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

seal_key = sa.Table(
    "seal_key",
    metadata,
    sa.Column("key", sa.LargeBinary, nullable=False),
    sa.Column("pinned_at", sa.Text, nullable=False),
)

STALE = -1

# asked in every round: built once
_IN_SCOPE = holding.c.scope == sa.bindparam("of")
_IS_KIND = holding.c.kind == sa.bindparam("sort")
_CURSOR = sa.select(cursor.c.cursor).where(cursor.c.scope == sa.bindparam("of"))
_SCOPES = sa.select(cursor.c.scope)
_READ_SINCE = sa.select(cursor.c.scope, cursor.c.cursor).where(cursor.c.read_at > sa.bindparam("moment"))
_CLEAR = cursor.update().where(cursor.c.scope == sa.bindparam("of"), cursor.c.mismatches > 0).values(mismatches=0)
_KINDS = sa.select(holding.c.kind).distinct().where(_IN_SCOPE)
_HOLDS = sa.select(holding.c.id, holding.c.ver).where(_IN_SCOPE, _IS_KIND)
_VERSIONS = (
    sa.select(holding.c.id, sa.func.max(holding.c.ver))
    .where(_IS_KIND, holding.c.id.in_(sa.bindparam("ids", expanding=True)))
    .group_by(holding.c.id)
)
_BASE = sa.select(base.c.ver, base.c.data).where(base.c.kind == sa.bindparam("sort"), base.c.id == sa.bindparam("one"))


def cursor_of(tx: Tx, scope: str) -> str | None:
    """Where to go on reading a scope; None before its first load."""
    return tx.execute(_CURSOR, {"of": scope}).scalar()


def keep_cursor(tx: Tx, scope: str, value: str) -> None:
    """Note how far a scope was read, in the transaction that applied it."""
    tx.exec_driver_sql(
        "INSERT INTO cursor(scope, cursor, read_at, mismatches) VALUES (?, ?, ?, 0) "
        "ON CONFLICT(scope) DO UPDATE SET cursor = excluded.cursor, read_at = excluded.read_at",
        (scope, value, now()),
    )


def scopes(tx: Tx) -> list[str]:
    """The scopes that were ever read here."""
    return list(tx.execute(_SCOPES).scalars())


def forget_scope(tx: Tx, scope: str) -> None:
    """Forget how far a scope was read."""
    tx.execute(cursor.delete().where(cursor.c.scope == scope))


def read_since(tx: Tx, moment: str) -> dict[str, str]:
    """The cursor of each scope that was read to its end, and agreed, after an ISO 8601 moment."""
    return {scope: place for scope, place in tx.execute(_READ_SINCE, {"moment": moment})}


def kinds(tx: Tx, scope: str) -> set[str]:
    """The kinds of what a scope holds."""
    return set(tx.execute(_KINDS, {"of": scope}).scalars())


def note_mismatch(tx: Tx, scope: str) -> int:
    """Count a checksum that differs, and let the next round look again; returns how many in a row."""
    differing = {"mismatches": cursor.c.mismatches + 1, "read_at": ""}
    tx.execute(cursor.update().where(cursor.c.scope == scope).values(differing))
    return tx.execute(sa.select(cursor.c.mismatches).where(cursor.c.scope == scope)).scalar() or 0


def clear_mismatch(tx: Tx, scope: str) -> None:
    """The checksums agree again."""
    tx.execute(_CLEAR, {"of": scope})


def held_versions(tx: Tx, kind: str, ids: Iterable[str]) -> dict[str, int]:
    """The newest version held of each id, over all scopes."""
    return {id: ver for id, ver in tx.execute(_VERSIONS, {"sort": kind, "ids": list(ids)})}


def hold(tx: Tx, scope: str, kind: str, changes: Sequence[Change]) -> None:
    """Note that a scope holds these versions."""
    tx.exec_driver_sql(
        "INSERT INTO holding(kind, id, scope, ver) VALUES (?, ?, ?, ?) "
        "ON CONFLICT(kind, id, scope) DO UPDATE SET ver = excluded.ver",
        [(kind, change.id, scope, change.ver) for change in changes],
    )


def release(tx: Tx, scope: str, kind: str, ids: Sequence[str]) -> list[str]:
    """A scope no longer holds these; returns those that no scope holds any more."""
    mine = (holding.c.kind == kind, holding.c.id.in_(list(ids)))
    tx.execute(holding.delete().where(*mine, holding.c.scope == scope))
    kept = set(tx.execute(sa.select(holding.c.id).where(*mine)).scalars())
    return [id for id in ids if id not in kept]


def mark_stale(tx: Tx, scope: str) -> None:
    """Before a new first load: whatever it does not bring again is to go."""
    tx.execute(holding.update().where(holding.c.scope == scope).values(ver=STALE))


def stale(tx: Tx, scope: str, limit: int) -> list[tuple[str, str]]:
    """Kind and id of what the first load did not bring again."""
    query = sa.select(holding.c.kind, holding.c.id).where(holding.c.scope == scope, holding.c.ver == STALE).limit(limit)
    return [(kind, id) for kind, id in tx.execute(query)]


def held(tx: Tx, scope: str, limit: int) -> list[tuple[str, str]]:
    """Kind and id of some of what a scope holds."""
    query = sa.select(holding.c.kind, holding.c.id).where(holding.c.scope == scope).limit(limit)
    return [(kind, id) for kind, id in tx.execute(query)]


def tally(tx: Tx, scope: str, kind: str) -> tuple[int, int]:
    """Count and checksum of what a scope holds of a kind."""
    sums = [checksum(kind, id, ver) for id, ver in tx.execute(_HOLDS, {"of": scope, "sort": kind})]
    return len(sums), sum(sums) % MODULUS


def keep_base(tx: Tx, changes: Sequence[Change]) -> None:
    """Keep central's last word on entities that facts of this tablet may be about."""
    tx.exec_driver_sql(
        "INSERT INTO base(kind, id, ver, data) VALUES (?, ?, ?, ?) "
        "ON CONFLICT(kind, id) DO UPDATE SET ver = excluded.ver, data = excluded.data",
        [(change.kind, change.id, change.ver, bytes(change.data or b"")) for change in changes],
    )
    touched(tx, "base")


def base_of(tx: Tx, kind: str, id: str) -> Change | None:
    """Central's last word on an entity; None while it has none."""
    row = tx.execute(_BASE, {"sort": kind, "one": id}).first()
    return Change(kind, id, row.ver, data=msgspec.Raw(row.data)) if row else None


def seen(tx: Tx, kind: str, id: str) -> int:
    """The version of central's last word on an entity; 0 while it has none."""
    word = base_of(tx, kind, id)
    return word.ver if word else 0


def naming(tx: Tx, kind: str, text: str) -> list[Change]:
    """Central's last word on those entities of a kind whose record has a text in it; reads all of them."""
    found = sa.func.instr(base.c.data, text.encode()) > 0
    rows = tx.execute(sa.select(base.c.id, base.c.ver, base.c.data).where(base.c.kind == kind, found))
    return [Change(kind, row.id, row.ver, data=msgspec.Raw(row.data)) for row in rows]


def forget_base(tx: Tx, kind: str, ids: Sequence[str]) -> None:
    """Central's word on these is gone."""
    tx.execute(base.delete().where(base.c.kind == kind, base.c.id.in_(list(ids))))


def last_contact(tx: Tx) -> str:
    """When any scope was last read to its end."""
    return tx.execute(sa.select(sa.func.max(cursor.c.read_at))).scalar() or ""


def held_count(tx: Tx, kind: str) -> int:
    """How many entities of a kind this tablet holds."""
    return tx.execute(sa.select(sa.func.count(holding.c.id.distinct())).where(holding.c.kind == kind)).scalar() or 0


def pinned_key(tx: Tx) -> bytes | None:
    """Central's public key, as it was first told."""
    return tx.execute(sa.select(seal_key.c.key)).scalar()


def pin_key(tx: Tx, key: bytes) -> bytes:
    """Keep central's public key unless one is kept; returns the one that counts."""
    pinned = pinned_key(tx)
    if pinned is None:
        tx.execute(seal_key.insert().values(key=key, pinned_at=now()))
    return pinned or key
