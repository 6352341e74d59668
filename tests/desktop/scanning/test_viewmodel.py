"""Every reader's codes on their way through the view model; the real decoder thread, no real camera."""

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from clienteling.contract import pieces
from clienteling.contract.codes import badge_code, loyalty_code
from clienteling.desktop.scanning import domain, sentences
from clienteling.desktop.scanning.agreement import Presentations
from clienteling.desktop.scanning.frames import luma
from clienteling.desktop.scanning.gray import to_image
from clienteling.desktop.scanning.picture import UNREADABLE
from clienteling.desktop.scanning.viewmodel import ScanningViewModel
from clienteling.desktop.scanning.worker import NO_READER, Worker

EAN, OTHER = "9521234543213", "4006381333931"
P = QVideoFrameFormat.PixelFormat


@pytest.fixture
def model(qapp, language):
    """The view model with what it told in `model.told`."""
    model = ScanningViewModel()
    model.told = []
    model.scanned.connect(model.told.append)
    yield model
    model.close()


def packed(gray, kind):
    """A video frame of that pixel format with this brightness."""
    height, width = gray.shape
    height, width = height - height % 2, width - width % 2
    frame = QVideoFrame(QVideoFrameFormat(QSize(width, height), kind))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    line, bits = frame.bytesPerLine(0), frame.bits(0)
    step, first = {P.Format_YUYV: (2, 0), P.Format_UYVY: (2, 1)}.get(kind, (1, 0))
    for row in range(height):
        bits[row * line + first : row * line + first + width * step : step] = gray[row, :width].tobytes()
    frame.unmap()
    return frame


@pytest.mark.parametrize("kind", [P.Format_NV12, P.Format_YUV420P, P.Format_Y8, P.Format_YUYV, P.Format_UYVY])
def test_the_brightness_of_every_usual_format_is_read(qapp, ean, kind):
    gray = ean(EAN)
    frame = packed(gray, kind)
    with luma(frame) as seen:
        assert (seen == gray[: seen.shape[0], : seen.shape[1]]).all()
        assert not seen.flags.owndata
        assert frame.isMapped()
    assert not frame.isMapped()


@pytest.mark.qt_log_ignore("No RHI backend")
def test_a_colour_frame_is_converted_and_an_empty_one_is_nothing(qapp, ean):
    gray = ean(EAN)
    with luma(QVideoFrame(to_image(gray).convertToFormat(QImage.Format.Format_RGB32))) as seen:
        assert abs(seen.astype(int) - gray).max() <= 2
    with luma(QVideoFrame()) as seen:
        assert seen is None


def look(qtbot, model, gray, times=3):
    """Hold a picture before the camera for some frames."""
    for _ in range(times):
        with qtbot.waitSignal(model.worker.framed, timeout=5000):
            model.camera.sink.setVideoFrame(packed(gray, P.Format_NV12))
        qtbot.wait(1)


@pytest.fixture
def looking(model):
    """The view model with the camera on, as far as a machine without one can."""
    model.startCamera()
    assert model.cameraState in ("missing", "starting")
    return model


def test_frames_of_the_camera_become_one_scan(qtbot, looking, ean):
    look(qtbot, looking, ean(EAN), times=6)
    (found,) = looking.told
    assert (found.kind, found.gtin14, found.source) == ("product", "0" + EAN, "camera")
    assert looking.cameraState == "on"
    assert looking.frame == 6
    assert not looking._newest.isNull()


def test_two_codes_in_view_ask_for_one(qtbot, looking, ean):
    look(qtbot, looking, ean(EAN), 2)
    look(qtbot, looking, ean(OTHER), 2)
    assert looking.hint == sentences.ONE_AT_A_TIME
    assert [found.text for found in looking.told] == [EAN]


def test_a_link_is_shown_and_never_opened(qtbot, looking, qr):
    look(qtbot, looking, qr("https://shop.example/sale"))
    assert looking.last["reason"] == domain.LINK


def test_when_nothing_is_read_for_a_while_there_is_a_hint(qtbot, looking, ean):
    looking._believed -= 2
    look(qtbot, looking, ean(EAN)[:, :80])
    assert looking.hint == sentences.CLOSER


def test_the_camera_rests_while_the_app_is_hidden(qtbot, looking, ean):
    look(qtbot, looking, ean(EAN), 1)
    looking._state(Qt.ApplicationState.ApplicationHidden)
    assert looking.cameraState == "paused"
    looking._state(Qt.ApplicationState.ApplicationActive)
    assert looking.cameraState in ("missing", "starting")
    looking.stopCamera()
    assert looking.cameraState == "off"


def test_a_picture_becomes_a_scan(qtbot, model, ean, saved):
    with qtbot.waitSignal(model.scanned):
        model.openPicture(QUrl.fromLocalFile(str(saved(ean(EAN)))))
        assert model.busy
    assert (model.told[0].gtin14, model.told[0].source, model.busy) == ("0" + EAN, "picture", False)


def test_the_shops_own_codes_bring_their_price_from_every_reader(qtbot, qapp, language, ean, saved):
    model = ScanningViewModel(schemes=pieces.schemes({"price": ["23.....{NNNNN}"]}))
    told = []
    model.scanned.connect(told.append)
    code = "2312345019905"
    model.typed(code)
    model.wedge.scanned.emit(code, 60.0)
    with qtbot.waitSignal(model.scanned):
        model.openPicture(QUrl.fromLocalFile(str(saved(ean(code)))))
    model.startCamera()
    model._presentations = Presentations()
    look(qtbot, model, ean(code))
    assert [found.source for found in told] == ["typed", "wedge", "picture", "camera"]
    assert {(found.gtin14, found.measure.amount) for found in told} == {("02312345000002", 1990)}
    assert all(found.raw == code.encode() for found in told)
    model.close()


