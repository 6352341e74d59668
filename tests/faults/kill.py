"""A1: SIGKILL at the nth write or sync call of a till that sells; each point another n and another day."""

import random
import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path

from tests.faults import many
from tests.faults.tills import child, judge, till

ORDERS = 4
MOST = 240
"""A day of the till makes more calls than this, so that nearly every point kills."""
CHECKPOINTS = (1000, 80, 16)
"""Pages after which SQLite copies its log back: at the day's end only, in its middle, after every few calls."""


def point(folder: Path, seed: str, number: int, flaw: str = "") -> Counter[str]:
    """Kill once, open again, judge."""
    home = folder / "ground"
    if not home.exists():
        till.practise(till.ground(folder), lambda file: till.sell(file, till.Day(seed, ORDERS), lambda *_: None))
    chance = random.Random(f"kill:{seed}:{number}")
    day = till.Day(f"{seed}:{number}", orders=ORDERS, checkpoint=chance.choice(CHECKPOINTS), flaw=flaw)
    nth = number % MOST + 1
    file = till.copied(home, folder / "run")
    traced = child.inject(child.KEPT, "signal=SIGKILL", nth)
    ended = child.run(lambda pipe: till.sell(file, day, till.aloud(pipe)), traced)
    began = time.monotonic()
    verdict = judge.judge(file, ended.said)
    found = Counter({"killed": int(child.killed(ended)), "told": verdict.told, "kept but not told": verdict.untold})
    found["worst reopening ms"] = round((time.monotonic() - began) * 1000)
    return found + verdict.faults() + Counter({"!crashed": int(ended.code > 0)})


if __name__ == "__main__":
    flaws = {flaw: partial(point, flaw=flaw) for flaw in till.FLAWS}
    sys.exit(many.main("kill", point, points=1000, flaws=flaws))
