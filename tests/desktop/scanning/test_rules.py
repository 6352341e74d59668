"""What is believed of one build alone, as data."""

import pytest

from clienteling.desktop.scanning.rules import MOVING, NEVER, STILL, STILL_WITHOUT, Alone


@pytest.mark.parametrize(
    ("rules", "careful", "well", "faint"),
    [(STILL, 1, NEVER, NEVER), (STILL_WITHOUT, NEVER, 2, 3), (MOVING, 2, 2, 3)],
)
def test_a_retail_code_needs_as_many_looks_as_its_reader_is_worth(rules, careful, well, faint):
    def first_enough(careful, well):
        return next((looks for looks in range(1, 10) if rules.enough(careful, well, True, looks)), NEVER)

    assert (first_enough(True, False), first_enough(False, True), first_enough(False, False)) == (careful, well, faint)


def test_a_code_with_a_check_of_its_own_needs_two_looks_unless_the_reader_is_careful():
    for rules in (STILL, STILL_WITHOUT, MOVING):
        assert [rules.enough(False, well, False, looks) for looks in (1, 2) for well in (0, 1)] == [False] * 2 + [
            True
        ] * 2
    assert STILL.enough(True, False, False, 1)
    assert [MOVING.enough(True, False, False, looks) for looks in (1, 2)] == [False, True]


def test_never_stays_never():
    assert not Alone(NEVER, NEVER, NEVER).enough(True, True, True, 99)
