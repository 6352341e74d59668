"""The camera: which one, when it may not, when it rests, and what it costs to look all day."""

import gc
import os

import numpy as np
import pytest
from PySide6.QtGui import QWindow
from PySide6.QtMultimedia import QCameraDevice
from PySide6.QtQuick import QQuickWindow

from clienteling.desktop.scanning import sentences
from clienteling.desktop.scanning.camera import Camera
from clienteling.desktop.scanning.lens import Lens
from clienteling.desktop.scanning.viewmodel import ScanningViewModel
from tests.helpers.studio import BACK, FRONT, Studio

CODE = "9521234543213"
GRAY = np.full((48, 64), 200, np.uint8)


@pytest.fixture
def looking(qapp):
    """Makes a camera that looks: `camera, studio = looking(BACK, FRONT)`; its frames are in `camera.frames`."""
    made = []

    def start(*seen, **how):
        studio = Studio(*seen, **how)
        camera = Camera(cameras=studio.made)
        camera.frames = []
        camera.framed.connect(camera.frames.append)
        camera.start()
        made.append(camera)
        return camera, studio

    yield start
    for camera in made:
        camera.stop()


def see(qtbot, camera, studio, **how):
    """One frame arrives."""
    with qtbot.waitSignal(camera.framed):
        studio.lens.show(GRAY, **how)


def test_it_is_on_with_the_first_frame(qtbot, looking):
    camera, studio = looking(BACK)
    assert (camera.state, studio.lens.started) == ("starting", True)
    see(qtbot, camera, studio)
    assert camera.state == "on"
    camera.stop()
    assert (camera.state, studio.lens.closed) == ("off", True)


def test_the_chosen_one_is_found_again_wherever_it_stands(looking):
    camera, studio = looking(BACK, FRONT)
    picked = []
    camera.picked.connect(lambda *one: picked.append(one))
    camera.choose(1)
    assert picked == [("f1", "Front camera")]
    assert (studio.lens.seen, camera.chosen) == (FRONT, 1)
    studio.plug(FRONT, BACK)
    assert (studio.lens.seen, camera.chosen) == (FRONT, 0)
    studio.plug(BACK)
    assert studio.lens.seen == BACK  # another is better than none
    studio.plug(BACK, FRONT)
    assert studio.lens.seen == FRONT


def test_a_remembered_one_is_used_from_the_first_look(looking):
    studio = Studio(BACK, FRONT)
    camera = Camera(cameras=studio.made)
    camera.prefer("f1")
    assert studio.opened == []
    camera.start()
    assert studio.lens.seen == FRONT
    camera.stop()


def test_only_a_front_camera_is_a_mirror(looking):
    camera, _ = looking(BACK, FRONT)
    assert not camera.front
    camera.choose(1)
    assert camera.front


def test_nobody_was_asked_yet(looking):
    camera, studio = looking(BACK, allowed=None)
    assert (camera.state, studio.opened) == ("starting", [])
    studio.allowed = True
    studio.asked(None)
    assert len(studio.opened) == 1


def test_forbidden_it_can_be_tried_again(looking):
    camera, studio = looking(BACK, allowed=False)
    assert camera.state == "denied"
    studio.allowed = True
    camera.start()
    assert camera.state == "starting"


def test_unplugged_and_plugged_in_again(qtbot, looking):
    camera, studio = looking(BACK)
    see(qtbot, camera, studio)
    studio.plug()
    assert (camera.state, studio.lens.closed) == ("missing", True)
    studio.plug(BACK)
    assert camera.state == "starting"


def test_what_fails_is_let_go_and_can_be_tried_again(looking):
    camera, studio = looking(BACK)
    studio.lens.failed.emit()
    assert (camera.state, studio.lens.closed) == ("failed", True)
    camera.start()
    assert (camera.state, len(studio.opened)) == ("starting", 2)


@pytest.mark.qt_log_ignore("qt.multimedia")
def test_a_real_camera_that_cannot_start_has_failed_at_once(qapp):
    studio = Studio(BACK)
    studio.open = lambda camera, sink: Lens(QCameraDevice(), sink, studio)
    camera = Camera(cameras=studio.made)
    camera.start()
    assert camera.state == "failed"
    assert not camera.torch


def test_a_camera_that_gives_no_picture_has_failed(qtbot, looking):
    camera, studio = looking(BACK)
    camera._patience.setInterval(30)
    camera.rest("hidden", True)
    camera.rest("hidden", False)
    qtbot.waitUntil(lambda: camera.state == "failed")
    assert all(lens.closed for lens in studio.opened)


