"""Fails a test that left a warning in the log nobody expected; knows no feature."""

import logging
from collections.abc import Iterator

import pytest
import structlog
from structlog.testing import capture_logs

LOUD = {"warning", "error", "critical", "exception"}


class _Keeper(logging.Handler):
    """Keeps what the standard logging says from WARNING on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.kept: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.kept.append(f"{record.name} {record.levelname}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _quiet_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning or error in the log fails the test, unless `@pytest.mark.logs("part of it")` expects it."""
    expected = [text for mark in request.node.iter_markers("logs") for text in mark.args]
    keeper, root = _Keeper(), logging.getLogger()
    root.addHandler(keeper)
    try:
        with capture_logs() as told:
            yield
    finally:
        root.removeHandler(keeper)
        structlog.reset_defaults()
    told_loudly = [f"{entry['event']} {entry}" for entry in told if entry.get("log_level") in LOUD]
    unexpected = [line for line in (*keeper.kept, *told_loudly) if not any(text in line for text in expected)]
    assert not unexpected, "unexpected in the log:\n" + "\n".join(unexpected)
