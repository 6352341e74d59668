"""A tablet left alone hides its page after a minute and wants the PIN after three; nobody waits here."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from clienteling.desktop.shell.viewmodel_presence import LOCK_AFTER, LONGEST, MASK_AFTER, Presence
from clienteling.desktop.signin.domain import Person

SEOJUN = Person("staff-1", "이서준", "associate", "store-1", "")
SORA = Person("staff-2", "한소라", "manager", "store-1", "")


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def presence(session, clock):
    """이서준 has just signed in."""
    return Presence(session, clock)


def alone(presence, clock, seconds):
    clock.now += seconds
    presence.look()


def state(presence):
    return presence.masked, presence.locked


def test_a_minute_hides_and_three_lock(presence, clock):
    alone(presence, clock, MASK_AFTER - 1)
    assert state(presence) == (False, False)
    alone(presence, clock, 1)
    assert state(presence) == (True, False)
    alone(presence, clock, LOCK_AFTER - MASK_AFTER)
    assert state(presence) == (False, True)


def press():
    button = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseButtonPress, QPointF(), QPointF(), button, button, none)


def key():
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")


@pytest.mark.parametrize("event", [press, key])
def test_any_input_begins_the_minute_anew_and_reaches_what_it_was_for(presence, clock, event):
    alone(presence, clock, MASK_AFTER - 1)
    assert presence.eventFilter(QObject(), event()) is False
    alone(presence, clock, MASK_AFTER - 1)
    assert state(presence) == (False, False)


def test_a_paint_is_no_input(presence, clock):
    presence.eventFilter(QObject(), QEvent(QEvent.Type.UpdateRequest))
    alone(presence, clock, MASK_AFTER)
    assert presence.masked


def test_a_touch_lifts_the_veil_but_not_before_it_was_delivered(presence, clock, qtbot):
    alone(presence, clock, MASK_AFTER)
    presence.touch()
    assert presence.masked
    qtbot.waitUntil(lambda: not presence.masked)


def test_only_the_pin_opens_a_locked_tablet_and_the_same_person_goes_on(presence, session, clock, qtbot):
    told, left = [], []
    session.changed.connect(lambda: told.append(session.staff))
    presence.left.connect(left.append)
    alone(presence, clock, LOCK_AFTER)
    presence.touch()
    presence.look()
    assert presence.locked and left == ["staff-1"]
    session.begin(SEOJUN)
    assert state(presence) == (False, False) and told == []


@pytest.mark.parametrize("seconds", [MASK_AFTER, LOCK_AFTER])
def test_what_central_says_of_the_device_opens_nothing(presence, session, clock, seconds):
    alone(presence, clock, seconds)
    before = state(presence)
    device = {"id": "device-1", "store": "store-1", "tenant": "t", "name": "Tablet 1", "code": "T1"}
    session.settle(device, "강남 본점", "KRW")
    assert state(presence) == before != (False, False)


def test_another_person_begins_with_nobody_in_view(presence, session, clock):
    told = []
    session.switched.connect(lambda: told.append("switched"))
    session.changed.connect(lambda: told.append(session.staff))
    alone(presence, clock, LOCK_AFTER)
    session.begin(SORA)
    assert told == ["switched", "staff-2"] and not presence.locked


def test_twelve_hours_after_the_pin_it_is_wanted_again(presence, clock):
    for _ in range(LONGEST // 30 - 1):
        presence.touch()
        alone(presence, clock, 30)
    assert state(presence) == (False, False)
    presence.touch()
    alone(presence, clock, 30)
    assert presence.locked


def test_while_nobody_is_signed_in_nothing_is_hidden(presence, session, clock):
    session.end()
    alone(presence, clock, LONGEST)
    assert state(presence) == (False, False)


def test_a_new_role_of_the_same_person_is_told(presence, session):
    told = []
    session.changed.connect(lambda: told.append(session.role))
    session.begin(Person("staff-1", "이서준", "manager", "store-1", ""))
    assert told == ["manager"]
