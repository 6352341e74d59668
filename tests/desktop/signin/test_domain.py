"""PINs and how often a wrong one may be tried."""

from datetime import UTC, datetime, timedelta

from argon2 import PasswordHasher

from clienteling.desktop.signin.domain import Tries, after_failure, seconds_left, verify

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("482913")


def test_only_the_right_pin_opens():
    assert verify(HASH, "482913")
    assert not verify(HASH, "482914")


def test_a_broken_verifier_admits_nobody():
    assert not verify("", "482913")
    assert not verify("482913", "482913")


def test_the_first_four_wrong_pins_cost_nothing_then_the_pause_doubles():
    tries, pauses = Tries(), []
    for _ in range(12):
        tries = after_failure(tries, NOW)
        pauses.append(seconds_left(tries, NOW))
    assert pauses == [0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]


def test_the_pause_ends():
    tries = Tries(5, (NOW + timedelta(seconds=30)).isoformat())
    assert seconds_left(tries, NOW + timedelta(seconds=31)) == 0