def test_it_rests_while_there_is_any_reason_to(qtbot, looking):
    camera, studio = looking(BACK)
    see(qtbot, camera, studio)
    camera.rest("locked", True)
    camera.rest("minimised", True)
    camera.rest("locked", False)
    assert (camera.state, studio.lens.closed) == ("paused", True)
    studio.lens.show(GRAY)
    qtbot.wait(20)
    assert len(camera.frames) == 1
    camera.rest("minimised", False)
    assert (camera.state, len(studio.opened)) == ("starting", 2)
    see(qtbot, camera, studio)


def test_a_reason_to_rest_from_before_counts(looking):
    studio = Studio(BACK)
    camera = Camera(cameras=studio.made)
    camera.rest("locked", True)
    assert camera.state == "off"
    camera.start()
    assert (camera.state, studio.opened) == ("paused", [])
    camera.stop()


def test_the_light_goes_out_with_the_camera(looking):
    camera, studio = looking(BACK, torch=True)
    assert camera.torch and not camera.lit
    camera.light(True)
    assert camera.lit and studio.lens.lit
    camera.rest("locked", True)
    assert not camera.lit and not camera.torch
    camera, studio = looking(BACK)
    camera.light(True)
    assert not camera.lit


def test_a_frame_says_how_it_is_turned(qtbot, looking):
    camera, studio = looking(BACK)
    see(qtbot, camera, studio, rotation=90)
    assert camera.turned == 90


def test_every_state_has_words_and_a_way_on_where_there_is_one(language):
    for state in ("off", "starting", "paused", "missing", "denied", "failed"):
        assert sentences.camera(state)
    assert sentences.camera("on") == ""
    assert [state for state in ("off", "starting", "paused", "missing", "on") if sentences.camera_way_on(state)] == [
        "off"
    ]
    assert sentences.camera_way_on("denied") == sentences.camera_way_on("failed") == "Try again"


def test_a_turned_tablet_shows_the_picture_upright_and_reads_it_as_it_is(qtbot, qapp, language, ean):
    studio = Studio(FRONT)
    model = ScanningViewModel(camera=Camera(cameras=studio.made))
    told = []
    model.scanned.connect(told.append)
    model.startCamera()
    gray = ean(CODE, module=3, height=100)
    for _ in range(4):
        with qtbot.waitSignal(model.worker.framed, timeout=5000):
            studio.lens.show(gray, rotation=90)
        qtbot.wait(1)
    assert [found.gtin14 for found in told] == ["0" + CODE]
    assert model._newest.height() > model._newest.width()
    assert model.lens.mirrored
    model.close()


def test_no_frame_is_decoded_while_the_window_is_minimised(qtbot, qapp, language, ean):
    studio, window = Studio(BACK), QQuickWindow()
    model = ScanningViewModel(camera=Camera(cameras=studio.made))
    model.listen(window)
    window.show()
    model.startCamera()
    read = []
    model.worker.framed.connect(lambda *_: read.append(1))
    window.setVisibility(QWindow.Visibility.Minimized)
    assert model.cameraState == "paused"
    studio.lens.show(ean(CODE))
    qtbot.wait(50)
    assert read == []
    window.setVisibility(QWindow.Visibility.Windowed)
    assert model.cameraState == "starting"
    with qtbot.waitSignal(model.worker.framed, timeout=5000):
        studio.lens.show(ean(CODE))
    model.close()
    window.close()


def resident():
    """Megabytes of this process."""
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="no /proc here")
def test_a_long_day_of_looking_takes_no_memory(qtbot, qapp, language, ean):
    studio = Studio(BACK)
    model = ScanningViewModel(camera=Camera(cameras=studio.made))
    model.startCamera()
    codes = [ean(code, module=2, height=60) for code in ("9521234543213", "4006381333931")]
    noise = np.random.default_rng(4)

    def look(times):
        for at in range(times):
            blurred = noise.integers(0, 255, (90, 120), np.uint8)
            with qtbot.waitSignal(model.worker.framed, timeout=5000):
                studio.lens.show(codes[at // 50 % 2] if at % 5 == 0 else blurred)

    look(800)
    before = resident()
    look(4000)
    grown = resident() - before
    model.close()
    assert model.frame == 4800
    assert grown < 8, f"{grown:.1f} MB more after 4,000 frames"
