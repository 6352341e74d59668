"""The scanner page as a person sees it: learning, a serial scanner on a pseudo terminal, and what was scanned."""

import pytest
from PySide6.QtCore import QUrl

from clienteling.desktop.scanning import actions, sentences, sentences_scanners
from clienteling.desktop.scanning.camera import Camera
from clienteling.desktop.scanning.profile import Scanner, WedgeSettings
from clienteling.desktop.scanning.serial import SerialScanner
from clienteling.desktop.scanning.viewmodel import ScanningViewModel
from clienteling.desktop.scanning.viewmodel_scanners import ScannersViewModel
from tests.helpers.cable import Cable
from tests.helpers.studio import BACK, FRONT, Studio

EAN = "9521234543213"
ME = "usb:0c2e:0b61:SN-1"


@pytest.fixture
def cable():
    """A serial scanner's cable."""
    cable = Cable()
    yield cable
    cable.pull()


@pytest.fixture
def studio(qapp):
    """Two cameras."""
    return Studio(BACK, FRONT)


@pytest.fixture
def opened(db, tasks, run, cable, studio, language):
    """Makes the view model as at a start of the app: `scanners = opened()`."""
    made = []

    def start():
        scanning = ScanningViewModel(camera=Camera(cameras=studio.made))
        scanners = ScannersViewModel(db, tasks, scanning, SerialScanner(ports=cable.ports, look=10))
        run(scanners.load())
        made.append(scanners)
        return scanners

    yield start
    for scanners in made:
        scanners.close()
        scanners.scanning.close()


@pytest.fixture
def scanners(opened):
    """The view model of the page."""
    return opened()


@pytest.fixture
def page(show, scanners):
    """The page, its window listened to."""
    page = show("clienteling.desktop.scanning", "ScannerTestPage", model=scanners)
    scanners.scanning.listen(page.view)
    return page


def known(run, db):
    """What the tablet remembers."""
    return run(db.read(actions.scanners))


def test_a_serial_scanner_is_chosen_heard_and_remembered(page, scanners, cable, qtbot, run, db, opened):
    told = []
    scanners.scanning.scanned.connect(told.append)
    assert scanners.serial.names == ["None"]
    cable.plug()
    scanners.serial.look()
    assert scanners.serial.names == ["None", "Acme Scanner SN-1"]
    page.find("ports").chosen.emit(1)
    qtbot.waitUntil(lambda: scanners.serial.state == "connected")
    assert page.wait("serialSentence").property("text") == "Acme Scanner SN-1 is connected."
    cable.send(b"]E0" + EAN.encode() + b"\r\n")
    qtbot.waitUntil(lambda: EAN in page.texts())
    assert "Serial scanner" in page.texts()
    assert page.find("ports").property("current") == 1
    assert told == []  # nothing leaves the page
    [one] = known(run, db)
    assert (one.id, one.kind, one.chosen) == (ME, "serial", True)
    scanners.close()
    again = opened()
    assert (again.serial.state, again.serial.current) == ("connected", 1)


def test_a_serial_scan_goes_the_road_of_every_scan(scanners, cable, qtbot, run, db):
    told = []
    scanners.scanning.scanned.connect(told.append)
    cable.plug()
    scanners.serial.look()
    scanners.serial.choose(1)
    qtbot.waitUntil(lambda: scanners.serial.state == "connected")
    cable.send(EAN.encode() + b"\r" + EAN.encode() + b"\r" + "코트\r".encode("euc-kr"))
    qtbot.waitUntil(lambda: len(told) == 2)
    product, noise = told
    assert (product.source, product.gtin14, product.raw) == ("serial", "0" + EAN, EAN.encode())
    assert (noise.kind, noise.raw) == ("unknown", "코트".encode("euc-kr"))


def test_how_it_sends_is_kept_with_it(page, scanners, cable, qtbot, run, db):
    cable.plug()
    scanners.serial.look()
    scanners.serial.choose(1)
    qtbot.waitUntil(lambda: scanners.serial.state == "connected")
    page.find("speed").chosen.emit(7)
    page.find("framing").chosen.emit(1)
    page.find("end").chosen.emit(4)
    scanners.serial.setAround("<", ">")
    serial = scanners.serial
    qtbot.waitUntil(lambda: serial.suffix == ">")
    assert (serial.speed, serial.framing, serial.end, serial.prefix) == (7, 1, 4, "<")
    qtbot.waitUntil(lambda: serial.state == "connected")
    cable.send(f"<{EAN}>".encode())
    qtbot.waitUntil(lambda: EAN in page.texts())
    serial.choose(0)
    qtbot.waitUntil(lambda: serial.state == "off")
    assert "No scanner on a serial port is used." in page.texts()
    [one] = known(run, db)
    assert one.profile == {
        "baud": 115200, "framing": "7E1", "terminator": "none", "prefix": "<", "suffix": ">", "silence": 100,
    }  # fmt: skip


