"""Signing in with a PIN or a badge."""

import pytest
from argon2 import PasswordHasher

from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.signin import actions, store

PIN = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("482913")


@pytest.fixture
def team(tx):
    person = {"id": "s1", "name": "서준", "role": "associate", "store": "gangnam", "pin": PIN, "badge": "ST0007X"}
    store.save(tx, store.staff, [person])


def test_the_right_pin_signs_in(tx, team):
    assert actions.enter(tx, "s1", "482913").name == "서준"


def test_five_wrong_pins_start_a_pause_that_even_the_right_one_waits_for(tx, team):
    for _ in range(5):
        with pytest.raises(actions.WrongPin) as wrong:
            actions.enter(tx, "s1", "000000")
        actions.note_failure(tx, wrong.value)
    with pytest.raises(Problem, match="Too many"):
        actions.enter(tx, "s1", "482913")


def test_the_right_pin_forgets_the_wrong_ones(tx, team):
    with pytest.raises(actions.WrongPin) as wrong:
        actions.enter(tx, "s1", "000000")
    actions.note_failure(tx, wrong.value)
    actions.enter(tx, "s1", "482913")
    assert store.tries(tx, "s1").failures == 0


def test_a_badge_signs_in_whatever_the_case_of_its_letters(tx, team):
    assert actions.enter_by_badge(tx, "st0007x").id == "s1"
    with pytest.raises(Problem):
        actions.enter_by_badge(tx, "ST9999Y")
