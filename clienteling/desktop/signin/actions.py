"""What other features may ask of the shop's places and its staff."""

from datetime import UTC, datetime

from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.signin import store
from clienteling.desktop.signin.domain import Person, Tries, after_failure, seconds_left, verify
from clienteling.desktop.signin.store import Place


def locations(tx: Tx) -> dict[str, Place]:
    """Names and kind of every store, warehouse and online shop by id."""
    return store.locations(tx)


def staff_names(tx: Tx) -> dict[str, str]:
    """Everybody's name by id."""
    return store.staff_names(tx)


def enter(tx: Tx, staff: str, pin: str) -> Person:
    """Sign in with a PIN; Problem when it is wrong, or when too many were wrong and a pause runs."""
    person = store.person(tx, staff)
    if person is None:
        raise Problem("This person is not known on this tablet.")
    tries, now = store.tries(tx, staff), datetime.now(UTC)
    if wait := seconds_left(tries, now):
        raise Problem("Too many wrong PINs. Try again in {n} seconds.", n=wait)
    if verify(person.pin, pin):
        store.keep_tries(tx, staff, Tries())
        return person
    raise WrongPin(staff, after_failure(tries, now))


class WrongPin(Problem):
    """The PIN was wrong; `tries` is to be kept in a transaction of its own, since this one is undone."""

    def __init__(self, staff: str, tries: Tries) -> None:
        super().__init__("That PIN is not right. Try again.")
        self.staff, self.tries = staff, tries


def note_failure(tx: Tx, wrong: WrongPin) -> None:
    """Count a wrong PIN."""
    store.keep_tries(tx, wrong.staff, wrong.tries)


def enter_by_badge(tx: Tx, badge: str) -> Person:
    """Sign in with a staff badge; Problem when nobody on this tablet bears it."""
    person = store.bearer(tx, badge)
    if person is None:
        raise Problem("Nobody here has this badge. Choose your name instead.")
    return person
