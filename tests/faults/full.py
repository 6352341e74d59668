"""A5: the disk fills up while a till sells: orders go on from the ballast, and what is said about each is so."""

import asyncio
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from clienteling.contract.ids import new_id
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.migrations.upgrade import upgrade
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.runtime import room as room_module
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.faults import DiskFault, Full
from clienteling.desktop.runtime.room import Room
from tests.faults import many
from tests.faults.tills import child, judge, till
from tests.helpers import shop

MIB = 1 << 20
FROM_BALLAST = 20
"""Orders that are to be kept after the disk was found full."""


@contextmanager
def disk(folder: Path, size: int) -> Iterator[Path]:
    """A file system of its own of so many bytes: a tmpfs, in a namespace of this process."""
    mount = folder / "disk"
    mount.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", mount], check=True)
    try:
        yield mount
    finally:
        subprocess.run(["umount", "--lazy", mount], check=True)


def point(folder: Path, seed: str, number: int, flaw: bool = False) -> Counter[str]:
    """Sell, fill the disk at some moment, sell on, free it, sell on; then start anew."""
    if not (folder / "ground").exists():
        till.ground(folder)
    chance = random.Random(f"full:{seed}:{number}")
    ballast = chance.choice((4, 8, 32)) * MIB
    size = ballast + chance.randint(20, 32) * MIB
    with disk(folder, size) as mount:
        file = till.copied(folder / "ground", mount / "data")
        ended = child.run(lambda pipe: _sell(file, chance, ballast, till.aloud(pipe), flaw))
        (file.parent / "ballast").unlink(missing_ok=True)
        (mount / "rubbish").unlink(missing_ok=True)
        verdict = judge.judge(file, ended.said)
    said = Counter(words[0] for words in ended.said)
    denied = {words[1] for words in ended.said if words[0] == "denied"}
    kept = sum(words[0] == "told" and words[-1] == "full" for words in ended.said)
    found = Counter({name: said[name] for name in ("denied", "refused", "short", "roomy")})
    found["told"], found["told while full"] = verdict.told, kept
    found["!wrongly denied"] = len(denied & verdict.there)
    found["!fewer than 20 from the ballast"] = int(kept < FROM_BALLAST)
    found["!no banner"] = int(not said["short"]) + int(not said["roomy"])
    return found + verdict.faults() + Counter({"!crashed": int(ended.code != 0)})


def _sell(file: Path, chance: random.Random, ballast: int, tell: till.Tell, flaw: bool) -> None:
    room_module.BALLAST = ballast
    application = QCoreApplication([])
    asyncio.run(_day(application, file, chance, tell, flaw))


async def _day(application: QCoreApplication, file: Path, chance: random.Random, tell: till.Tell, flaw: bool) -> None:
    db, room = Db(file, till.KEY), Room(file.parent, lambda: 0)
    if not flaw:
        db.make_room = room.make
    db.full.connect(room.run_out)
    room.changed.connect(lambda: tell("short" if room.short else "roomy"))
    upgrade(db.engine)
    room.look()
    assert not room.short
    for _ in range(chance.randint(1, 10)):
        await _order(db, tell, "")
    _fill(file.parent.parent / "rubbish", chance.randint(0, 200_000))
    for _ in range(FROM_BALLAST + 15):
        await _order(db, tell, "full")
    application.processEvents()
    (file.parent.parent / "rubbish").unlink()
    room.look()
    for _ in range(3):
        await _order(db, tell, "")
    db.close()


def _fill(rubbish: Path, left: int) -> None:
    """Everything but a few bytes."""
    with rubbish.open("wb") as file:
        try:
            while True:
                os.write(file.fileno(), bytes(65536))
        except OSError:
            file.truncate(max(0, file.tell() - left))


async def _order(db: Db, tell: till.Tell, when: str) -> None:
    """A cart and its order, as the cart's view model makes them."""
    whose = cart.whose(None, shop.HERE, till.STAFF)
    for variant in (shop.COAT, shop.BOOTS):
        try:
            await db.run_with_room(cart.add, whose, variant)
        except Full:
            return tell("refused")
    draft = new_id()
    try:
        receipt = await db.keep(orders.place, draft, whose, "till", till.HOME, till.CODE)
    except DiskFault:
        tell("denied", draft)
    else:
        tell("told", receipt.order, receipt.number, when)


def _in_own_namespace() -> None:
    """Mounts of this process alone, gone with it; whoever is not root becomes it in there."""
    if "CLIENTELING_OWN_MOUNTS" not in os.environ:
        os.environ["CLIENTELING_OWN_MOUNTS"] = "yes"
        whose = ["--mount"] if os.geteuid() == 0 else ["--mount", "--map-root-user"]
        os.execvp("unshare", ["unshare", *whose, sys.executable, "-m", "tests.faults.full", *sys.argv[1:]])


if __name__ == "__main__":
    _in_own_namespace()
    sys.exit(many.main("full", point, points=200, flaws={"no ballast": partial(point, flaw=True)}))
