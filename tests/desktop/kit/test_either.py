"""One of two, side by side."""

from PySide6.QtCore import Qt


def test_the_other_one_is_chosen_by_hand_and_by_key(gallery):
    item = gallery.find("either")
    chosen = []
    item.chosen.connect(chosen.append)
    gallery.click("one-of-two")
    gallery.click("other-of-two")
    gallery.find("one-of-two").forceActiveFocus()
    gallery.key(Qt.Key.Key_Return)
    assert chosen == [0, 1, 0]
