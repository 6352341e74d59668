"""A keyboard scanner in a window with real fields."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from clienteling.contract.codes import loyalty_code
from clienteling.desktop.scanning.profile import WedgeSettings

EAN = "9521234543213"
CARD = loyalty_code(7)


def test_slow_typing_is_untouched(desk):
    desk = desk()
    for sign in "Kim 9521234543213":
        desk.keys.key(sign, gap=140)
    desk.keys.enter(gap=140)
    desk.settle()
    assert (desk.codes, desk.words) == ([], "Kim 9521234543213")


def test_quick_typing_that_is_no_code_of_ours_stays_in_the_field(desk):
    desk = desk()
    desk.keys.type("hello", gap=45)
    desk.keys.enter(gap=45)
    desk.settle()
    assert (desk.codes, desk.words) == ([], "hello")


@pytest.mark.parametrize("gap", [1, 12, 40, 60])
def test_a_burst_is_heard_and_nothing_of_it_is_written(desk, gap):
    desk = desk()
    desk.keys.type(EAN, gap)
    desk.keys.enter(gap)
    desk.settle()
    assert (desk.codes, desk.words) == ([EAN], "")


def test_no_focus_is_needed(desk):
    desk = desk()
    desk.look_away()
    desk.keys.type("SKU-48", 30)
    desk.keys.enter()
    desk.settle()
    assert (desk.codes, desk.page.property("pressed")) == (["SKU-48"], 0)


def test_an_unknown_code_at_a_scanners_speed_is_heard_in_a_field_too(desk):
    desk = desk()
    desk.keys.type("SKU-48", 8)
    desk.keys.enter()
    assert (desk.codes, desk.words) == (["SKU-48"], "")


def test_without_an_end_key_only_what_we_know_is_taken(desk):
    desk = desk()
    desk.keys.type(EAN)
    desk.settle()
    desk.keys.type("hello", gap=5)
    desk.settle()
    assert (desk.codes, desk.words) == ([EAN], "hello")


def test_words_before_a_scan_stay_and_the_scan_does_not_join_them(desk):
    desk = desk()
    for sign in "Kim":
        desk.keys.key(sign, gap=150)
    desk.keys.at += 500
    desk.keys.type(EAN)
    desk.keys.enter()
    desk.settle()
    assert (desk.codes, desk.words) == ([EAN], "Kim")


def test_a_french_layout_does_not_change_the_code(desk):
    desk = desk()
    for sign, french in zip("12A-" + "90", "&éQ)çà", strict=True):
        desk.keys.key(sign, text=french)
    desk.keys.enter()
    assert desk.codes == ["12A-90"]


def test_a_scanner_set_to_the_tablets_own_layout_is_understood_by_its_text(desk):
    desk = desk()
    for pressed, sign in zip("!@#$%^&*(!@#$", EAN, strict=True):
        desk.keys.key(pressed, text=sign)
    desk.keys.enter()
    assert desk.codes == [EAN]


def test_capslock_does_not_change_the_code(desk):
    desk = desk()
    for sign in CARD:
        desk.keys.key(sign, text=sign.swapcase())
    desk.keys.enter()
    assert desk.codes == [CARD]


def test_control_characters_in_a_code_never_act(desk):
    desk = desk()
    desk.keys.type(EAN[:6])
    desk.keys.key("o", text="\x0f", modifiers=Qt.KeyboardModifier.ControlModifier)
    desk.keys.key("\b", key=Qt.Key.Key_Backspace)
    desk.keys.type(EAN[6:])
    desk.keys.enter()
    desk.settle()
    assert (desk.codes, desk.words) == ([EAN], "")


def test_shortcuts_do_not_act_inside_a_code(desk):
    desk = desk()
    QTest.keyClick(desk.view, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert desk.page.property("acted") == 1
    for sign in "954":
        QTest.keyClick(desk.view, sign)
    QTest.keyClick(desk.view, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert desk.page.property("acted") == 1


def test_the_second_end_key_of_a_scanner_is_swallowed(desk):
    desk = desk()
    desk.look_away()
    desk.keys.type(EAN)
    desk.keys.enter()
    desk.keys.enter(gap=20)
    assert desk.page.property("pressed") == 0
    desk.keys.enter(gap=300)
    assert desk.page.property("pressed") == 1


def test_a_prefix_and_a_suffix_can_be_asked_for(desk):
    desk = desk(WedgeSettings(prefix="~", suffix="#"))
    desk.keys.type(f"~{EAN}#")
    desk.keys.enter()
    assert desk.codes == [EAN]
    desk.keys.type(EAN)
    desk.keys.enter()
    assert desk.codes == [EAN]


def test_letters_through_a_korean_input_method_are_the_keys_behind_them(desk):
    desk = desk()
    for preedit in ("ㄴ", "나"):
        desk.keys.compose(preedit)
    desk.keys.compose("ㅕ", "나")
    desk.keys.compose("", "ㅕ")
    desk.keys.type("-48")
    desk.keys.enter()
    desk.settle()
    assert ([code.upper() for code in desk.codes], desk.words) == (["SKU-48"], "")


def test_a_written_korean_word_stays_in_the_field(desk):
    desk = desk()
    desk.keys.compose("", "김민서")
    desk.settle()
    assert (desk.codes, desk.words) == ([], "김민서")


def test_a_whole_code_committed_at_once_is_no_scanner(desk):
    desk = desk()
    desk.keys.compose("", EAN)
    desk.settle()
    assert (desk.codes, desk.words) == ([], EAN)


def test_without_a_field_no_input_method_is_asked(desk):
    desk = desk()
    desk.look_away()
    assert not desk.wedge._writing()


STROKES = st.lists(
    st.tuples(st.characters(min_codepoint=32, max_codepoint=126), st.integers(0, 200)), min_size=1, max_size=12
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strokes=STROKES)
def test_every_key_is_either_in_a_code_or_in_the_field(desk_once, strokes):
    desk = desk_once
    desk.page.setProperty("words", "")
    desk.codes.clear()
    for sign, gap in strokes:
        desk.keys.key(sign, gap)
    desk.keys.at += 1000
    desk.wedge._silent()
    written = "".join(sign for sign, _ in strokes)
    assert len("".join(desk.codes)) + len(desk.words) == len(written)


@pytest.fixture
def desk_once(desk):
    """One desk for all examples, its clock far in the future each time."""
    return desk()


def spell(desk, text, gap=5, zero=""):
    """What a scanner sends that holds Alt down and enters the number of each character on the number pad."""
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
    for sign in text:
        for number in f"{zero}{ord(sign)}":
            desk.keys.key(number, gap, modifiers=held, native=False)
        desk.keys.at += gap
        released = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Alt, Qt.KeyboardModifier.NoModifier)
        released.setTimestamp(desk.keys.at)
        QCoreApplication.sendEvent(desk.view, released)


@pytest.mark.parametrize("zero", ["", "0"])
def test_a_code_spelt_on_the_number_pad_is_heard(desk, zero):
    desk = desk()
    spell(desk, CARD + "\r", zero=zero)
    desk.settle()
    assert (desk.codes, desk.words) == ([CARD], "")


def test_what_the_number_pad_spells_slowly_is_written(desk):
    desk = desk()
    spell(desk, "A", gap=140)
    desk.settle()
    assert (desk.codes, desk.words) == ([], "A")


def test_digits_of_a_spelt_character_press_no_shortcut(desk):
    desk = desk()
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(desk.view, Qt.Key.Key_5, alt | Qt.KeyboardModifier.KeypadModifier)
    assert (desk.page.property("acted"), desk.words) == (0, "")
    QTest.keyClick(desk.view, Qt.Key.Key_5, alt)
    assert desk.page.property("acted") == 1, "the digits above the letters are still a person's"
