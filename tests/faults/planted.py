"""B2: thirty bugs that have cost somebody orders, planted one by one; a harness must see each of them.

`python -m tests.faults.planted` prints which was caught by what and after how many histories; 1 where one survives.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from random import Random
from typing import Any, NamedTuple

from tests.faults.evidence import record
from tests.faults.histories import days, herd, planted_central, planted_tablet
from tests.faults.histories.history import ground, play
from tests.faults.histories.plan import Plan
from tests.faults.histories.seams import swapped

HISTORIES = 1_000


class Bug(NamedTuple):
    """A planted bug: what it puts in place of what, and who looks for it; `look(seed)` says what it saw."""

    name: str
    plant: Callable[[], Sequence[tuple[Any, str, Any]]]
    harness: str
    look: Callable[[int], list[str]]


class Found(NamedTuple):
    """After how many histories a bug was seen (0: never), and what was said."""

    name: str
    harness: str
    after: int
    said: str


def _simulate(seed: int) -> list[str]:
    return play(seed).flaws


def _simulate_with(troubles: set[str]) -> Callable[[int], list[str]]:
    """Histories that mean none of these troubles cannot show the bug: they are counted and not played."""

    def look(seed: int) -> list[str]:
        meant = {what for _, what, _ in Plan(Random(seed)).troubles}
        return _simulate(seed) if meant & troubles else []

    return look


_SIMULATED = {
    planted_central: (
        "no_unique_key", "unique_only_on_header", "check_then_insert", "key_window_of_a_day", "stock_moved_on_replay",
        "cursor_by_wall_clock", "page_loop",
    ),
    planted_tablet: (
        "new_key_per_try", "key_hashed_from_mutable_body", "delete_before_ack", "delete_on_4xx", "delete_on_html_200",
        "two_transactions", "normal_sync", "in_flight_flag_never_reset", "fifo_poison_block",
        "no_wake_on_reconnect", "two_drainers", "queue_tied_to_session", "server_copy_overwrites_unacked",
        "partial_batch_acked_as_whole", "line_duplicated_on_resend", "float_money", "migration_drops_outbox",
        "deleted_row_resurrects", "commit_error_is_failed", "seq_reuse_after_crash", "cursor_stored_before_apply",
    ),
}  # fmt: skip
_DEATHS = {"crash", "night", "before", "after"}
_LOOK = {
    "commit_error_is_failed": _simulate_with({"unknown"}),
    "seq_reuse_after_crash": _simulate_with(_DEATHS | {"refused", "unknown"}),
    "cursor_stored_before_apply": _simulate_with(_DEATHS),
}
_KNOWN = {
    "key_window_of_a_day": 95, "delete_on_4xx": 46, "two_transactions": 30, "fifo_poison_block": 170,
    "server_copy_overwrites_unacked": 61, "partial_batch_acked_as_whole": 26, "deleted_row_resurrects": 20,
    "commit_error_is_failed": 206, "seq_reuse_after_crash": 448, "cursor_stored_before_apply": 232,
}  # fmt: skip
"""The history that showed a rare bug last."""
BUGS = {
    **{
        name: Bug(name, getattr(module, name), "simulation", _LOOK.get(name, _simulate))
        for module, names in _SIMULATED.items()
        for name in names
    },
    "retry_without_jitter": Bug("retry_without_jitter", herd.without_jitter, "herd", herd.flaws),
    "time_zone_day_cut": Bug("time_zone_day_cut", days.cut_in_utc, "days", days.flaws),
}


def hunt(name: str, first: int, known: bool) -> Found:
    """Plant one bug and look for it, history after history; in the one that is known to show it first, if wished."""
    bug = BUGS[name]
    seeds = [_KNOWN[name]] if known and name in _KNOWN else []
    ground()  # founded by the code as it is
    with swapped(bug.plant()):
        for count, seed in enumerate([*seeds, *range(first, first + HISTORIES - len(seeds))], 1):
            if said := bug.look(seed):
                return Found(name, bug.harness, count, said[0].strip().splitlines()[-1][:160])
    return Found(name, bug.harness, 0, "")


def main() -> int:
    """1 when a bug survives."""
    given = argparse.ArgumentParser(prog="python -m tests.faults.planted")
    given.add_argument("names", nargs="*", default=list(BUGS))
    given.add_argument("--workers", type=int, default=2)
    given.add_argument("--first", type=int, default=1, help="the first seed")
    given.add_argument("--known", action="store_true", help="begin with the history that showed it last")
    given.add_argument("--evidence", action="store_true", help="write the table into tests/faults/EVIDENCE.md")
    told = given.parse_args()
    with ProcessPoolExecutor(told.workers, get_context("fork")) as pool:
        found = []
        for one in pool.map(partial(hunt, first=told.first, known=told.known), told.names):
            found.append(one)
            print(f"{one.name:34}{one.harness:12}{one.after or 'SURVIVED':>9}  {one.said}", flush=True)
    caught = sum(1 for one in found if one.after)
    print(f"{caught} of {len(found)} caught")
    if told.evidence:
        table = {one.name: f"{one.harness}, history {one.after or 'never'}" for one in found}
        record("planted bugs", {"caught": f"{caught} of {len(found)}", **table})
    return int(caught < len(found))


if __name__ == "__main__":
    sys.exit(main())
