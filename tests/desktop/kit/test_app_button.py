"""A button answers fingers and keys."""

from PySide6.QtCore import Qt


def test_a_button_is_pressed_by_finger_and_by_key(gallery):
    gallery.click("send")
    assert gallery.window.property("pressed") == 1
    gallery.find("send").forceActiveFocus()
    gallery.key(Qt.Key.Key_Space)
    gallery.key(Qt.Key.Key_Return)
    assert gallery.window.property("pressed") == 3
