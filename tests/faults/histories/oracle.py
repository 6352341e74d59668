"""What must hold when a history is over: every promise kept exactly once at central, and both halves alike."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from clienteling.contract.checksum import MODULUS, checksum
from clienteling.contract.v1.sync import Operation
from tests.faults.histories import screen
from tests.faults.histories.device import Device
from tests.faults.histories.disk import rows
from tests.faults.histories.ledger import Ledger
from tests.faults.histories.shop import STOCK

Fact = tuple[str, Operation]
BLOCKED = ("conflict", "rejected")
FORGETTABLE = ("acked", "delivered")


class Books:
    """What central holds at the end, read past its own code."""

    def __init__(self, central: sqlite3.Connection, ledger: Ledger) -> None:
        central.row_factory = sqlite3.Row
        self._central, self.ledger = central, ledger
        self.answers = {
            (row["device"], row["op"]): json.loads(row["answer"]) if row["answer"] else {}
            for row in self.rows("SELECT device, op, answer FROM applied_op")
        }
        self.applied = {
            op: fact for op, fact in ledger.made.items() if self.answers.get((fact[0], op), {}).get("status") == 200
        }

    def rows(self, query: str, *values: Any) -> list[sqlite3.Row]:
        """The rows of a query."""
        return self._central.execute(query, values).fetchall()

    def of_kind(self, kind: str) -> list[Operation]:
        """The facts of a kind that central applied, by the version they made."""
        facts = [fact for _, fact in self.applied.values() if fact.kind == kind]
        return sorted(facts, key=self.version)

    def version(self, fact: Operation) -> int:
        """The version that a fact made."""
        return int(self.answers[self.ledger.made[fact.op][0], fact.op].get("ver") or 0)


def flaws(books: Books, devices: Iterable[Device]) -> list[str]:
    """Every way in which the end is not as it must be."""
    found = [*books.ledger.flaws, *_strangers(books), *_receipts(books), *_orders(books), *_stock(books)]
    found += [*_carts(books), *_notes(books), *_people(books)]
    for device in devices:
        with device.tablet.engine.connect() as tx:
            found += [*_queue(books, device, tx), *screen.flaws(tx, device.name), *_agreement(books, device, tx)]
            tx.rollback()
    return found


def _strangers(books: Books) -> Iterator[str]:
    """Nothing at central that nobody meant."""
    made = {(device, op) for op, (device, _) in books.ledger.made.items()}
    for device, op in books.answers.keys() - made:
        yield f"central has {op} of {device}, which no tablet committed"


def _queue(books: Books, device: Device, tx: Any) -> Iterator[str]:
    """Each fact of this tablet is at central, or a person can see that it is not."""
    query = "SELECT op, state, entity, n FROM outbox ORDER BY n"
    left = {row["op"]: row for row in rows(tx, query)}
    blocked = {row["entity"]: row["n"] for row in reversed(left.values()) if row["state"] in BLOCKED}
    for op, (owner, fact) in books.ledger.made.items():
        if owner != device.id:
            continue
        row, status = left.get(op), books.answers.get((owner, op), {}).get("status")
        state = row["state"] if row else "gone"
        waits = state in ("pending", "sent") and blocked.get(row["entity"], row["n"]) < row["n"]
        fine = (
            status != 200 if state in BLOCKED
            else waits or status in (None, 409, 404, 410, 422) if op in books.ledger.dropped
            else waits if state not in (*FORGETTABLE, "gone")
            else status == 200
        )  # fmt: skip
        if not fine:
            yield f"{device.name}: {fact.kind} {op} is {state} here and {status} at central"
    for op in left.keys() - books.ledger.made.keys():
        yield f"{device.name} has {op} in its outbox, which no person made"


def _receipts(books: Books) -> Iterator[str]:
    """Numbers without gaps and without twins, shown totals that are the sum of the lines, one order a sale."""
    counts: dict[str, list[int]] = defaultdict(list)
    placed = {fact.id: (device, fact) for device, fact in books.ledger.made.values() if fact.kind == "order.placed"}
    for device, fact in placed.values():
        counts[device].append(int(fact.args["number"].rpartition("-")[2]))
    for device, some in counts.items():
        if sorted(some) != list(range(1, len(some) + 1)):
            yield f"the receipt numbers of {device} are {sorted(some)}"
    for sale, count in Counter(books.ledger.sales[order] for order in placed).items():
        if count > 1:
            yield f"the sale {sale} became {count} orders"
    for receipt in books.ledger.receipts:
        if receipt.order not in placed:
            yield f"the receipt {receipt.number} was shown for an order that was not kept"
            continue
        args = placed[receipt.order][1].args
        total = sum(line["price"] * line["quantity"] for line in args["lines"])
        if (receipt.number, receipt.total, args["total"]) != (args["number"], total, total):
            yield f"the receipt {receipt.number} says {receipt.total}, the lines come to {total}"


def _orders(books: Books) -> Iterator[str]:
    """Each order once, with the lines, the amount and the last step that were told."""
    lines: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row in books.rows('SELECT * FROM order_line ORDER BY "order", position'):
        lines[row["order"]].append((row["id"], row["variant"], row["quantity"], row["price"]))
    there = {row["id"]: row for row in books.rows("SELECT * FROM orders")}
    placed = {fact.id: fact for fact in books.of_kind("order.placed")}
    for id in there.keys() ^ placed.keys():
        yield f"order {id} is {'there, though nobody told it' if id in there else 'not there, though it was told'}"
    for id in there.keys() & placed.keys():
        told = placed[id].args
        wanted = [(line["id"], line["variant"], line["quantity"], line["price"]) for line in told["lines"]]
        if (there[id]["number"], there[id]["total"], lines[id]) != (told["number"], told["total"], wanted):
            yield f"order {id} is not what was told: {lines[id]}, {there[id]['total']} instead of {wanted}"
    for fact in {fact.id: fact for fact in books.of_kind("order.moved")}.values():
        if fact.id in there and there[fact.id]["state"] != fact.args["to"]:
            yield f"order {fact.id} is {there[fact.id]['state']}, told was {fact.args['to']}"


def _stock(books: Books) -> Iterator[str]:
    """Stock moved once for every line that has a source, and came back once for what was cancelled."""
    moved: Counter[tuple[str, str]] = Counter()
    by_order: Counter[tuple[str, str, str]] = Counter()
    for row in books.rows("SELECT * FROM stock_move"):
        moved[row["location"], row["variant"]] += row["quantity"]
        by_order[row["why"], row["location"], row["variant"]] += row["quantity"]
    wanted: Counter[tuple[str, str, str]] = Counter()
    query = 'SELECT l.*, o.state FROM order_line l JOIN orders o ON o.id = l."order" WHERE source IS NOT NULL'
    for row in books.rows(query):
        wanted[row["order"], row["source"], row["variant"]] -= row["quantity"] * (row["state"] != "cancelled")
    for key in by_order.keys() | wanted.keys():
        if by_order[key] != wanted[key]:
            yield f"stock moved by {by_order[key]} instead of {wanted[key]} for {key}"
    there = {(row["location"], row["variant"]): row["quantity"] for row in books.rows("SELECT * FROM stock")}
    for key, count in there.items():
        begun = STOCK.get(key[0], {}).get(key[1], 0)
        if count != begun + moved[key] or count < 0:
            yield f"{count} of {key} lie there, {begun} did and {moved[key]} moved"


def _carts(books: Books) -> Iterator[str]:
    """The quantity of each line is the sum of what was told of it."""
    wanted: Counter[tuple[str, str]] = Counter()
    for fact in books.of_kind("cart.line_added"):
        wanted[fact.id, fact.args["line"]] += fact.args["quantity"]
    for fact in books.of_kind("cart.line_removed"):
        wanted[fact.id, fact.args["line"]] -= fact.args["quantity"]
    there = {(row["cart"], row["id"]): row["quantity"] for row in books.rows("SELECT * FROM cart_line")}
    for key in wanted.keys() | there.keys():
        if wanted[key] != there.get(key, 0):
            yield f"{there.get(key, 0)} lie in the cart {key}, {wanted[key]} were told"


def _notes(books: Books) -> Iterator[str]:
    """Each note once, with every wording; what was deleted stays so."""
    there = {row["id"]: row for row in books.rows("SELECT * FROM note")}
    written = {fact.id for fact in books.of_kind("note.written")}
    for id in there.keys() ^ written:
        yield f"note {id} is {'there, though nobody wrote it' if id in there else 'lost'}"
    for fact in books.of_kind("note.deleted"):
        if not there[fact.id]["deleted"]:
            yield f"note {fact.id} was deleted and is there again"
    wordings = Counter(row["note"] for row in books.rows("SELECT note FROM note_version"))
    edited = Counter(fact.id for fact in books.of_kind("note.edited"))
    for id, row in there.items():
        if row["review"] != "redacted" and wordings[id] != 1 + edited[id]:
            yield f"note {id} has {wordings[id]} wordings, {1 + edited[id]} were told"


def _people(books: Books) -> Iterator[str]:
    """Each person and each address once; the last word about a field is one that was told."""
    there = {row["id"]: row for row in books.rows("SELECT * FROM customer")}
    for fact in books.of_kind("customer.created"):
        if fact.id not in there:
            yield f"person {fact.id} is lost"
    entries = {id: Counter(entry["id"] for entry in json.loads(row["addresses"])) for id, row in there.items()}
    for fact in books.of_kind("customer.address_added"):
        if entries[fact.id][fact.args["address"]["id"]] != 1:
            yield f"address {fact.args['address']['id']} is there {entries[fact.id][fact.args['address']['id']]} times"
    last = {
        (fact.id, name): value for fact in books.of_kind("customer.patched") for name, value in fact.args["set"].items()
    }
    for (id, name), value in last.items():
        kept = json.loads(there[id][name]) if name in ("sizes", "says", "consents") else there[id][name]
        if name != "consents" and kept != value:
            yield f"the {name} of {id} is {kept!r}, told last was {value!r}"


def _agreement(books: Books, device: Device, tx: Any) -> Iterator[str]:
    """This tablet holds of each scope what central says lives in it, at the same version, and the sums agree."""
    for (scope,) in rows(tx, "SELECT scope FROM cursor"):
        query = "SELECT kind, id, ver FROM feed WHERE scope = ? AND NOT deleted"
        live = {tuple(row) for row in books.rows(query, scope)}
        held = {tuple(row) for row in rows(tx, "SELECT kind, id, ver FROM holding WHERE scope = ?", scope)}
        for kind, id, ver in sorted(live ^ held):
            yield f"{device.name} {'lacks' if (kind, id, ver) in live else 'holds'} {kind} {id} at {ver} in {scope}"
        yield from _sums(books, scope, live)
    for kind, id, ver, data in rows(tx, "SELECT kind, id, ver, data FROM base"):
        if (word := _word(books, kind, id)) not in (None, ver):
            yield f"{device.name} has {kind} {id} at {ver}, central at {word}"
        if kind == "order":
            record = msgspec.msgpack.decode(data)
            state = books.rows("SELECT state FROM orders WHERE id = ?", id)[0]["state"]
            if record["state"] != state:
                yield f"{device.name} believes that order {id} is {record['state']}, it is {state}"


def _sums(books: Books, scope: str, live: set[tuple[str, str, int]]) -> Iterator[str]:
    counted: dict[str, list[int]] = defaultdict(list)
    for kind, id, ver in live:
        counted[kind].append(checksum(kind, id, ver))
    wanted = {kind: [len(sums), str(sum(sums) % MODULUS)] for kind, sums in counted.items()}
    row = books.rows("SELECT tallies FROM scope_head WHERE scope = ?", scope)
    kept = {kind: tally for kind, tally in json.loads(row[0]["tallies"]).items() if tally[0]} if row else {}
    if kept != wanted:
        yield f"the tallies of {scope} are {kept}, its feed comes to {wanted}"


_TABLES = {"customer": "customer", "cart": "cart", "order": "orders", "note": "note"}


def _word(books: Books, kind: str, id: str) -> int | None:
    if kind not in _TABLES:
        return None
    rows = books.rows(f"SELECT ver FROM {_TABLES[kind]} WHERE id = ?", id)
    return int(rows[0]["ver"]) if rows else -1
