"""A scanner on a serial port at the till: chosen once, it sells from any page, unplugged and after the next start."""

import pytest

from tests.helpers.cable import Cable
from tests.helpers.screen import until
from tests.helpers.shop_folder import PHOTOGRAPHED
from tests.helpers.studio import BACK, Studio

COAT, SCARF = PHOTOGRAPHED[1], PHOTOGRAPHED[2]


@pytest.fixture
def cable():
    """The scanner's cable."""
    cable = Cable()
    yield cable
    cable.pull()


def scan(cable, code):
    """Pull the trigger."""
    cable.send(code.encode() + b"\r\n")


def connected(tablet):
    """Wait for the scanner."""
    until(lambda: tablet.app.scanners.serial.state == "connected", why="that the scanner is there")


def test_it_sells_from_any_page_after_it_was_unplugged_too(town, tablets, cable):
    tablet = tablets().synced().sign_in()
    scanners = tablet.app.scanners
    scanners.device.ports = cable.ports
    cable.plug()
    tablet.app.navigator.go("scanner")
    scanners.serial.look()
    scanners.serial.choose(1)
    connected(tablet)
    scan(cable, COAT)
    tablet.screen.wait_for(COAT)
    assert tablet.app.cart.pieces == 0
    tablet.app.navigator.go("settings")
    until(lambda: not tablet.app.scanning.testing, why="that the test is over")
    cable.pull()
    until(lambda: scanners.serial.state == "waiting", why="to see that it is gone")
    cable.plug()
    connected(tablet)
    scan(cable, SCARF)
    until(lambda: tablet.app.cart.pieces == 1, why="to lie in the cart")
    scan(cable, "XQ-77-ABCD")
    tablet.screen.wait_for("XQ-77-ABCD")  # a way on, as after every unknown code


def test_on_a_locked_tablet_the_camera_rests(town, tablets):
    tablet = tablets().synced().sign_in()
    camera, studio = tablet.app.scanning.camera, Studio(BACK)
    camera._make_cameras = studio.made
    tablet.app.scanning.startCamera()
    until(lambda: len(studio.opened) == 1, why="to look")
    presence = tablet.app.presence
    real, later = presence.clock, presence.clock() + 1000
    presence.clock = lambda: later
    presence.look()
    until(lambda: presence.locked and tablet.app.scanning.cameraState == "paused", why="to rest")
    assert studio.lens.closed
    presence.clock = real
