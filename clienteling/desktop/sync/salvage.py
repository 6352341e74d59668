"""Looks at the store before it is opened, puts a damaged one aside and brings its facts back; knows no feature.

What a damaged page held of central's comes from central again. The facts of this tablet stand nowhere else: they are
read from every page that is whole. Facts that lie behind a break of the log may never have been confirmed, so they
are not sent but shown, and a person decides.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from clienteling.contract.v1.sync import Answer, Operation
from clienteling.desktop.runtime import leaves, pages, quarantine
from clienteling.desktop.runtime.db import Engine, Tx
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.runtime.pages import Pages
from clienteling.desktop.sync import mirror, outbox
from clienteling.desktop.sync.mirror import Mirrors
from clienteling.desktop.sync.outbox import BLOCKED, WAITING

LARGE = 64 << 20
"""Bytes up to which a store that was closed well is looked at as a whole at every start."""
DOUBTFUL = "This tablet was damaged while this was being kept. Look whether it is still wanted."
STATES = (*WAITING, *BLOCKED, "acked", "delivered")
_COLUMNS = [column.name for column in outbox.outbox.columns]
Facts = dict[str, dict[str, Any]]
Note = Callable[[Tx, Iterable[list[leaves.Value]]], None]


@dataclass(frozen=True)
class Salvaged:
    """How many facts came back, how many of them wait for a person, and whether everything else has to come anew."""

    facts: int
    doubtful: int
    anew: bool


def inspect(file: Path, key: Key) -> None:
    """Put the store aside when a page or its log is damaged; one that this key does not open is left alone."""
    log = file.with_name(file.name + "-wal")
    if not file.exists() or (not log.exists() and file.stat().st_size > LARGE and not _is_suspect(file)):
        return
    found = pages.read(file, key)
    if found.sound:
        pages.remember(file, found)
    elif found.known:
        quarantine.put_aside(file, go_on=not found.bad)
    _suspicion(file).unlink(missing_ok=True)


def suspect(file: Path) -> None:
    """Something could not be read: the next start looks at everything, however large it is."""
    _suspicion(file).touch()


def restore(file: Path, engine: Engine, key: Key, mirrors: Mirrors, note: Note) -> Salvaged | None:
    """Bring back the facts of every store that was put aside; None when there was none.

    `note` is given the rows of indexes and of tables without rowids, for those who find their own among them.
    """
    salvaged = None
    for aside in quarantine.unrestored(file):
        found = pages.read(aside, key)
        with engine.begin() as tx:
            tx.info["touched"] = set()
            sure, doubtful = _sure(found), _doubtful(found)
            back = _put_back(tx, mirrors, sure)
            shown = _put_back(tx, mirrors, {op: _asking(row) for op, row in doubtful.items()})
            images = found.older, found.whole, found.behind
            note(tx, [values for some in images for values in _pairs(found, some)])
        quarantine.note_restored(aside)
        salvaged = Salvaged(back + shown, shown, bool(found.bad))
    return salvaged


def _suspicion(file: Path) -> Path:
    return file.with_name(file.name + ".suspect")


def _is_suspect(file: Path) -> bool:
    return _suspicion(file).exists()


def _sure(found: Pages) -> Facts:
    """What SQLite would have read, and on damaged pages what stood there before."""
    whole = found.clear(found.whole)
    return _facts(found.clear(found.older) | whole, set(found.older)) | _facts(whole, set(whole))


def _doubtful(found: Pages) -> Facts:
    clear = found.clear(found.whole) | found.clear(found.behind)
    return _facts(clear, set(found.behind))


def _facts(clear: dict[int, bytes], of: set[int]) -> Facts:
    """The rows of the outbox on these pages by their ids; a row may go on to any other page."""
    facts: Facts = {}
    for rowid, values in leaves.rows(clear, of):
        row: dict[str, Any] = dict(zip(_COLUMNS, [rowid, *values[1:]], strict=False))
        if len(values) == len(_COLUMNS) and _is_fact(row):
            facts[row["op"]] = row
    return facts


def _is_fact(row: dict[str, Any]) -> bool:
    try:
        operation = msgspec.msgpack.decode(row["body"], type=Operation)
    except (msgspec.MsgspecError, TypeError):
        return False
    return (operation.op, operation.kind) == (row["op"], row["kind"]) and row["state"] in STATES


def _asking(row: dict[str, Any]) -> dict[str, Any]:
    answer = Answer(row["op"], 422, title=DOUBTFUL)
    return row | {"state": "rejected", "answer": msgspec.msgpack.encode(answer), "answered_at": None}


def _put_back(tx: Tx, mirrors: Mirrors, facts: Facts) -> int:
    """Those that are not there, in their order; then what they are about is shown with them."""
    there = set(tx.execute(sa.select(outbox.outbox.c.op)).scalars())
    missing = sorted((row for op, row in facts.items() if op not in there), key=lambda row: row["n"])
    for row in missing:
        tx.execute(outbox.outbox.insert().values({name: value for name, value in row.items() if name != "n"}))
    for kind, entity in dict.fromkeys((row["entity_kind"], row["entity"]) for row in missing):
        mirror.rebuild(tx, mirrors, kind, entity)
    return len(missing)


def _pairs(found: Pages, images: dict[int, bytes]) -> Iterator[list[leaves.Value]]:
    clear = found.clear(images)
    return (values for rowid, values in leaves.rows(clear, set(clear)) if rowid == 0)
