"""Settings apply at once: language, theme, size of text."""

import pytest

from clienteling.desktop.preferences import actions
from clienteling.desktop.preferences.viewmodel import PreferencesViewModel


@pytest.fixture
def keeper():
    """Who keeps the key of the store, unless the test says who."""
    return "keyring"


@pytest.fixture
def preferences(db, tasks, session, language, keeper):
    """The settings of a new tablet whose screen is English."""
    return PreferencesViewModel(db, tasks, session, language, "https://central.example.com", keeper)


@pytest.fixture
def page(preferences, show, db, run):
    """The settings page, in English."""
    run(db.run(actions.choose, "language", "en"))
    run(preferences.load())
    return show("clienteling.desktop.preferences", "SettingsPage", model=preferences)


def choose(page, name, place):
    """Press the choice at a place."""
    page.find(name).chosen.emit(place)


def test_the_language_switches_under_the_eyes(page, preferences, language, qtbot):
    assert "Settings" in page.texts()
    choose(page, "language", 0)
    qtbot.waitUntil(lambda: "설정" in page.texts())
    assert (language.code, preferences.language, language.missing) == ("ko", 0, set())
    choose(page, "language", 1)
    qtbot.waitUntil(lambda: "Settings" in page.texts())


def test_the_theme_is_dark_light_or_the_devices(page, preferences, qtbot):
    choose(page, "theme", 2)
    qtbot.waitUntil(lambda: preferences.dark)
    choose(page, "theme", 1)
    qtbot.waitUntil(lambda: not preferences.dark and preferences.theme == 1)


def test_larger_text_is_larger_at_once(page, preferences, qtbot):
    heading = page.page.findChild(object, "language")
    before = heading.property("implicitHeight")
    preferences.changed.connect(lambda: page.theme(textScale=preferences.textScale))
    choose(page, "textSize", 2)
    qtbot.waitUntil(lambda: preferences.textScale == 1.3)
    qtbot.waitUntil(lambda: heading.property("implicitHeight") > before)


def test_what_was_chosen_is_there_after_a_restart(page, preferences, db, tasks, session, language, run, qtbot):
    choose(page, "theme", 2)
    choose(page, "textSize", 1)
    qtbot.waitUntil(lambda: preferences.textScale == 1.15)
    again = PreferencesViewModel(db, tasks, session, language, "", "keyring")
    run(again.load())
    assert (again.dark, again.textScale, again.language) == (True, 1.15, 1)


def test_what_device_it_is_stands_there(page, session):
    device = {session.deviceName, session.storeName, session.deviceCode}
    assert device | {"https://central.example.com"} <= set(page.texts())


def test_the_doors_to_other_pages(page, qtbot):
    wanted = []
    page.page.pageWanted.connect(wanted.append)
    page.click("scannerTest")
    page.click("syncCentre")
    assert wanted == ["scanner", "sync"]


@pytest.mark.parametrize(
    ("keeper", "tone", "words"),
    [
        ("tpm", "ok", "Its security chip holds the key."),
        ("keyring", "ok", "The keyring of this device holds the key."),
        ("central", "ok", "so the app only starts while connected."),
        ("file", "warn", "but the key lies in a file beside it."),
    ],
)
def test_who_keeps_the_key_is_said_and_a_file_in_amber(page, keeper, tone, words):
    notice = page.find("keeper")
    assert (notice.property("tone"), words in notice.property("text")) == (tone, True), keeper


def test_how_loud_a_scan_sounds_is_kept(page, preferences, db, run, qtbot):
    assert preferences.volume == 0.6
    for place, volume in ((3, 1.0), (1, 0.25), (0, 0.0)):
        choose(page, "sound", place)
        qtbot.waitUntil(lambda volume=volume: preferences.volume == volume)
    assert run(db.read(actions.settings))["sound"] == "off"
