"""The kit: presses, keys, words that fit, names for those who cannot see."""

import pytest
from PySide6.QtCore import Q_ARG, QBuffer, QByteArray, QCoreApplication, QMetaObject, QObject, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QInputMethodEvent
from PySide6.QtQml import QQmlProperty
from PySide6.QtTest import QTest

NEEDS_NAME = {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton,
              QAccessible.Role.EditableText, QAccessible.Role.ComboBox, QAccessible.Role.PageTab}  # fmt: skip
SIZES = [(1280, 800), (1920, 1080), (800, 1280)]


def ratio(one, two):
    """Contrast as WCAG 2.2 defines it."""

    def light(colour):
        parts = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
                 for value in (colour.redF(), colour.greenF(), colour.blueF())]  # fmt: skip
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark, bright = sorted((light(one), light(two)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_words_stand_out_from_what_they_stand_on(gallery, dark):
    gallery.theme.setProperty("dark", dark)
    colour = gallery.theme.property
    pairs = [(tone, tone + "Soft") for tone in ("accent", "online", "store", "ok", "warn", "bad")]
    pairs += [(ink, ground) for ink in ("ink", "ink2") for ground in ("canvas", "surface", "raised")]
    pairs += [(tone, "surface") for tone in ("accent", "online", "store", "ok", "warn", "bad")]
    pairs += [("accentInk", "accent"), ("badInk", "bad"), ("canvas", "ink")]
    weak = {pair: ratio(colour(pair[0]), colour(pair[1])) for pair in pairs}
    assert not {pair: value for pair, value in weak.items() if value < 4.5}


def test_a_button_is_pressed_by_finger_and_by_key(gallery):
    gallery.click("send")
    assert gallery.window.property("pressed") == 1
    gallery.find("send").forceActiveFocus()
    gallery.key(Qt.Key.Key_Space)
    gallery.key(Qt.Key.Key_Return)
    assert gallery.window.property("pressed") == 3


def test_a_segment_says_what_was_chosen_and_changes_nothing_itself(gallery):
    gallery.click("segment", right=0.9)
    assert gallery.window.property("seenChoice") == 2
    assert gallery.find("segment").property("current") == 1


def test_a_stepper_asks_for_one_more_and_one_fewer(gallery):
    gallery.click("stepper", right=0.9)
    gallery.click("stepper", right=0.9)
    gallery.click("stepper", right=0.1)
    assert gallery.window.property("steps") == 1


def test_the_search_hears_the_syllable_that_is_still_being_made(gallery):
    gallery.find("search").forceActiveFocus()
    QCoreApplication.sendEvent(gallery.window.activeFocusItem(), QInputMethodEvent("기", []))
    assert gallery.window.property("typed") == "기"


def test_a_sheet_opens_and_escape_closes_it(gallery, qtbot):
    sheet = gallery.window.findChild(QObject, "sheet")
    gallery.click("openSheet")
    qtbot.waitUntil(lambda: sheet.property("opened"))
    gallery.key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not sheet.property("visible"))


@pytest.mark.parametrize("state", ["empty", "error", "rows"])
def test_a_list_says_why_it_is_empty(gallery, state):
    place = gallery.find("state")
    place.setProperty("sentence", "Nobody is here yet.")
    place.setState(state)
    seen = [
        item.property("text") for item in gallery.items() if item.isVisible() and item.property("lines") is not None
    ]
    assert ("Nobody is here yet." in seen) is (state != "rows")
    assert ("Try again" in seen) is (state == "error")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_no_word_is_cut_or_smaller_than_twelve(gallery, size, scale):
    gallery.theme.setProperty("textScale", scale)
    gallery.window.resize(size[0], 2400)
    QTest.qWait(30)
    for item in gallery.items():
        if item.isVisible() and item.property("paintedHeight") is not None and item.property("text"):
            assert QQmlProperty.read(item, "font.pixelSize") >= 12
            assert item.property("paintedHeight") <= item.height() + 1, item.property("text")
            assert item.property("paintedWidth") <= item.width() + 1, item.property("text")


def test_everything_to_press_has_a_name_and_room_for_a_finger(gallery):
    QAccessible.setActive(True)
    nameless, small = [], []

    def walk(node):
        for place in range(node.childCount()):
            child = node.child(place)
            if child is None:
                continue
            walk(child)
            state = child.state()
            if child.role() in NEEDS_NAME and not state.invisible:
                if not child.text(QAccessible.Text.Name):
                    nameless.append(child.role())
                if child.rect().height() < 42:
                    small.append((child.text(QAccessible.Text.Name), child.rect().height()))

    walk(QAccessible.queryAccessibleInterface(gallery.window))
    QAccessible.setActive(False)
    assert not nameless
    assert not small


def test_a_picture_appears_when_it_arrives(gallery, pictures, qtbot):
    picture = gallery.find("picture")
    qtbot.waitUntil(lambda: picture.property("width") > 0 and not picture.property("shown"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    image.save(buffer, "PNG")
    assert pictures.store("coat", data.data())
    arrived = gallery.engine.singletonInstance("clienteling.desktop.kit", "Pictures")
    QMetaObject.invokeMethod(arrived, "arrive", Q_ARG("QString", "coat"))
    qtbot.waitUntil(lambda: picture.property("shown"))
