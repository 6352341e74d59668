"""One of a few."""


def test_a_segment_says_what_was_chosen_and_changes_nothing_itself(gallery):
    gallery.click("segment", right=0.9)
    assert gallery.window.property("seenChoice") == 2
    assert gallery.find("segment").property("current") == 1


def test_its_parts_are_equally_wide(gallery):
    segment = gallery.find("segment")
    gallery.window.grabWindow()
    parts = [item for item in gallery.items() if segment.isAncestorOf(item) and item.property("modelData") is not None]
    assert len(parts) == 3
    widths = [part.width() for part in parts]
    assert max(widths) - min(widths) <= 1  # whole pixels
    assert min(widths) + 1 > max(part.implicitWidth() for part in parts)
