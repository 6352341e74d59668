"""One scanner of a kind is in use, new or changed."""

from clienteling.desktop.scanning.profile import FRAMINGS, SPEEDS, TERMINATORS, Scanner, SerialProfile, using

ONE, TWO = Scanner("1", "serial", "One"), Scanner("2", "serial", "Two", True)


def test_another_in_use_is_the_only_one():
    assert [one.chosen for one in using([TWO], ONE)] == [True, False]
    assert [one.id for one in using([TWO], ONE)] == ["1", "2"]


def test_a_changed_one_stands_in_its_own_place():
    [one] = using([TWO], Scanner("2", "serial", "Two", False, {"baud": 1200}))
    assert (one.profile, one.chosen) == ({"baud": 1200}, True)


def test_none_in_use_loses_nobody():
    assert using([ONE, TWO], None) == [ONE, Scanner("2", "serial", "Two")]


def test_the_usual_settings_are_among_the_choices():
    usual = SerialProfile()
    assert usual.baud in SPEEDS and usual.framing in FRAMINGS and usual.terminator in TERMINATORS
