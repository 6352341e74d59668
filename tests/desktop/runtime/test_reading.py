"""How the reading of a list stands."""

import pytest

from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.runtime.reading import Reading


@pytest.fixture
def stood():
    """How it stood whenever that was told."""
    return []


@pytest.fixture
def reading(stood):
    reading = Reading(lambda: stood.append(reading.state(1)))
    return reading


def test_a_list_is_loading_until_it_is_known(reading, stood):
    assert (reading.state(0), reading.state(3)) == ("loading", "loading")
    reading.done()
    assert (reading.state(0), reading.state(3)) == ("empty", "rows")
    reading.begin()
    assert stood == ["rows", "loading"]


@pytest.mark.parametrize("fault", [Problem("It is damaged."), ZeroDivisionError()])
def test_what_is_raised_fails_it_and_is_not_kept_quiet(reading, stood, fault):
    with pytest.raises(type(fault)), reading.watched():
        raise fault
    assert (reading.state(0), reading.state(3), stood) == ("error", "error", ["error"])


def test_every_failure_is_told(reading, stood):
    for _ in range(2):
        reading.fail()
    assert stood == ["error", "error"]


def test_what_stays_as_it_was_is_not_told(reading, stood):
    for _ in range(2):
        reading.done()
    assert stood == ["rows"]
