"""What stands in for rows."""

import pytest
from PySide6.QtCore import Qt

UNREAD = "This could not be read. Try again."


@pytest.mark.parametrize("state", ["empty", "error", "rows"])
def test_a_list_says_why_it_is_empty(gallery, state):
    place = gallery.find("state")
    place.setProperty("sentence", "Nobody is here yet.")
    place.setState(state)
    seen = [
        item.property("text") for item in gallery.items() if item.isVisible() and item.property("lines") is not None
    ]
    assert ("Nobody is here yet." in seen) is (state == "empty")
    assert (UNREAD in seen) is (state == "error")
    assert ("Try again" in seen) is (state == "error")


def test_the_keyboard_reads_it_again(gallery, qtbot):
    place = gallery.find("state")
    place.setState("error")
    gallery.tab_to(gallery.find("retry"))
    with qtbot.waitSignal(place.retry):
        gallery.key(Qt.Key.Key_Return)
