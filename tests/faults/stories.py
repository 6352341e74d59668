"""B3: stories of two tablets, drawn step by step; `python -m tests.faults.stories --examples 50000 --evidence`."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as hypothesis_seed
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from clienteling.central.customers import actions as customers
from clienteling.central.orders import store as orders
from tests.faults import evidence
from tests.faults.histories import planted_tablet
from tests.faults.histories.both import FIELDS, PATHS, PEOPLE, Both
from tests.faults.histories.direct import opened, town
from tests.faults.histories.seams import swapped
from tests.faults.histories.shop import PRICES

STEPS = 50
DESK, PERSON, VARIANT = st.sampled_from((0, 1)), st.sampled_from(PEOPLE), st.sampled_from(sorted(PRICES))
WHICH, SOME = st.integers(0, 9), st.frozensets(st.sampled_from(FIELDS))
PLAYED: Counter[str] = Counter()
"""What was played so far."""


class Story(RuleBasedStateMachine):
    """One story; its end is always that everything heals."""

    def __init__(self) -> None:
        super().__init__()
        self._open = opened(1)
        self.both = Both(self._open.__enter__())
        PLAYED["stories"] += 1

    def teardown(self) -> None:
        """Heal and compare."""
        try:
            self.both.heal()
            PLAYED["orders"] += len(self.both.model.orders)
        finally:
            self._open.__exit__(None, None, None)


TAUGHT: dict[str, dict[str, Any]] = {
    "add": {"n": DESK, "person": PERSON, "variant": VARIANT, "count": st.integers(1, 3)},
    "change": {"n": DESK, "person": PERSON, "which": WHICH, "count": st.sampled_from((-1, 0, 1))},
    "order": {"n": DESK, "person": PERSON},
    "web": {"person": PERSON, "variant": VARIANT, "count": st.integers(1, 2)},
    "write": {"n": DESK, "person": PERSON},
    "edit": {"n": DESK, "which": WHICH},
    "delete": {"n": DESK, "which": WHICH},
    "patch": {"n": DESK, "person": PERSON, "fields": st.frozensets(st.sampled_from(FIELDS), min_size=1)},
    "resolve": {"n": DESK, "which": WHICH, "mine": SOME},
    "cut": {"n": DESK, "cut": st.booleans()},
    "lose": {"n": DESK, "path": st.sampled_from(PATHS)},
    "hear": {"n": DESK},
    "sync": {"n": DESK, "fuse": st.sampled_from((0, 0, 0, 1, 2, 3, 4, 5, 6))},
}


def _rule(name: str) -> Any:
    def step(self: Story, **given: Any) -> None:
        PLAYED["steps"] += 1
        getattr(self.both, name)(**given)

    step.__name__ = name
    return rule(**TAUGHT[name])(step)


for _name in TAUGHT:
    setattr(Story, _name, _rule(_name))

_EDITING = ("patch", "patch", "write", "edit", "delete", "resolve", "cut", "hear", "sync", "sync")
EDITS = st.lists(
    st.one_of([st.tuples(st.just(name), st.fixed_dictionaries(TAUGHT[name])) for name in _EDITING]), max_size=14
)
"""What two associates do with the same people and notes."""


def _phases(shrink: bool) -> tuple[Phase, ...]:
    return (Phase.generate, Phase.shrink) if shrink else (Phase.generate,)


def edited(examples: int, seed: int = 1, shrink: bool = True) -> None:
    """C1: so many such lists from a seed, each to its end; raises what the first broken one raised."""

    @hypothesis_seed(seed)
    @settings(max_examples=examples, deadline=None, database=None, phases=_phases(shrink))
    @given(EDITS)
    def play(edits: list[tuple[str, dict[str, Any]]]) -> None:
        PLAYED["edited"] += 1
        with opened(1) as here:
            both = Both(here)
            for name, given in edits:
                getattr(both, name)(**given)
            both.heal()

    play()


def run(examples: int, seed: int = 1, shrink: bool = True) -> None:
    """So many stories from a seed; raises what the first broken one raised, told as short as can be if wished."""
    wanted = settings(
        max_examples=examples, stateful_step_count=STEPS, deadline=None, database=None, phases=_phases(shrink),
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(hypothesis_seed(seed)(Story), settings=wanted)  # type: ignore[no-untyped-call]


def last_writer() -> Any:
    """A field is whatever was said last, whoever saw what."""
    merge = customers.merge
    return [(customers, "merge", lambda now, versions, base, patch, over: merge(now, {}, base, patch, over))]


def blind() -> Any:
    """Central does not look whether another order took the pieces."""
    return [(orders, "twin", lambda *_: None)]


PLANTS = (planted_tablet.new_key_per_try, planted_tablet.server_copy_overwrites_unacked, last_writer, blind)
FLAWS: dict[str, Callable[[], Any]] = {plant.__name__: plant for plant in PLANTS}


def main() -> int:
    """1 when a story was broken, by what it raised."""
    arguments = argparse.ArgumentParser(prog="python -m tests.faults.stories")
    arguments.add_argument("--examples", type=int, default=2_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--evidence", action="store_true", help="write the figures into tests/faults/EVIDENCE.md")
    arguments.add_argument("--edits", action="store_true", help="C1: two associates edit, and nothing else")
    arguments.add_argument("--flaw", choices=sorted(FLAWS), help="plant this flaw: a story has to be broken")
    told = arguments.parse_args()
    began = time.monotonic()
    town()  # founded by the code as it is
    with swapped(FLAWS[told.flaw]() if told.flaw else []):
        (edited if told.edits else run)(told.examples, told.seed, shrink=not told.flaw)
    figures = {"seed": told.seed, **PLAYED, "broken": 0, "minutes": round((time.monotonic() - began) / 60, 2)}
    print(figures)
    if told.evidence:
        evidence.record("stories of edits" if told.edits else "stories against the model", figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
