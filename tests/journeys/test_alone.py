"""A tablet left alone on the counter: nothing of her can be read, and the work is there after the PIN."""

import pytest

from clienteling.desktop.shell.viewmodel_presence import LOCK_AFTER, MASK_AFTER
from tests.helpers.screen import until
from tests.helpers.shop_folder import MINSEO, PHOTOGRAPHED, PINS, TEAM

UNSAVED = "결혼식 전까지 코트를 찾으세요"
OTHER = TEAM[1][0]


@pytest.fixture
def busy(tablets):
    """이서준 stands on 민서's page with something in her cart and a note half written; the clock is the test's."""
    tablet = tablets().synced().sign_in("이서준").open_customer(MINSEO).scan(PHOTOGRAPHED[1])
    presence = tablet.app.presence
    presence.watch(tablet.screen.window)
    tablet.now = presence.clock()
    presence.clock = lambda: tablet.now
    tablet.screen.click("note")
    tablet.screen.click("addNote")
    tablet.screen.click("noteText")
    tablet.screen.type(UNSAVED)
    return tablet


def leave(tablet, seconds):
    tablet.now += seconds
    tablet.app.presence.look()


def bare(tablet):
    """How much of the window is of one colour: what is hidden leaves no trace, open sheets neither."""
    image = tablet.screen.window.grabWindow()
    spots = [image.pixel(x, y) for x in range(4, image.width(), 8) for y in range(4, image.height(), 8)]
    return spots.count(spots[0]) / len(spots)


def test_a_minute_hides_her_and_a_touch_goes_on_where_she_was(busy):
    leave(busy, MASK_AFTER)
    busy.screen.wait("veil")
    assert bare(busy) > 0.95
    busy.screen.click("veil")
    until(lambda: not busy.screen.has("veil"), why="that the veil is lifted")
    assert busy.screen.wait("noteText").property("text") == UNSAVED


def test_the_same_person_finds_her_work_after_the_pin(busy):
    leave(busy, LOCK_AFTER)
    busy.screen.wait("signin")
    pieces = busy.app.cart.pieces
    busy.app.scanning.typed(PHOTOGRAPHED[1])
    for digit in PINS["이서준"]:
        busy.screen.click(f"key-{digit}")
    until(lambda: not busy.app.presence.locked, why="to be opened by the PIN")
    assert busy.app.cart.pieces == pieces == 1
    assert (busy.app.navigator.page, busy.app.clientbook.customer) == ("customer", MINSEO)
    until(lambda: not busy.screen.has("signin"))
    assert busy.screen.wait("noteText").property("text") == UNSAVED
    busy.screen.click("saveNote")
    busy.screen.wait_for(UNSAVED)


def test_another_person_finds_nobody_in_view(busy):
    leave(busy, LOCK_AFTER)
    busy.screen.click(f"staff-{OTHER}")
    for digit in PINS[OTHER]:
        busy.screen.click(f"key-{digit}")
    until(lambda: busy.app.ground.session.staff_name == OTHER, why="to change hands")
    until(lambda: not busy.screen.has("noteText") and not busy.screen.has("signin"), why="that the sheet is closed")
    assert (busy.app.navigator.page, busy.app.cart.customer) == ("today", "")
    assert not busy.screen.sees(UNSAVED)
