"""What can be done about the chores of the night: begin them, take the next turn of one; knows none of them."""

from __future__ import annotations

from clienteling.central.nightly import store
from clienteling.central.nightly.domain import START, Chore
from clienteling.central.runtime.clock import now
from clienteling.central.runtime.db import Tx


def fall(tx: Tx, names: list[str], night: str) -> None:
    """The night has fallen: what was done an earlier night begins anew, what was not finished goes on.

    A database that is new needs nothing before its second night.
    """
    store.begin(tx, names, night, place=None)


def begin_now(tx: Tx, names: list[str]) -> None:
    """All of it is to be done now, whatever the hour; what was not finished goes on."""
    store.begin(tx, names, now(), place=START)


def is_begun(tx: Tx, name: str) -> bool:
    """Whether the chore is at its very beginning."""
    return store.place(tx, name) == START


def turn(tx: Tx, chore: Chore) -> int | None:
    """The next batch of a chore, and where to go on: both or neither. How many it was; None when nothing is left."""
    place = store.place(tx, chore.name)
    if place is None:
        return None
    following, done = chore.turn(tx, place)
    store.keep_place(tx, chore.name, following)
    return done
