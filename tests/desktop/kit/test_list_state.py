"""What stands in for rows."""

import pytest


@pytest.mark.parametrize("state", ["empty", "error", "rows"])
def test_a_list_says_why_it_is_empty(gallery, state):
    place = gallery.find("state")
    place.setProperty("sentence", "Nobody is here yet.")
    place.setState(state)
    seen = [
        item.property("text") for item in gallery.items() if item.isVisible() and item.property("lines") is not None
    ]
    assert ("Nobody is here yet." in seen) is (state != "rows")
    assert ("Try again" in seen) is (state == "error")
