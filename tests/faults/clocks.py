"""A8: a tablet's clock jumps years, an hour of summer time, or back in mid-shift; nothing that counts goes by it."""

import asyncio
import os
import random
import sys
from collections import Counter
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from clienteling.contract.ids import is_id
from clienteling.contract.v1.sync import Operation, Push, Pushed
from clienteling.desktop.migrations.upgrade import upgrade
from clienteling.desktop.orders import domain
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.sync import outbox
from clienteling.desktop.sync.pull import pull
from clienteling.desktop.sync.push import push
from tests.faults import many
from tests.faults.tills import child, till
from tests.faults.tills.troubled import Central
from tests.helpers import shop

YEAR, HOUR = 365 * 86400, 3600
JUMPS = (10 * YEAR, -10 * YEAR, HOUR, -HOUR, -600, 86400 * 9, -86400 * 9, 0)
"""Seconds; nine days are longer than anything is kept that was delivered."""
WORDS = ("told", "placed", "year", "central", "order", "left")
ZONES = ("Asia/Seoul", "Europe/London", "America/New_York")


def point(folder: Path, seed: str, number: int, flaw: bool = False) -> Counter[str]:
    """A shift with some jumps; part of it is told to central while it goes on, the rest at its end."""
    if not (folder / "ground").exists():
        till.ground(folder)
    chance = random.Random(f"clocks:{seed}:{number}")
    file = till.copied(folder / "ground", folder / "run")
    ended = child.run(lambda pipe: asyncio.run(_shift(file, chance, till.aloud(pipe), flaw)))
    said = {word: [words[1:] for words in ended.said if words[0] == word] for word in WORDS}
    told, placed = {tuple(words) for words in said["told"]}, [words[0] for words in said["placed"]]
    numbers = [domain.receipt_number(till.CODE, n) for n in range(1, len(told) + 1)]
    years = [int(year) for (year,) in said["year"]]
    ops, places = [op for op, _ in said["central"]], [int(n) for _, n in said["central"]]
    found = Counter({"told": len(told), "central heard": len(ops)})
    found["years back"] = sum(b < a for a, b in pairwise(years))
    found["!receipts"] = int([words[1] for words in said["told"]] != numbers or told != {*map(tuple, said["order"])})
    found["!orders at central"] = int(sorted(placed) != sorted(id for id, _ in told))
    found["!twice"] = len(ops) - len(set(ops))
    found["!no id"] = sum(not is_id(op) for op in ops)
    found["!out of order"] = sum(b < a for a, b in pairwise(places))
    found["!left"] = sum(int(left) for (left,) in said["left"])
    return found + Counter({"!crashed": int(ended.code != 0)})


class Listener(Central):
    """Central, which remembers what it was told and in which order."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Operation] = []

    async def post(self, path: str, kind: Any, body: Push) -> Pushed:
        self.heard += body.ops
        return await super().post(path, kind, body)


async def _shift(file: Path, chance: random.Random, tell: till.Tell, flaw: bool) -> None:
    if flaw:  # the app that this proves to be seen: facts are sent in the order of their times
        in_order = outbox.sendable
        outbox.sendable = lambda tx, limit: sorted(in_order(tx, limit), key=lambda item: item.made_at)
    os.environ["FAKETIME_TIMESTAMP_FILE"] = str(file.with_name("clock"))
    os.environ["TZ"] = chance.choice(ZONES)
    _jump(0)
    db, central, places = Db(file, till.KEY), Listener(), {}
    upgrade(db.engine)
    await _exchange(db, central)  # what is told before anything was ever read is told once more, rightly
    for _ in range(8):
        if chance.random() < 0.5:
            _jump(chance.choice(JUMPS))
        tell("year", str(datetime.now(UTC).year))
        await till.sell_one(db, random.Random(chance.random()), tell)
        if chance.random() < 0.4:
            places |= await _exchange(db, central)
    places |= await _exchange(db, central)
    for operation in central.heard:
        tell("central", operation.op, str(places[operation.op]))
        if operation.kind == "order.placed":
            tell("placed", operation.id)
    for id, number in await db.read(lambda tx: tx.exec_driver_sql("SELECT id, number FROM orders").all()):
        tell("order", id, number)
    tell("left", str((await db.read(outbox.counts))[0]))
    db.close()


async def _exchange(db: Db, central: Listener) -> dict[str, int]:
    """Tell central and hear from it; the place of each fact in the outbox before."""
    places = {item.operation.op: item.n for item in await db.read(outbox.items, 100_000)}
    while await push(db, central, "device-1", shop.MIRRORS):  # type: ignore[arg-type]
        pass
    await pull(db, central, shop.MIRRORS, lambda *_: None)  # type: ignore[arg-type]
    return places


def _jump(seconds: int) -> None:
    """libfaketime reads the file at every question for the time; it is never there by half."""
    clock = Path(os.environ["FAKETIME_TIMESTAMP_FILE"])
    clock.with_name("next").write_text(f"{seconds:+d}", encoding="ascii")
    clock.with_name("next").replace(clock)


def _under_a_clock() -> None:
    """This process and its children ask libfaketime for the time of day, not for how long things take."""
    if "FAKETIME_NO_CACHE" not in os.environ:
        [library] = Path("/usr/lib").glob("*/faketime/libfaketime.so.1")
        given = {"LD_PRELOAD": str(library), "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        os.execve(sys.executable, [sys.executable, "-m", "tests.faults.clocks", *sys.argv[1:]], os.environ | given)


if __name__ == "__main__":
    _under_a_clock()
    sys.exit(many.main("clocks", point, points=500, flaws={"by time": partial(point, flaw=True)}))
