"""Whether central answers, since when, and when it is tried again; knows nothing of what is said."""

import time
from datetime import UTC, datetime
from typing import Literal

from PySide6.QtCore import QObject, Signal

from clienteling.desktop.runtime.central import Why


class Connection(QObject):
    """`state` is starting, online, offline or refused (central knows us no longer); `why` says more when offline.

    Offline, what is done waits; a central that is only slow or takes nothing in may still be heard.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = "starting"
        self.why: Why | Literal["slow", ""] = ""
        self.since = datetime.now(UTC)
        self.next_try = 0.0
        self.last_answer: datetime | None = None

    def answered(self) -> None:
        """Central gave a real answer, in time."""
        self.last_answer = datetime.now(UTC)
        self._become("online", "")

    def lost(self, wait: float, why: Why | Literal["slow"] = "away") -> None:
        """No answer, or a late one; the next try comes in `wait` seconds."""
        self.next_try = time.monotonic() + wait
        self._become("offline", why)

    def refused(self) -> None:
        """Central answers but does not take this tablet; the queue and whoever is signed in are kept."""
        self._become("refused", "")

    def seconds_to_try(self) -> int:
        """Seconds until the next try."""
        return max(0, round(self.next_try - time.monotonic()))

    def _become(self, state: str, why: Why | Literal["slow", ""]) -> None:
        if state != self.state:
            self.since = datetime.now(UTC)
        self.state, self.why = state, why
        self.changed.emit()
