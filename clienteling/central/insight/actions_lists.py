"""What the lists ask of insight: the model in force, and what it foresees; loads what it stands on only when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from zipfile import BadZipFile

import structlog

from clienteling.central.insight.actions import shop
from clienteling.central.insight.folder import Mark, mark
from clienteling.central.runtime.db import Tx

if TYPE_CHECKING:
    from clienteling.central.insight.domain import Foreseen
    from clienteling.central.insight.model import Model

Foresight: TypeAlias = "Callable[[Iterable[tuple[str, int, str]], int], list[Foreseen]]"
"""From lines (basket, day, product) of a person, and what day it is."""
GIVEN = "insight"
"""Under which name a transaction is given what was learned."""
MOST = 40
"""How many that are new to her, and how many that are not, are foreseen at most."""


class Learned:
    """The model in force: taken anew where the file is another; none where there is none of this shop."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: Mark | None = None
        self._model: Model | None = None

    def model(self, tx: Tx) -> Model | None:
        """What was kept last, of the shop whose transaction this is."""
        found = mark(self._folder)
        if found != self._seen:
            self._model = self._take(tx) if found else None
            self._seen = found
        return self._model

    def warm(self) -> None:
        """Load what a model stands on, where there is one: half a second in which nothing else should wait."""
        if mark(self._folder):
            from clienteling.central.insight import person, shelf  # noqa: F401

    def _take(self, tx: Tx) -> Model | None:
        from clienteling.central.insight import shelf

        try:
            return shelf.take(self._folder, shop(tx))
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
            # the plain formulas make honest lists, so that no list waits for the next night
            structlog.get_logger().warning("what was learned cannot be read", exc_info=error)
            return None


def model(tx: Tx) -> Model | None:
    """The model in force; None where nothing was learned that is good enough."""
    given: Learned | None = tx.info.get(GIVEN)
    return given.model(tx) if given else None


def foresight(tx: Tx) -> Foresight | None:
    """What foresees, from the lines she bought and for a day (an ordinal), what she may be shown, the likeliest first.

    None where nothing was learned that is good enough.
    """
    learned = model(tx)
    if learned is None:
        return None
    from clienteling.central.insight import person

    return lambda lines, today: person.foresee(learned, lines, today + 1, MOST)
