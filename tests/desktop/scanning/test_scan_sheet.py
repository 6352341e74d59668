"""The scan sheet as a person sees it."""

import numpy as np
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, qmlEngine

from clienteling.desktop.scanning import domain
from clienteling.desktop.scanning.gray import to_image
from clienteling.desktop.scanning.picture import UNREADABLE
from clienteling.desktop.scanning.viewmodel import ScanningViewModel
from clienteling.desktop.scanning.viewmodel_scanners import ScannersViewModel
from tests.helpers.studio import BACK, FRONT, Studio

HOST = b"""
import QtQuick
import clienteling.desktop.scanning
Item {
    id: host
    required property ScanningViewModel model
    property string searched
    property bool open: sheet.opened
    anchors.fill: parent
    ScanSheet { id: sheet; model: host.model; onSearched: text => host.searched = text }
    Component.onCompleted: sheet.open()
}
"""


@pytest.fixture
def model(qapp, language):
    """The view model of the sheet."""
    model = ScanningViewModel()
    language.changed.connect(model.reload)
    yield model
    model.close()


@pytest.fixture
def scanners(db, tasks, model):
    """The view model of the scanner test page."""
    return ScannersViewModel(db, tasks, model)


@pytest.fixture
def sheet(show, model, scanners, qtbot):
    """Opens the sheet over the scanner test page: `window, host = sheet(size=..., dark=...)`."""
    kept = []

    def opened(**how):
        window = show("clienteling.desktop.scanning", "ScannerTestPage", model=scanners, **how)
        component = QQmlComponent(qmlEngine(window.page))
        component.setData(HOST, QUrl("host.qml"))
        host = component.createWithInitialProperties({"model": model})
        assert host, component.errorString()
        host.setParentItem(window.page)
        kept.extend((component, host))
        qtbot.waitUntil(lambda: host.property("open"))
        model.testing = False
        return window, host

    yield opened
    for each in kept:
        each.deleteLater()


def test_without_a_camera_the_sheet_says_what_to_do(sheet):
    window, _ = sheet()
    assert any("no camera" in text for text in window.texts())


def test_an_unknown_code_stays_with_two_ways_on(sheet, model, qtbot):
    window, host = sheet()
    told = []
    model.reported.connect(told.append)
    model.typed("SKU-48")
    assert window.wait("scanReason").property("text") == domain.NOT_OURS
    window.click("reportCode")
    window.click("searchCode")
    assert (told[0].text, host.property("searched")) == ("SKU-48", "SKU-48")
    assert host.property("open")


def test_a_product_needs_no_buttons_and_a_person_closes_the_sheet(sheet, model, qtbot):
    window, host = sheet()
    model.typed("9521234543213")
    assert window.wait("scanKind").property("text") == "Product"
    assert not window.has("searchCode")
    model.typed("G3-000123")
    qtbot.waitUntil(lambda: not host.property("open"))


def test_the_sheet_speaks_korean_at_once(sheet, model, language):
    window, _ = sheet()
    model.typed("https://shop.example")
    language.apply("ko")
    assert "코드 스캔" in window.texts()
    assert window.find("scanReason").property("text") == "웹 주소예요. 여기서는 주소를 열지 않아요."


def test_what_the_camera_sees_is_painted(sheet, model, qtbot, ean):
    window, _ = sheet()
    model.camera.state = "on"
    model.cameraChanged.emit()
    model.see(to_image(ean("9521234543213", module=6, height=400)))
    image = window.view.grabWindow()
    tones = {image.pixelColor(x, 280).lightness() for x in range(440, 840)}
    assert min(tones) < 60
    assert max(tones) > 200


def test_the_test_page_lists_what_it_heard_and_lets_nothing_out(show, model, scanners, qtbot):
    window = show("clienteling.desktop.scanning", "ScannerTestPage", model=scanners)
    told = []
    model.scanned.connect(told.append)
    model.wedge.scanned.emit("9521234543213", 64.0)
    qtbot.waitUntil(lambda: "9521234543213" in window.texts())
    assert {"Product", "Scanner", "64 ms"} <= set(window.texts())
    assert told == []
    wanted = []
    window.page.pageWanted.connect(wanted.append)
    window.click("leaveTest")
    assert wanted == ["settings"]


@pytest.fixture
def studio(qapp, model):
    """The cameras that the sheet looks through."""
    studio = Studio(BACK, FRONT, torch=True)
    model.camera._make_cameras = studio.made
    return studio


def tones(window):
    """How bright the left and the right side of the camera's picture are."""
    image = window.view.grabWindow()
    return image.pixelColor(400, 300).lightness() > 128, image.pixelColor(880, 300).lightness() > 128


def test_a_front_camera_is_shown_as_a_mirror(sheet, model, studio, qtbot):
    window, _ = sheet()
    gray = np.zeros((360, 640), np.uint8)
    gray[:, :320] = 255
    for front, seen in ((False, (True, False)), (True, (False, True))):
        model.chooseCamera(int(front))
        frame = model.frame
        studio.lens.show(gray)
        qtbot.waitUntil(lambda before=frame: model.frame > before)
        qtbot.waitUntil(lambda seen=seen: tones(window) == seen)


def test_the_light_is_switched_where_there_is_one(sheet, model, studio, qtbot):
    window, _ = sheet()
    assert not window.has("torch")
    studio.lens.show(np.full((90, 120), 200, np.uint8))
    window.wait("torch")
    window.click("torch")
    assert studio.lens.lit and model.lens.lit
    window.click("torch")
    assert not studio.lens.lit


def test_forbidden_the_camera_is_asked_for_again(sheet, model, studio, qtbot):
    studio.allowed = False
    window, _ = sheet()
    assert "not be used" in window.find("cameraSentence").property("text")
    assert window.find("startCamera").property("text") == "Try again"
    studio.allowed = True
    window.click("startCamera")
    assert model.cameraState == "starting"
    assert not window.has("startCamera")


def test_a_picture_dropped_on_the_sheet_is_read(sheet, model, ean, saved, drop, qtbot):
    window, _ = sheet()
    drop(window, QUrl.fromLocalFile(str(saved(ean("9521234543213")))))
    qtbot.waitUntil(lambda: model.last.get("text") == "9521234543213")


def test_a_dropped_file_that_is_no_picture_says_so(sheet, model, tmp_path, drop, qtbot):
    window, _ = sheet()
    for name, content in (("code.png", b"not a picture"), ("letter.pdf", b"%PDF-1.7")):
        (tmp_path / name).write_bytes(content)
        drop(window, QUrl.fromLocalFile(str(tmp_path / name)))
        qtbot.waitUntil(lambda: not model.busy)
        assert window.wait("scanHint").property("text") == UNREADABLE
    drop(window, QUrl.fromLocalFile(str(tmp_path)))
    qtbot.waitUntil(lambda: not model.busy)
    assert model.hint == UNREADABLE