def test_two_labels_of_one_article_are_two_scans_however_soon(qapp, language):
    model = ScanningViewModel(schemes=pieces.schemes({"weight": ["21.....{NNDDD}"]}))
    told = []
    model.scanned.connect(told.append)
    for label in ("2112345004822", "2112345009827", "2112345004822"):
        model.wedge.scanned.emit(label, 60.0)
    assert [str(found.measure.amount) for found in told] == ["0.482", "0.982"]
    model.close()


def test_a_picture_without_a_code_and_no_picture_say_so(qtbot, model, ean, saved, tmp_path):
    blank = saved(ean(EAN)[:, :60], "blank.png")
    for path, sentence in ((blank, sentences.NOTHING_FOUND), (tmp_path / "none.png", UNREADABLE)):
        model.openPicture(QUrl.fromLocalFile(str(path)))
        qtbot.waitUntil(lambda: not model.busy)
        assert (model.hint, model.told) == (sentence, [])


def test_a_picture_that_is_not_clear_is_not_believed(model):
    weak = (domain.classify(EAN), None, "weak")
    model._pictured([weak])
    assert (model.hint, model.told) == (sentences.UNCLEAR, [])
    two = [(domain.classify(text), None, "likely") for text in (EAN, OTHER)]
    model._pictured(two)
    assert (model.hint, model.told) == (sentences.SEVERAL, [])


def test_without_the_reader_the_person_is_told(qtbot, qapp, language, saved, ean):
    def missing():
        raise ImportError

    model = ScanningViewModel(Worker(missing))
    model.openPicture(QUrl.fromLocalFile(str(saved(ean(EAN)))))
    qtbot.waitUntil(lambda: model.hint == NO_READER)
    assert not model.busy
    model.close()


@pytest.mark.logs("decoder")
def test_a_reader_that_breaks_does_not_end_the_thread(qtbot, qapp, language, saved, ean):
    class Breaks:
        def read(self, reader, gray, inverted=False):
            raise RuntimeError

        def close(self):
            pass

    model = ScanningViewModel(Worker(Breaks))
    for _ in range(2):
        model.openPicture(QUrl.fromLocalFile(str(saved(ean(EAN)))))
        qtbot.waitUntil(lambda: not model.busy)
        assert model.hint == UNREADABLE
    model.close()


@pytest.mark.parametrize(
    ("text", "kind"),
    [(EAN, "product"), (loyalty_code(9), "customer"), (badge_code(9), "staff"), ("G3-000123", "order")],
)
def test_typed_codes_are_told_by_kind(model, text, kind):
    model.typed(f" {text.lower()} ")
    assert [(found.kind, found.source) for found in model.told] == [(kind, "typed")]


def test_only_what_belongs_to_another_screen_closes_the_sheet(qtbot, model):
    with qtbot.assertNotEmitted(model.moved):
        model.typed(EAN)
        model.typed("SKU-48")
    with qtbot.waitSignal(model.moved):
        model.typed(loyalty_code(9))


def test_a_double_read_of_a_scanner_is_one(model):
    model.wedge.scanned.emit(EAN, 60.0)
    model.wedge.scanned.emit(EAN, 60.0)
    model.wedge.scanned.emit(OTHER, 60.0)
    assert [found.text for found in model.told] == [EAN, OTHER]


def test_while_testing_nothing_leaves_the_page(model):
    model.testing = True
    model.wedge.scanned.emit(EAN, 61.4)
    assert model.told == []
    assert model.heard.rows[0][0] == EAN
    assert model.heard.rows[0][5] == "61 ms"


def test_an_unknown_code_can_be_reported_and_forgotten(qtbot, model):
    model.report()
    model.typed("SKU-48")
    with qtbot.waitSignal(model.reported) as told:
        model.report()
    assert told.args[0].text == "SKU-48"
    assert model.last["reason"] == domain.NOT_OURS
    model.forget()
    assert (model.last, model.hint) == ({}, "")


def test_nothing_typed_is_nothing(model):
    model.typed("  ")
    assert model.told == []


def test_every_sentence_is_said_in_korean(model, language):
    language.apply("ko")
    for sentence in [domain.NOT_OURS, domain.NOTHING, domain.TOO_LONG, domain.MISREAD, *domain.POLITE.values()]:
        assert sentences.say(sentence) != sentence
    for state in ("off", "starting", "paused", "missing", "denied", "failed"):
        assert sentences.camera(state)
    for hint in ("CLOSER", "ONE_AT_A_TIME", "SEVERAL", "UNCLEAR", "NOTHING_FOUND"):
        assert sentences.say(getattr(sentences, hint)) != getattr(sentences, hint)
    model.typed("SKU-48")
    assert {text for text in language.missing if not text.startswith("QT_")} == set()


def test_what_was_heard_is_said_anew_in_another_language(model, language):
    model.typed(EAN)
    english = model.heard.rows
    language.apply("ko")
    model.reload()
    assert model.heard.rows[0][0] == EAN and model.heard.rows != english


def test_what_a_scanner_says_twice_is_sure_and_what_is_typed_at_once(model, monkeypatch):
    monkeypatch.setattr(Presentations, "is_new", lambda self, key, at: True)
    for text in (EAN, EAN, OTHER):
        model._burst(text, 12.0)
    model.typed(OTHER)
    assert [found.confidence for found in model.told] == ["likely", "sure", "likely", "sure"]
