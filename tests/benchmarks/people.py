"""Tablet stores with many people, kept under the system's temporary folder; names are the sample shop's."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from clienteling.contract.codes import loyalty_code
from clienteling.demo.sample_names import FAMILIES, KOREAN, SURNAMES, WESTERN
from clienteling.desktop.customers import store
from clienteling.desktop.customers.domain import Person
from clienteling.desktop.migrations.upgrade import upgrade
from clienteling.desktop.runtime.db import Tx, open_engine
from tests.benchmarks.figures import ROOT
from tests.benchmarks.ground import say
from tests.helpers.vault import KEY

CHUNK = 10_000
_MAKERS = (
    "clienteling/desktop/customers/store*.py",
    "clienteling/desktop/migrations/versions/*.*",
    "clienteling/contract/spelling.py",
    "clienteling/demo/sample_names.py",
    "tests/benchmarks/people.py",
)


def home_with(people: int) -> Path:
    """The home of a tablet whose store holds so many people; made once for each state of the code that makes it."""
    kept, state = Path(tempfile.gettempdir()) / "clienteling-bench-people", _state()
    home = kept / f"{state}-{people}"
    path = home / "data" / "tablet.sqlite"
    if not path.exists():
        _forget_others(kept, state)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        _fill(unfinished, people)
        os.replace(unfinished, path)
    return home


def _forget_others(kept: Path, state: str) -> None:
    for home in kept.glob("*"):
        if not home.name.startswith(state):
            shutil.rmtree(home)


def _fill(path: Path, people: int) -> None:
    engine = open_engine(path, KEY)
    upgrade(engine)
    source, done = invented(people), 0
    while chunk := list(islice(source, CHUNK)):
        with engine.begin() as tx:
            _save(tx, chunk)
        done += len(chunk)
        _progress(done, people)
    engine.dispose()


def _save(tx: Tx, people: list[Person]) -> None:
    for at in range(0, len(people), 500):
        store.save(tx, people[at : at + 500])


def _progress(done: int, people: int) -> None:
    if done == people:
        say(f"\rpeople: {done:,} of {people:,}")
    elif sys.stderr.isatty():
        print(f"\rpeople: {done:,} of {people:,}", end="", file=sys.stderr, flush=True)


def invented(people: int) -> Iterator[Person]:
    """So many people, the same every time; five in six have Korean names."""
    chance = random.Random(952)
    surnames, weights = [row[:2] for row in SURNAMES], [row[2] for row in SURNAMES]
    for number in range(people):
        if chance.random() < 0.84:
            surname, latin = chance.choices(surnames, weights)[0]
            given, letters = chance.choice(KOREAN[chance.random() < 0.34])
            name, mail = surname + given, f"{letters}.{latin}{number}@example.kr"
        else:
            given, surname = chance.choice(WESTERN[chance.random() < 0.34]), chance.choice(FAMILIES)
            name, mail = f"{given} {surname}", f"{given}.{surname}{number}@example.com".lower()
        phone = f"010-{chance.randrange(10_000):04}-{chance.randrange(10_000):04}"
        loyalty, seen = loyalty_code(number + 1), f"20{chance.randrange(20, 26)}-0{chance.randrange(1, 10)}-11"
        yield Person(
            f"{number:08x}-0000-8000-8000-000000000000", name, "store", 1, phone, mail, loyalty, last_visit=seen
        )


def _state() -> str:
    digest = hashlib.sha256()
    for name in _MAKERS:
        for path in sorted(ROOT.glob(name)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
