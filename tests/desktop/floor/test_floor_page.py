"""Scan mode as a person sees it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clienteling.desktop.floor.domain import MODES
from tests.helpers import damage, shop


@pytest.fixture
def page(floor, show):
    """The page over Minseo's empty cart."""
    return show("clienteling.desktop.floor", "FloorPage", model=floor)


def test_a_scan_is_a_row_that_takes_itself_back(page, floor, beep, cart, qtbot):
    assert "Every scan appears here, the last one first." in page.texts()
    beep(shop.COAT_CODE)
    beep(shop.COAT_CODE)
    assert page.wait("floorTitle").property("text") == "Wool double coat"
    assert "One more: 2 in all" in page.texts()
    page.click("undo-1")
    qtbot.waitUntil(lambda: cart.pieces == 1)
    assert not page.has("undo-1") and page.has("undo-0")


def test_modes_are_one_touch_or_one_key_away(page, floor, qtbot):
    segment = page.wait("floorModes")
    segment.chosen.emit(1)
    assert floor.mode == MODES.index("price")
    page.view.requestActivate()
    qtbot.waitUntil(page.view.isActive)
    for place in (2, 0, 1):
        QTest.keyClick(page.view, Qt.Key(Qt.Key.Key_1 + place), Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda place=place: floor.mode == place)


def test_stock_shows_three_figures_for_every_size(page, floor, beep):
    floor.choose(MODES.index("stock"))
    assert "Nothing is put into a cart." in page.texts()
    beep(shop.SCARF_CODE)
    assert {"Here", "Nearby", "Online", "0", "3", "5"} <= set(page.texts())


def test_an_outcome_is_pressed_and_pressed_again(page, floor, beep, qtbot):
    beep(shop.BOOTS_CODE)
    page.click("outcome-tried")
    qtbot.waitUntil(lambda: page.find("outcome-tried").property("checked"))
    page.click("outcome-tried")
    qtbot.waitUntil(lambda: not page.find("outcome-tried").property("checked"))


def test_a_guest_is_told_how_to_note_it(page, floor, beep, cart, qtbot):
    cart.open("")
    qtbot.waitUntil(lambda: cart.customer == "" and cart.state == "empty")
    beep(shop.BOOTS_CODE)
    assert not page.has("outcome-tried")
    assert "Scan her card or open her page first to note it in her history." in page.texts()


def test_a_typed_code_is_a_scan_too(page, floor, heard, qtbot):
    field = page.wait("typedCode")
    field.setProperty("text", shop.COAT_CODE)
    page.click("takeTyped")
    qtbot.waitUntil(lambda: heard == ["added"])


@pytest.mark.logs("tests/helpers/damage.py")
def test_a_product_that_cannot_be_read_is_read_again(page, floor, beep, db, qtbot):
    beep(shop.COAT_CODE)
    with damage.unreadable(db):
        floor.show(floor.chosen)
        qtbot.waitUntil(lambda: damage.UNREAD in page.texts())
    damage.try_again(page, qtbot)
    assert page.wait("floorTitle").property("text") == "Wool double coat"


def test_the_page_speaks_korean_at_once(page, floor, beep, language):
    floor.choose(MODES.index("stock"))
    beep(shop.COAT_CODE)
    language.apply("ko")
    assert {"연속 스캔", "매장", "근처", "장바구니에는 담지 않아요."} <= set(page.texts())
    assert language.missing == set()


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280), (640, 900)])
@pytest.mark.parametrize("dark", [False, True])
def test_it_stands_in_every_size(floor, show, beep, size, dark, tmp_path):
    window = show("clienteling.desktop.floor", "FloorPage", model=floor, size=size, dark=dark)
    floor.choose(MODES.index("stock"))
    for code in (shop.COAT_CODE, shop.SCARF_CODE, shop.UNKNOWN_CODE, shop.COAT_CODE):
        beep(code)
    window.picture(tmp_path / "floor.png")
    for name in ("floorModes", "scan-0", "outcome-declined", "takeTyped"):
        item = window.find(name)
        spot = item.mapToScene(item.boundingRect().bottomRight())
        assert 0 < spot.x() <= size[0] and 0 < spot.y() <= size[1], name


def test_the_camera_goes_on_while_the_page_is_seen_and_no_longer(page, scanning):
    assert scanning.cameraState == "missing"
    scanning.stopCamera()
    assert scanning.cameraState == "missing", "a sheet that closed has stopped it"
    page.page.setVisible(False)
    assert scanning.cameraState == "off"
