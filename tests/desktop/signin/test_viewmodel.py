"""The sign-in screen: tile, six digits, lock."""

import pytest
from argon2 import PasswordHasher

from clienteling.desktop.signin import store
from clienteling.desktop.signin.viewmodel import Session, SigninViewModel
from tests.helpers import damage

PIN = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("482913")


def fill(tx):
    people = [("s1", "서준", "associate", "ST0007X"), ("s2", "유경", "manager", "ST0008Y")]
    rows = [dict(id=id, name=name, role=role, store="g", pin=PIN, badge=badge) for id, name, role, badge in people]
    store.save(tx, store.staff, rows)
    names = dict(name_ko="강남 본점", name_en="Gangnam flagship")
    place = dict(id="g", code="G", kind="store", currency="KRW", city="", **names)
    store.save(tx, store.store, [place])
    store.keep_device(tx, dict(id="d1", name="Tablet 3", store="g", code="G3", tenant="t"))


@pytest.fixture
def signin(db, tasks, language, run, qtbot):
    run(db.run(fill))
    model = SigninViewModel(db, tasks, Session(), language)
    model.reload()
    qtbot.waitUntil(lambda: model.state == "rows")
    return model


def press(page, digits):
    for digit in digits:
        page.click(f"key-{digit}")


def test_a_tile_and_six_digits_sign_in(signin, show, qtbot):
    page = show("clienteling.desktop.signin", "SigninPage", model=signin)
    page.click("staff-서준")
    press(page, "482913")
    qtbot.waitUntil(lambda: signin.session.signedIn)
    assert (signin.session.staffName, signin.session.storeName) == ("서준", "Gangnam flagship")


def test_a_wrong_pin_says_so_and_begins_anew(signin, show, qtbot):
    page = show("clienteling.desktop.signin", "SigninPage", model=signin)
    page.click("staff-서준")
    press(page, "111111")
    qtbot.waitUntil(lambda: signin.problem != "")
    assert "That PIN is not right. Try again." in page.texts()
    assert (signin.digits, signin.session.signedIn) == (0, False)


def test_the_keyboard_types_the_pin(signin, show, qtbot):
    page = show("clienteling.desktop.signin", "SigninPage", model=signin)
    signin.choose("s2")
    page.page.forceActiveFocus()
    for digit in "482913":
        page.key(digit)
    qtbot.waitUntil(lambda: signin.session.staffRole == "manager")


def test_a_badge_switches_and_lock_ends(signin, qtbot):
    signin.badge("ST0008Y")
    qtbot.waitUntil(lambda: signin.session.staffName == "유경")
    signin.badge("ST0007X")
    qtbot.waitUntil(lambda: signin.session.staffName == "서준")
    signin.lock()
    assert not signin.session.signedIn


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_a_team_that_could_not_be_read_is_read_again(signin, db, show, qtbot, size):
    page = show("clienteling.desktop.signin", "SigninPage", model=signin, size=size)
    with damage.unreadable(db):
        signin.reload()
        qtbot.waitUntil(lambda: signin.state == "error")
    assert not page.has("staff-서준")
    damage.try_again(page, qtbot)
    page.wait("staff-서준")


def test_a_tablet_that_was_told_nothing_yet_is_being_made_ready(db, tasks, language, qtbot):
    model = SigninViewModel(db, tasks, Session(), language)
    model.reload()
    with qtbot.waitSignal(model.changed):
        pass
    assert model.state == "loading"
