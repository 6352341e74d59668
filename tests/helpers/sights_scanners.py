"""The scanner page with a scanner, one in trouble and one that is learnt, and the camera at work; how to get there."""

from collections.abc import Callable

import numpy as np

from clienteling.desktop.scanning.burst import Burst
from clienteling.desktop.scanning.profile import Scanner
from tests.helpers.cable import Cable
from tests.helpers.screen import pump, until
from tests.helpers.sights import Visit
from tests.helpers.studio import BACK, FRONT, Studio

EAN = "9521234543213"


def _serial(visit: Visit) -> None:
    """A scanner on a serial port, and what it read."""
    scanners, cable = visit.app.scanners, Cable()
    cable.plug()
    scanners.device.ports = cable.ports
    visit.go("scanner")
    scanners.serial.look()
    scanners.serial.choose(1)
    until(lambda: scanners.serial.state == "connected")
    for code in (b"9520000000028\r", b"]C1" + EAN.encode() + b"\r", b"\xb9\xd9\xc4\xda\xb5\xe5\r"):
        cable.send(code)
        pump(100)

    def unplug() -> None:
        cable.pull()
        scanners.serial.choose(0)

    visit.after(unplug)


def _forbidden(visit: Visit) -> None:
    """A scanner that the system does not let the app read."""
    scanners = visit.app.scanners
    visit.go("scanner")
    scanners.serial.take([Scanner("usb:0c2e:0b61:SN-1", "serial", "Acme Scanner SN-1", True)])
    scanners.device.retry = lambda: None
    scanners.device._timer.stop()
    scanners.device._be("denied")
    pump(100)

    def allow() -> None:
        del scanners.device.retry
        scanners.serial.take([])

    visit.after(allow)


def _learnt(visit: Visit) -> None:
    """A slow scanner was learnt and waits for its name."""
    keyboards, wedge = visit.app.scanners.keyboards, visit.app.scanning.wedge
    visit.go("scanner")
    keyboards.learn()
    text = f"~{EAN}"
    wedge.measured.emit(Burst(tuple(zip(text, text, strict=True)), (100.0,) * len(EAN), "tab"))
    visit.after(keyboards.cancel)
    pump(100)


def _looking(visit: Visit) -> None:
    """The camera sees bars; there are two cameras and a light."""
    camera, studio = visit.app.scanning.camera, Studio(BACK, FRONT, torch=True)
    made, had = camera._make_cameras, camera._cameras
    camera._make_cameras, camera._cameras = studio.made, None
    visit.tablet.screen.click("scan")
    visit.tablet.screen.wait("choosePicture")
    bars = np.random.default_rng(7).integers(0, 2, 60).repeat(8) * 200 + 40
    studio.lens.show(np.tile(bars.astype(np.uint8), (270, 1)))
    until(lambda: visit.app.scanning.cameraState == "on" and visit.app.scanning.frame > 0)
    camera._patience.stop()
    pump(200)

    def unplug() -> None:
        camera._make_cameras, camera._cameras = made, had

    visit.after(unplug)


def _camera_forbidden(visit: Visit) -> None:
    camera, studio = visit.app.scanning.camera, Studio(BACK, allowed=False)
    made, had = camera._make_cameras, camera._cameras
    camera._make_cameras, camera._cameras = studio.made, None
    visit.tablet.screen.click("scan")
    visit.tablet.screen.wait("startCamera")
    pump(200)

    def allow() -> None:
        camera._make_cameras, camera._cameras = made, had

    visit.after(allow)


SCANNER_SIGHTS: dict[str, Callable[[Visit], None]] = {
    "scanner-serial": _serial,
    "scanner-forbidden": _forbidden,
    "scanner-learnt": _learnt,
    "scan-camera": _looking,
    "scan-forbidden": _camera_forbidden,
}
