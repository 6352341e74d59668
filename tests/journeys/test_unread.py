"""A local database that cannot be read is told on every page, and read again from the keyboard once it can be."""

import pytest
from PySide6.QtCore import Qt
from sqlcipher3 import dbapi2

from clienteling.desktop.runtime.text import say
from tests.helpers.damage import UNREAD, unreadable
from tests.helpers.screen import pump, until
from tests.helpers.shop_folder import MINSEO

PAGES = ("today", "clients", "customer", "products", "cart", "orders", "notes", "sync")


def tab_to(screen, name):
    """Press Tab until the focus is in the item of that name."""
    for _ in range(200):
        screen.key(Qt.Key.Key_Tab)
        at = screen.window.activeFocusItem()
        while at is not None and at.objectName() != name:
            at = at.parentItem()
        if at is not None:
            return
    raise AssertionError(f"the Tab key never came to {name!r}")


@pytest.mark.logs("bug")
def test_every_page_says_that_it_could_not_be_read_and_reads_again(town, tablets):
    tablet = tablets().synced().sign_in().open_customer(MINSEO)
    screen = tablet.screen
    screen.face()
    for page in PAGES:
        tablet.app.navigator.open(page, MINSEO if page == "customer" else "")
        with unreadable(tablet.app.ground.db, dbapi2.DatabaseError("database disk image is malformed")):
            tablet.app.pages[page].reload()
            screen.wait_for(say(UNREAD))
            screen.wait_for(say("Something went wrong"))
            pump(300)  # the sheet has come up
            screen.key(Qt.Key.Key_Escape)
            until(lambda: tablet.app.toasts.crashTrace == "", why="that Esc closes what was told")
        tab_to(screen, "retry")
        screen.key(Qt.Key.Key_Return)
        until(lambda page=page: not screen.sees(say(UNREAD)), why=f"to read {page} again")
    assert len(tablet.bugs) >= len(PAGES)
    tablet.bugs.clear()
