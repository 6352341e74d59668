"""No reason crowds out the others, and there is always something she knows and something that is new to her."""

from typing import NamedTuple

import pytest

from clienteling.contract.v1.suggestions import REASONS
from clienteling.contract.variety import varied


class One(NamedTuple):
    reason: str
    n: int


def order(reasons, most, least):
    return [one.n for one in varied([One(reason, n) for n, reason in enumerate(reasons)], most, least)]


def test_more_of_one_reason_come_after_the_others():
    assert order(["cart", "cart", "cart", "saved"], most=2, least=0) == [0, 1, 3, 2]


def test_all_that_is_bought_again_is_one_reason():
    assert order(["due", "again", "due", "cart"], most=2, least=0) == [0, 1, 3, 2]


def test_what_is_known_and_what_is_new_come_first():
    reasons = ["cart", "saved", "again", "viewed", "due", "people", "popular"]
    assert order(reasons, most=9, least=1) == [2, 5, 0, 1, 3, 4, 6]
    assert order(reasons, most=9, least=2) == [2, 4, 5, 6, 0, 1, 3]


@pytest.mark.parametrize("reason", sorted(REASONS - {"cart", "saved", "viewed"}))
def test_every_reason_that_follows_from_purchases_is_of_what_she_knows_or_of_what_is_new_to_her(reason):
    assert order(["cart", reason], most=9, least=1) == [1, 0]
