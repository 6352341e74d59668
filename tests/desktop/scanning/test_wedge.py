"""A keyboard scanner in a window with real fields."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from clienteling.contract.codes import loyalty_code
from clienteling.desktop.scanning.learning import learned
from clienteling.desktop.scanning.profile import WedgeSettings
from clienteling.desktop.scanning.wedge import Wedge

EAN = "9521234543213"
CARD = loyalty_code(7)
PAGE = b"""
import QtQuick
Item {
    id: page
    property alias words: field.text
    property int pressed: 0
    property int acted: 0
    property bool writing: true
    Shortcut { sequences: ["Ctrl+O", "4"]; onActivated: page.acted += 1 }
    onWritingChanged: writing ? field.forceActiveFocus() : plain.forceActiveFocus()
    Component.onCompleted: field.forceActiveFocus()
    TextInput { id: field; width: 200 }
    Item { id: plain; Keys.onPressed: page.pressed += 1 }
}
"""


class Desk:
    """A window with one text field, one item that is no field, and a scanner."""

    def __init__(self, keyboard, settings=None):
        self.view, self.engine = QQuickWindow(), QQmlEngine()
        self.component = QQmlComponent(self.engine)
        self.component.setData(PAGE, QUrl("desk.qml"))
        self.page = self.component.create()
        self.page.setParentItem(self.view.contentItem())
        self.view.show()
        self.view.requestActivate()
        QTest.qWaitForWindowActive(self.view)
        self.wedge = Wedge(settings)
        self.wedge.watch(self.view)
        self.codes = []
        self.wedge.scanned.connect(lambda text, _: self.codes.append(text))
        self.keys = keyboard(self.view)

    def look_away(self):
        """Take the focus out of the text field."""
        self.page.setProperty("writing", False)
        QTest.qWait(1)

    def settle(self):
        """Wait until nothing can be held any more."""
        QTest.qWait(200)

    @property
    def words(self):
        return self.page.property("words")


@pytest.fixture
def desk(qapp, keyboard):
    """The desk, its text field focused."""
    made = []

    def make(settings=None):
        made.append(Desk(keyboard, settings))
        return made[-1]

    yield make
    for each in made:
        each.view.close()
        each.view.deleteLater()
    qapp.processEvents()


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


def test_while_it_learns_every_run_of_keys_is_measured_and_nothing_is_told(desk):
    desk = desk()
    desk.wedge.learning, bursts = True, []
    desk.wedge.measured.connect(bursts.append)
    desk.keys.type(f"~{EAN}#", gap=110)
    desk.keys.key("\t", 110, key=Qt.Key.Key_Tab)
    [burst] = bursts
    assert (burst.us, burst.end, burst.typical) == (f"~{EAN}#", "tab", 110)
    assert (desk.codes, desk.words) == ([], "")


def test_a_scanner_too_slow_for_the_usual_times_is_heard_once_it_was_learnt(desk):
    desk = desk()
    desk.keys.type(f"~{EAN}", gap=100)
    desk.keys.enter(gap=100)
    desk.settle()
    assert (desk.codes, desk.words) == ([], f"~{EAN}")
    desk.wedge.learning, bursts = True, []
    desk.wedge.measured.connect(bursts.append)
    desk.keys.type(f"~{EAN}", gap=100)
    desk.keys.enter(gap=100)
    desk.wedge.learning, desk.wedge.settings = False, learned(bursts[0])
    desk.keys.type("~4006381333931", gap=100)
    desk.keys.enter(gap=100)
    desk.settle()
    assert (desk.codes, desk.words) == (["4006381333931"], f"~{EAN}")


@pytest.mark.parametrize(("end", "key"), [("enter", Qt.Key.Key_Tab), ("tab", Qt.Key.Key_Return)])
def test_only_the_end_of_the_profile_ends_a_code(desk, end, key):
    desk = desk(WedgeSettings(end=end))
    desk.keys.type("SKU-48")
    desk.keys.key("\r", 5, key=key)
    assert desk.codes == []
    desk.keys.key("\r", 5, key=Qt.Key.Key_Return if end == "enter" else Qt.Key.Key_Tab)
    assert desk.codes == ["SKU-48"]


def test_a_scanner_without_an_end_is_heard_even_where_its_code_is_unknown(desk):
    desk = desk(WedgeSettings(end="none"))
    desk.keys.type("SKU-48")
    desk.settle()
    assert (desk.codes, desk.words) == (["SKU-48"], "")


def test_the_layout_of_the_profile_decides(desk):
    for layout, code in (("us", "12A-"), ("tablet", "&éQ)")):
        made = desk(WedgeSettings(layout=layout))
        for sign, text in zip("12A-", "&éQ)", strict=True):
            made.keys.key(sign, text=text)
        made.keys.enter()
        assert made.codes == [code]
