"""What it means to keep the key of the local store; knows no keeper."""

from typing import Protocol

from clienteling.desktop.runtime.keys import Key


class Refusal(Exception):
    """The store stays shut and its file untouched; the message says why and what to do."""


class Keeper(Protocol):
    """One place for the key."""

    name: str

    def able(self) -> bool:
        """Whether this device has such a place at all."""

    def key(self, new: bool) -> Key:
        """The key that is kept here; a new one is made only with `new` and only if none is. Raises Refusal."""
