"""A local database that cannot be read for a while; knows no table and no page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.problems import Problem

UNREAD = "This could not be read. Try again."
DAMAGED = Problem("The page is damaged.")


@contextmanager
def unreadable(db: Db, fault: Exception = DAMAGED, spared: Callable[..., Any] | None = None) -> Iterator[None]:
    """Every read fails meanwhile, but that of what is `spared`."""
    read = db.read

    async def fail(action: Callable[..., Any], *args: object) -> Any:
        if action is spared:
            return await read(action, *args)
        raise fault

    db.read = fail
    try:
        yield
    finally:
        del db.read


def try_again(page, qtbot) -> None:
    """See what went wrong and press the button beneath; what it was stands there no more."""
    qtbot.waitUntil(lambda: UNREAD in page.texts())
    page.click("retry")
    qtbot.waitUntil(lambda: UNREAD not in page.texts())


def fail(*_args: object) -> None:
    """What a store's function does meanwhile."""
    raise DAMAGED
