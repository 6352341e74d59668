"""One of a few."""


def test_a_segment_says_what_was_chosen_and_changes_nothing_itself(gallery):
    gallery.click("segment", right=0.9)
    assert gallery.window.property("seenChoice") == 2
    assert gallery.find("segment").property("current") == 1
