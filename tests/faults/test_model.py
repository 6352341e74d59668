"""B3, B11 and C1: short stories of two tablets and the web, drawn by Hypothesis, against a model of a hundred lines.

`python -m tests.faults.stories --examples 50000` plays more of them.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clienteling.central.customers import actions as customers
from clienteling.central.orders import store as orders
from tests.faults.histories import model, planted_tablet
from tests.faults.histories.direct import town
from tests.faults.histories.seams import swapped
from tests.faults.stories import edited, run

pytestmark = pytest.mark.slow
STORIES, EDITED, HUNT, LONGEST = 250, 600, 200, 100


def test_the_model_stays_small():
    assert len(Path(model.__file__).read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_model_central_and_screens_agree_in_the_end():
    run(STORIES)


def test_no_edit_of_two_associates_is_lost_without_a_word():
    """C1: fields merge or stand before a person, wordings are kept, what was deleted stays so."""
    edited(EDITED)


def last_writer() -> Any:
    """A field is whatever was said last, whoever saw what."""
    merge = customers.merge
    return [(customers, "merge", lambda now, versions, base, patch, over: merge(now, {}, base, patch, over))]


def blind() -> Any:
    """Central does not look whether another order took the pieces."""
    return [(orders, "twin", lambda *_: None)]


@pytest.mark.parametrize(
    "plant",
    [planted_tablet.new_key_per_try, planted_tablet.server_copy_overwrites_unacked, last_writer, blind],
)
def test_a_planted_bug_is_found(plant: Callable[[], Any]):
    town()  # founded by the code as it is
    with swapped(plant()), pytest.raises(AssertionError) as found:
        run(HUNT, shrink=False)
    print(found.value)
