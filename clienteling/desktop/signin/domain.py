"""Who may sign in with which PIN and how often a wrong one may be tried; knows no table."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

PIN_DIGITS = 6
FREE_TRIES = 5
FIRST_PAUSE = 30
LONGEST_PAUSE = 15 * 60


@dataclass(frozen=True)
class Person:
    """A member of staff; `pin` is an Argon2id verifier."""

    id: str
    name: str
    role: str
    store: str
    pin: str


class Tries(NamedTuple):
    """Wrong PINs in a row, and the time (ISO 8601) before which no further one is looked at."""

    failures: int = 0
    until: str = ""


def verify(verifier: str, pin: str) -> bool:
    """Whether the PIN is the one; a broken verifier admits nobody."""
    try:
        return PasswordHasher().verify(verifier, pin)
    except (Argon2Error, InvalidHashError):
        return False


def after_failure(tries: Tries, now: datetime) -> Tries:
    """One more wrong PIN: from the fifth on a pause that doubles, 30 seconds to 15 minutes."""
    failures = tries.failures + 1
    if failures < FREE_TRIES:
        return Tries(failures)
    pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - FREE_TRIES))
    return Tries(failures, (now + timedelta(seconds=pause)).isoformat())


def seconds_left(tries: Tries, now: datetime) -> int:
    """Seconds until the next PIN is looked at; 0 when it may be tried."""
    if not tries.until:
        return 0
    return max(0, round((datetime.fromisoformat(tries.until) - now).total_seconds()))
