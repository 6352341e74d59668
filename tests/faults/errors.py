"""A3: the nth call to the disk fails, once or from then on; nothing is said that is not so, and nothing breaks."""

import random
import resource
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from clienteling.desktop.runtime import db
from clienteling.desktop.runtime.faults import fault_of
from clienteling.desktop.vault.store_backup import backups
from tests.faults import many
from tests.faults.tills import child, judge, till, troubled

FAULTS = (
    ("fsync,fdatasync", "error=EIO"),
    ("pwrite64", "error=EIO"),
    ("pwrite64", "error=ENOSPC"),
    ("pread64", "error=EIO"),
    ("ftruncate,unlink", "error=EIO"),
    ("short", ""),
)
"""The calls that fail and how; `short` lets files grow to a size and no further, so that a write ends in its middle."""
MOST = {"fsync,fdatasync": 90, "pwrite64": 500, "pread64": 120, "ftruncate,unlink": 8, "short": 900}
"""About how many such calls the longest deed makes; for `short` the size in KiB."""

LONG = ("sync", "backup", "migrate")
"""The deeds that make so many; the others make about a quarter."""


def point(folder: Path, seed: str, number: int, flaw: bool = False) -> Counter[str]:
    """One deed with one fault; then the disk is well again and the app starts anew."""
    if not (folder / "ground").exists():
        till.ground(folder)
    chance = random.Random(f"errors:{seed}:{number}")
    deed = list(troubled.DEEDS)[number % len(troubled.DEEDS)]
    calls, error = FAULTS[number // len(troubled.DEEDS) % len(FAULTS)]
    most = MOST[calls] // (1 if deed in LONG else 4)
    nth, ever = chance.randint(1, most), chance.random() < 0.5
    file = till.copied(folder / "ground", folder / "run")
    if deed == "migrate":
        file.unlink()
    ended = _with(calls, error, nth, ever, lambda tell: _do(deed, file, tell, flaw))
    found = Counter({f"{deed} {calls} {error or 'write'}": 1}) + _judged(file, ended)
    if any(key.startswith("!") for key in found):
        print(deed, calls, error, nth, "from then on" if ever else "once", file=sys.stderr)
    return found


def _do(deed: str, file: Path, tell: till.Tell, flaw: bool) -> None:
    if flaw:  # the app that this proves to be seen: what raised did not happen
        db.fault_of = lambda name, _committing: fault_of(name, False)
    troubled.DEEDS[deed](file, tell)


def _with(calls: str, error: str, nth: int, ever: bool, work: Callable[[till.Tell], None]) -> child.Ended:
    def limited(pipe: int) -> None:
        tell = till.aloud(pipe)
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (nth * 1024 + 100, hard))

        def heard(*words: str) -> None:
            if words[0] in ("fault", "unknown", "denied") and not ever:
                resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
            tell(*words)

        work(heard)

    if calls == "short":
        return child.run(limited)
    return child.run(lambda pipe: work(till.aloud(pipe)), child.inject(calls, error, nth, ever))


def _judged(file: Path, ended: child.Ended) -> Counter[str]:
    copies = [judge.judge(copy, []) for copy in backups(file.parent / "backups")]
    verdict = judge.judge(file, ended.said)
    said = Counter(words[0] if words[0] != "fault" else f"fault {words[1]}" for words in ended.said)
    found = Counter({key: count for key, count in said.items() if key.startswith(("fault", "unknown", "denied"))})
    found += verdict.faults()
    for copy in copies:  # each that counts is whole
        found += copy.faults()
    found["backups"] = len(copies)
    found["told"] = verdict.told
    denied = {words[1] for words in ended.said if words[0] == "denied"}
    return found + Counter({"!crashed": int(ended.code != 0), "!wrongly denied": len(denied & verdict.there)})


if __name__ == "__main__":
    sys.exit(many.main("errors", point, points=240, flaws={"failed": partial(point, flaw=True)}))
