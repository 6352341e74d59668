"""A2: the power goes at a moment of a recorded day, and of what was not yet synced only some reached the disk."""

import random
import shutil
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from tests.faults import many
from tests.faults.tills import judge, recording, till
from tests.faults.tills.recording import Call

CUTS = 500
"""Cuts of one recorded day; then another day is recorded."""
MODES = ("none", "prefix", "subset", "torn")
SECTOR = 512


@dataclass
class File:
    """What surely stands on the disk, and what the disk was asked for since; None while the file may not be there."""

    synced: bytearray | None = None
    asked: list[Call] = field(default_factory=list)

    def sync(self) -> None:
        """Everything that was asked for stands."""
        self.synced = self.after(self.asked)
        self.asked = []

    def after(self, calls: list[Call]) -> bytearray | None:
        """What stands when just these calls reached the disk."""
        content = None if self.synced is None else bytearray(self.synced)
        for call in calls:
            content = None if call.what == "unlink" else _applied(content or bytearray(), call)
        return content


def _applied(content: bytearray, call: Call) -> bytearray:
    if call.what == "truncate":
        del content[call.at :]
        return content
    if len(content) < call.at:
        content.extend(bytes(call.at - len(content)))
    content[call.at : call.at + len(call.data)] = call.data
    return content


@dataclass
class Disk:
    """A recorded day as far as it is played."""

    files: dict[str, File]
    said: list[list[str]] = field(default_factory=list)
    at: int = 0

    def play(self, calls: list[Call], to: int) -> None:
        """Go on to a later moment."""
        for call in calls[self.at : to]:
            if call.what == "said":
                self.said.append(call.data.decode().split())
                continue
            file = self.files.setdefault(call.path, File())
            if call.what == "sync":
                file.sync()
            else:
                file.asked.append(call)
        self.at = to

    def cut(self, mode: str, chance: random.Random, to: Path) -> None:
        """The power goes: what is on the disk then."""
        shutil.rmtree(to, ignore_errors=True)
        to.mkdir()
        for name, file in self.files.items():
            content = file.after(_reached(file, mode, chance))
            if content is not None and not name.endswith("-shm"):
                (to / name).write_bytes(content)


def _reached(file: File, mode: str, chance: random.Random) -> list[Call]:
    if mode == "none" or not file.asked:
        return []
    if mode == "subset":
        return [call for call in file.asked if chance.random() < 0.5]
    end = chance.randint(0, len(file.asked))
    if mode == "prefix" or end == len(file.asked) or file.asked[end].what != "write":
        return file.asked[:end]
    return file.asked[:end] + _sectors(file.asked[end], chance)


def _sectors(call: Call, chance: random.Random) -> list[Call]:
    starts = [at for at in range(0, len(call.data), SECTOR) if chance.random() < 0.5]
    return [Call("write", call.path, call.data[at : at + SECTOR], call.at + at) for at in starts]


@cache
def _ground(folder: Path) -> Path:
    return till.ground(folder)


@cache
def _day(folder: Path, seed: str, synchronous: int) -> tuple[list[Call], Disk]:
    """A day recorded once; the disk stands at its beginning."""
    chance = random.Random(f"power:{seed}")
    file = till.copied(_ground(folder), folder / "recorded")
    before = bytearray(file.read_bytes())
    day = till.Day(seed, orders=12, checkpoint=chance.choice((1000, 100, 30)), synchronous=synchronous)
    calls = recording.record(lambda pipe: till.sell(file, day, till.aloud(pipe)), file.parent, folder)
    return calls, Disk({file.name: File(before)})


def point(folder: Path, seed: str, number: int, synchronous: int = 2) -> Counter[str]:
    """One cut; the cuts of a day come in the order of its hours."""
    day, cut = divmod(number, CUTS)
    chance = random.Random(f"power:{seed}:{number}")
    calls, disk = _day(folder, f"{seed}:{day}", synchronous)
    disk.play(calls, max(disk.at, int((cut + chance.random()) * len(calls) / CUTS)))
    mode = chance.choice(MODES)
    disk.cut(mode, chance, folder / "cut")
    verdict = judge.judge(folder / "cut" / "tablet.sqlite", disk.said)
    return Counter({mode: 1, "told": verdict.told, "kept but not told": verdict.untold}) + verdict.faults()


if __name__ == "__main__":
    sys.exit(many.main("power", point, points=2000, flaws={"normal": partial(point, synchronous=1)}))
