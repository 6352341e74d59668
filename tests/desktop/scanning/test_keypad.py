"""Characters spelt on the number pad."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from clienteling.desktop.scanning.keypad import Keypad

ALT, PAD = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier


def digit(number, modifiers=ALT | PAD):
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key(ord(number)), modifiers, number)


@pytest.mark.parametrize(
    ("digits", "sign"),
    [("65", "A"), ("065", "A"), ("48", "0"), ("126", "~"), ("13", "\r"), ("", ""), ("7", ""), ("27", ""), ("300", ""),
     ("9" * 5000, "")],
)  # fmt: skip
def test_only_what_may_stand_in_a_code_is_spelt(digits, sign):
    pad = Keypad("linux")
    assert all(pad.press(digit(number)) for number in digits)
    assert (pad.spelt(), pad.spelt()) == (sign, "")


def test_the_systems_own_spelling_is_left_to_it():
    for platform, takes in (("win32", True), ("darwin", False)):
        pad = Keypad(platform)
        assert [pad.press(digit(number)) for number in "65"] == [takes, takes]
        assert pad.spelt() == ""


@pytest.mark.parametrize("modifiers", [ALT, PAD, Qt.KeyboardModifier.NoModifier])
def test_other_digits_are_not_taken(modifiers):
    assert not Keypad("linux").press(digit("5", modifiers))
