"""Judges a tablet's store after a fault, opened by the app's own code: nothing lost, nothing half, no gap, no rot."""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import sqlalchemy as sa

from clienteling.contract.v1.sync import Operation
from clienteling.desktop.migrations.upgrade import upgrade
from clienteling.desktop.orders import domain
from clienteling.desktop.runtime.db import Tx, open_engine
from tests.faults.tills.till import CODE, KEY

Said = Sequence[Sequence[str]]


@dataclass
class Verdict:
    """What was found: ids that were told and are gone, changes that are there by half, and how many were never told."""

    lost: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)
    rot: list[str] = field(default_factory=list)
    told: int = 0
    untold: int = 0
    there: set[str] = field(default_factory=set)

    def faults(self) -> Counter[str]:
        """What must never be, as figures and, on standard error, in words."""
        words = {"!lost": self.lost, "!half": self.half, "!rot": self.rot}
        for name, found in words.items():
            if found:
                print(name, *found, sep="\n  ", file=sys.stderr)
        return Counter({name: len(found) for name, found in words.items() if found})


def judge(file: Path, said: Said) -> Verdict:
    """Open the store as the app does at its start, and compare it with what was told."""
    engine = open_engine(file, KEY)
    try:
        upgrade(engine)
        # a page that was torn while it was copied back still stands whole in the log: SQLCipher's check looks past that
        engine.raw_connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with engine.begin() as tx:
            return examined(tx, said)
    except (sa.exc.DatabaseError, RuntimeError) as fault:
        return Verdict(rot=[f"it does not open: {fault}"])
    finally:
        engine.dispose()


def examined(tx: Tx, said: Said) -> Verdict:
    """The same for a store that is open."""
    verdict = Verdict(rot=_rot(tx))
    facts = [msgspec.msgpack.decode(body, type=Operation) for (body,) in _rows(tx, "SELECT body FROM outbox")]
    numbers = dict(_rows(tx, "SELECT id, number FROM orders"))
    told = {words[1]: words[2] for words in said if words[0] == "told"}
    verdict.there = set(numbers)
    verdict.told, verdict.untold = len(told), len(numbers.keys() - told.keys())
    verdict.lost = [id for id, number in told.items() if numbers.get(id) != number]
    added = sum(fact.kind == "cart.line_added" for fact in facts)
    if added < sum(words[0] == "added" for words in said):
        verdict.lost.append("a line of a cart")
    verdict.half = [*_halves(tx, facts, numbers), *_gaps(tx, numbers)]
    return verdict


def _rot(tx: Tx) -> list[str]:
    found = [*_rows(tx, "PRAGMA cipher_integrity_check"), *_rows(tx, "PRAGMA integrity_check")]
    return [text for (text,) in found if text != "ok"]


def _halves(tx: Tx, facts: list[Operation], numbers: dict[str, str]) -> list[str]:
    placed = Counter(fact.id for fact in facts if fact.kind == "order.placed")
    found = [f"order {id} without its one fact" for id in numbers if placed[id] != 1]
    found += [f"fact {id} without its order" for id in placed if id not in numbers]
    sums = {
        id: (count, total)
        for id, count, total in _rows(tx, 'SELECT "order", count(*), sum(quantity * price) FROM order_line GROUP BY 1')
    }
    for fact in facts:
        if fact.kind == "order.placed" and sums.get(fact.id) != (len(fact.args["lines"]), fact.args["total"]):
            found.append(f"order {fact.id} without its lines")
    steps = {id for (id,) in _rows(tx, "SELECT \"order\" FROM order_step WHERE state = 'queued'")}
    sold = sum(len(fact.args["lines"]) for fact in facts if fact.kind == "order.placed")
    if sum(fact.kind == "cart.line_removed" for fact in facts) != sold:
        found.append("lines that were sold and lie in the cart")
    return found + [f"order {id} without its step" for id in numbers if id not in steps]


def _gaps(tx: Tx, numbers: dict[str, str]) -> list[str]:
    expected = {domain.receipt_number(CODE, n) for n in range(1, len(numbers) + 1)}
    last = dict(_rows(tx, "SELECT device_code, last FROM receipt_counter")).get(CODE, 0)
    found = [f"receipt {number} missing" for number in expected - set(numbers.values())]
    return found if last == len(numbers) else [*found, f"the counter says {last} after {len(numbers)} receipts"]


def _rows(tx: Tx, statement: str) -> list[tuple]:
    return [tuple(row) for row in tx.exec_driver_sql(statement)]
