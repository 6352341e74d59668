"""A6: a few bits of a store or of its log flip; it is seen, nothing wrong is read, and every whole fact comes back."""

import os
import random
import shutil
import signal
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from clienteling.desktop import app
from clienteling.desktop.migrations.upgrade import upgrade
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.runtime import frames, leaves, pages
from clienteling.desktop.runtime.db import open_engine
from clienteling.desktop.runtime.frames import PAGE
from clienteling.desktop.sync import salvage
from clienteling.desktop.vault import store_backup
from clienteling.desktop.vault.domain import Refusal
from tests.faults import many
from tests.faults.tills import child, till

MIRRORS = {mirror.kind: mirror for mirror in app.MIRRORS}
HELD = "SELECT op, body FROM outbox"
HEADER, FRAME_HEADER, COLUMNS, ORDERS = 32, 24, 11, 40
WHERE = ("store", "log", "store under its log", "backup")


@cache
def _victims(folder: Path) -> dict[str, Path]:
    """A store that was closed well, and one whose log is still beside it because its till was killed."""
    ground = till.ground(folder)
    day = till.Day("flips", orders=ORDERS)
    closed, open_ = folder / "closed", folder / "open"
    for name in (closed, open_):
        file = till.copied(ground, name)
        child.run(lambda pipe, file=file, dies=name == open_: _sell(file, day, till.aloud(pipe), dies))
    return {"store": closed, "log": open_, "store under its log": open_}


def _sell(file: Path, day: till.Day, tell: till.Tell, dies: bool) -> None:
    sold = []

    def heard(*words: str) -> None:
        tell(*words)
        sold.extend([words] if words[0] == "told" else [])
        if dies and len(sold) == day.orders:
            os.kill(os.getpid(), signal.SIGKILL)

    till.sell(file, day, heard)


@dataclass(frozen=True)
class Truth:
    """What a whole store holds, and in which bytes of which file each fact and the receipt counter stand."""

    facts: dict[str, bytes]
    places: dict[str, tuple[str, int]]


COUNTER = "the receipt counter"


@cache
def _truth(home: Path, folder: Path) -> Truth:
    file = till.copied(home, folder / "truth")
    salvage.inspect(file, till.KEY)  # as at the start before
    shutil.copy2(file.with_name(file.name + ".salt"), home)
    found, at = pages.read(file, till.KEY), {}
    at |= {number: (file.name, (number - 1) * PAGE) for number in found.whole}
    log = enumerate(frames.read(file))
    at |= {one.number: (f"{file.name}-wal", HEADER + n * (FRAME_HEADER + PAGE)) for n, one in log}
    places = {}
    for number, data in found.clear(found.whole).items():
        for _, values in leaves.rows({number: data}, [number]):
            if len(values) == COLUMNS:
                places[str(values[1])] = at[number]
            elif values[:1] == [till.CODE]:
                places[COUNTER] = at[number]
    engine = open_engine(file, till.KEY)
    with engine.begin() as tx:
        facts = dict(tx.exec_driver_sql(HELD).all())
    engine.dispose()
    assert facts.keys() <= places.keys() and COUNTER in places
    return Truth(facts, places)


def point(folder: Path, seed: str, number: int, flaw: bool = False) -> Counter[str]:
    """Flip, start as the app starts, and compare with what stood there."""
    if flaw:  # the app that this proves to be seen: it takes the log for what SQLite takes it for
        pages.Pages.sound = property(lambda found: not found.bad)  # type: ignore[assignment]
    chance = random.Random(f"flips:{seed}:{number}")
    where = WHERE[number % len(WHERE)]
    if where == "backup":
        return _backup(folder, chance)
    home = _victims(folder)[where]
    truth = _truth(home, folder)
    file = till.copied(home, folder / "run")
    flipped = _flip(file.with_name(file.name + "-wal") if where == "log" else file, chance)
    salvage.inspect(file, till.KEY)
    found, rot, last = _started(file)
    whole = {name for name, place in truth.places.items() if not any(_hits(place, one) for one in flipped)}
    seen = (file.parent / "damaged").exists()
    return Counter(
        {
            f"{where} {'put aside' if seen else 'without harm'}": 1,
            "facts": len(truth.facts),
            "facts on damaged pages": len(truth.facts.keys() - whole),
            "facts back": len(found),
            "!not seen": int(found != truth.facts and not seen),
            "!wrong": sum(truth.facts.get(op) != body for op, body in found.items()) + len(rot),
            "!whole and lost": len((whole & truth.facts.keys()) - found.keys()),
            "!receipts again": int(COUNTER in whole and last != ORDERS),
        }
    )


def _backup(folder: Path, chance: random.Random) -> Counter[str]:
    """A damaged backup is never put back over what stands there."""
    file = till.copied(_victims(folder)["store"], folder / "run")
    backup = store_backup.back_up(file, folder / "run" / "backups", till.KEY)
    _flip(backup, chance)
    before = file.read_bytes()
    try:
        store_backup.put_back(backup, file, till.KEY)
    except Refusal:
        return Counter({"backup refused": 1, "!changed all the same": int(file.read_bytes() != before)})
    return Counter({"!not seen": 1})


def _started(file: Path) -> tuple[dict[str, bytes], list[str], int]:
    """The app's own start, and what the store says then."""
    engine = open_engine(file, till.KEY)
    upgrade(engine)
    salvage.restore(file, engine, till.KEY, MIRRORS, orders.restore_counters)
    with engine.begin() as tx:
        found = dict(tx.exec_driver_sql(HELD).all())
        rot = [text for (text,) in tx.exec_driver_sql("PRAGMA integrity_check") if text != "ok"]
        last = tx.exec_driver_sql("SELECT last FROM receipt_counter WHERE device_code = ?", (till.CODE,)).scalar()
    engine.dispose()
    return found, rot, last or 0


def _flip(file: Path, chance: random.Random) -> list[tuple[str, int]]:
    """Flip 1 to 64 bits; in which bytes of the file."""
    content = bytearray(file.read_bytes())
    places = [chance.randrange(len(content)) for _ in range(chance.choice((1, 1, 2, 8, 64)))]
    for place in places:
        content[place] ^= 1 << chance.randrange(8)
    file.write_bytes(content)
    return [(file.name, place) for place in places]


def _hits(place: tuple[str, int], byte: tuple[str, int]) -> bool:
    """Whether a flipped byte lies in the page at a place, or in the head of its frame."""
    return place[0] == byte[0] and 0 <= byte[1] - place[1] < PAGE + FRAME_HEADER * place[0].endswith("-wal")


if __name__ == "__main__":
    sys.exit(many.main("flips", point, points=2000, flaws={"log unseen": partial(point, flaw=True)}))
