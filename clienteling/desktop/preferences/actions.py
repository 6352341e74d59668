"""Choosing a setting."""

from clienteling.desktop.preferences import store
from clienteling.desktop.preferences.domain import FIRST, allowed
from clienteling.desktop.runtime.db import Tx


def choose(tx: Tx, name: str, value: str) -> None:
    """Keep a setting; ValueError for one that does not exist or may not have this value."""
    if not allowed(name, value):
        raise ValueError(f"{name} cannot be {value}")
    store.keep(tx, name, value)


def settings(tx: Tx) -> dict[str, str]:
    """Every setting, with what it is before anybody chose."""
    chosen = {name: value for name, value in store.every(tx).items() if allowed(name, value)}
    return FIRST | chosen
