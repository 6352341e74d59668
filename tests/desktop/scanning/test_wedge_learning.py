"""A keyboard scanner that was learnt, in a window with real fields."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clienteling.desktop.scanning.learning import learned
from clienteling.desktop.scanning.profile import WedgeSettings

EAN = "9521234543213"


def test_while_it_learns_every_run_of_keys_is_measured_and_nothing_is_told(desk):
    desk = desk()
    desk.wedge.learning, bursts = True, []
    desk.wedge.measured.connect(bursts.append)
    desk.keys.type(f"~{EAN}#", gap=110)
    desk.keys.key("\t", 110, key=Qt.Key.Key_Tab)
    [burst] = bursts
    assert (burst.us, burst.end, burst.typical) == (f"~{EAN}#", "tab", 110)
    assert (desk.codes, desk.words) == ([], "")


def test_a_scanner_without_an_end_is_learnt_by_its_silence(desk):
    desk = desk()
    desk.wedge.learning, bursts = True, []
    desk.wedge.measured.connect(bursts.append)
    desk.keys.type("SKU-48")
    QTest.qWait(900)
    [burst] = bursts
    assert (burst.end, learned(burst).end) == ("none", "none")


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