def test_unplugged_the_page_says_what_it_waits_for(page, scanners, cable, qtbot):
    cable.plug()
    scanners.serial.look()
    scanners.serial.choose(1)
    qtbot.waitUntil(lambda: scanners.serial.state == "connected")
    cable.pull()
    sentence = page.find("serialSentence")
    qtbot.waitUntil(lambda: sentence.property("text").startswith("Waiting for Acme Scanner SN-1."))
    scanners.serial.look()
    assert scanners.serial.names == ["None", "Acme Scanner SN-1"]  # gone, and still what is waited for
    assert scanners.serial.current == 1
    cable.plug()
    qtbot.waitUntil(lambda: "connected" in sentence.property("text"))


@pytest.mark.parametrize("state", ["waiting", "connected", "busy", "denied", "failed", "garbled", "off"])
def test_every_state_is_said_in_both_languages(state, language):
    english = sentences_scanners.serial(state, "Acme", "dialout")
    language.apply("ko")
    korean = sentences_scanners.serial(state, "Acme", "dialout")
    assert english != korean and ("Acme" in english) == (state != "off")
    assert ("dialout" in korean) == (state == "denied")
    assert sentences_scanners.ends() and not language.missing


def test_in_trouble_there_is_a_way_on(page, scanners, cable, qtbot, tmp_path):
    (tmp_path / "no-port").touch()
    cable.plug()
    cable.port = cable.port.__class__("x", str(tmp_path / "no-port"), 0x0C2E, 0x0B61, "SN-1", "Acme", "Scanner")
    scanners.serial.look()
    scanners.serial.choose(1)
    qtbot.waitUntil(lambda: scanners.serial.state == "failed")
    assert page.find("serialSentence").property("action") == "Try again"
    cable.plug()
    page.find("serialSentence").acted.emit()
    qtbot.waitUntil(lambda: scanners.serial.state == "connected")


def test_a_scanner_is_learnt_named_used_and_forgotten(page, scanners, keyboard, qtbot, run, db):
    keys = keyboard(page.view)
    page.click("learn")
    assert page.wait("learning").property("text").startswith("Scan one product now.")
    keys.type(f"~{EAN}", gap=100)
    keys.enter(gap=100)
    assert "~ before the code" in page.wait("learnt").property("text")
    scanners.keyboards.keep("  ")
    assert scanners.keyboards.names == ["Any scanner"]
    scanners.keyboards.keep("Till")
    qtbot.waitUntil(lambda: scanners.keyboards.names == ["Any scanner", "Till"])
    assert scanners.keyboards.current == 1
    keys.type(f"~{EAN}", gap=100)
    keys.enter(gap=100)
    qtbot.waitUntil(lambda: EAN in page.texts())
    pace = "100 ms between two keys, 100 ms at most · Enter at the end"
    assert page.find("pace").property("text") == f"The last scan: {pace}"
    page.find("keyboards").chosen.emit(0)
    qtbot.waitUntil(lambda: scanners.keyboards.current == 0)
    assert scanners.scanning.wedge.settings == WedgeSettings()
    page.find("keyboards").chosen.emit(1)
    qtbot.waitUntil(lambda: scanners.scanning.wedge.settings.prefix == "~")
    page.click("forgetScanner")
    qtbot.waitUntil(lambda: known(run, db) == [])
    assert scanners.keyboards.names == ["Any scanner"]


def test_who_types_by_hand_is_told_so_and_may_cancel(page, scanners, keyboard, qtbot):
    keys = keyboard(page.view)
    page.click("learn")
    keys.type(EAN, gap=200)
    keys.enter(gap=200)
    qtbot.waitUntil(lambda: sentences_scanners.BY_HAND in page.texts())
    assert scanners.keyboards.learning
    page.click("cancelLearning")
    assert not scanners.keyboards.learning and scanners.keyboards.hint == ""


def test_leaving_the_page_ends_the_learning(page, scanners):
    scanners.keyboards.learn()
    page.page.setProperty("visible", False)
    assert not scanners.shown and not scanners.scanning.testing and not scanners.keyboards.learning


def test_the_chosen_camera_is_remembered(scanners, studio, run, db, qtbot, opened):
    scanners.scanning.startCamera()
    assert scanners.scanning.cameras == ["Back camera", "Front camera"]
    scanners.scanning.chooseCamera(1)
    qtbot.waitUntil(lambda: known(run, db) == [Scanner("f1", "camera", "Front camera", True)])
    again = opened()
    again.scanning.startCamera()
    assert (again.scanning.cameraIndex, again.scanning.lens.mirrored) == (1, True)


def test_a_picture_dropped_anywhere_on_the_page_is_read(page, scanners, ean, saved, drop, qtbot):
    drop(page, QUrl.fromLocalFile(str(saved(ean(EAN)))))
    qtbot.waitUntil(lambda: EAN in page.texts())
    assert "Drop the picture here" not in page.texts()


def test_a_picture_of_the_web_is_never_fetched(page, scanners, drop, qtbot):
    drop(page, "https://shop.example/code.png")
    assert sentences.SAVE_FIRST in page.texts()
    assert not scanners.scanning.busy


def test_the_page_speaks_korean_at_once(page, scanners, language, cable):
    language.changed.connect(scanners.reload)
    language.changed.connect(scanners.scanning.reload)
    language.apply("ko")
    assert {"스캐너 시험하기", "키보드처럼 입력하는 스캐너", "시리얼 포트 스캐너"} <= set(page.texts())
    assert not language.missing
