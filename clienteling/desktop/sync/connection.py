"""Whether central answers, since when, and when it is tried again; knows nothing of what is said."""

import time
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal


class Connection(QObject):
    """`state` is starting, online, offline or refused (central knows us no longer)."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = "starting"
        self.since = datetime.now(UTC)
        self.next_try = 0.0
        self.last_answer: datetime | None = None
        self.reason = ""

    def answered(self) -> None:
        """Central gave a real answer."""
        self.last_answer = datetime.now(UTC)
        self._become("online", "")

    def lost(self, wait: float) -> None:
        """No answer; the next try comes in `wait` seconds."""
        self.next_try = time.monotonic() + wait
        self._become("offline", "")

    def refused(self, reason: str) -> None:
        """Central answers but does not take this tablet; the queue is kept."""
        self._become("refused", reason)

    def seconds_to_try(self) -> int:
        """Seconds until the next try."""
        return max(0, round(self.next_try - time.monotonic()))

    def _become(self, state: str, reason: str) -> None:
        if state != self.state:
            self.since = datetime.now(UTC)
        self.state, self.reason = state, reason
        self.changed.emit()
