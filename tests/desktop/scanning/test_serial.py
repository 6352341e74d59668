"""A serial scanner on a real pseudo terminal: heard, unplugged, plugged in again, flooding, forbidden."""

import os
from contextlib import suppress

import pytest
from PySide6.QtSerialPort import QSerialPort

from clienteling.desktop.scanning import serial
from clienteling.desktop.scanning.ports import Port
from clienteling.desktop.scanning.profile import SerialProfile
from clienteling.desktop.scanning.serial import SerialScanner, why
from tests.helpers.cable import Cable

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo terminals here")

EAN = b"9521234543213"
E = QSerialPort.SerialPortError


@pytest.fixture
def plug():
    """The cable."""
    plug = Cable()
    yield plug
    plug.pull()


@pytest.fixture
def scanner(qapp, plug):
    """Looks for its scanner a hundred times a second; what it heard is in `scanner.told`."""
    scanner = SerialScanner(ports=plug.ports, look=10)
    scanner.told, scanner.states = [], []
    scanner.heard.connect(lambda code, took: scanner.told.append(code))
    scanner.changed.connect(lambda: scanner.states.append(scanner.state))
    yield scanner
    scanner.close()


def use(qtbot, plug, scanner, **profile):
    """Plug it in and wait until it is connected."""
    plug.plug()
    scanner.use(plug.port.identity, SerialProfile(**profile))
    qtbot.waitUntil(lambda: scanner.state == "connected")


def test_a_code_is_heard(qtbot, plug, scanner):
    assert scanner.state == "off"
    use(qtbot, plug, scanner)
    with qtbot.waitSignal(scanner.heard) as heard:
        plug.send(EAN + b"\r\n")
    assert heard.args[0] == EAN
    assert 0 <= heard.args[1] < 5000


def test_unplugged_it_waits_and_is_heard_again_at_another_port(qtbot, plug, scanner):
    use(qtbot, plug, scanner)
    first = plug.port.location
    for _ in range(3):
        plug.send(EAN[:5])
        plug.pull()
        qtbot.waitUntil(lambda: scanner.state == "waiting")
        taken, _ = os.openpty()  # or the system gives the same name again
        plug.plug()
        os.close(taken)
        qtbot.waitUntil(lambda: scanner.state == "connected")
        plug.send(EAN + b"\r")
        qtbot.waitUntil(lambda: bool(scanner.told))
        assert scanner.told == [EAN]  # and not five digits of before
        scanner.told.clear()
    assert plug.port.location != first


def test_it_is_missed_at_once_even_where_the_system_still_lists_it(qtbot, plug, scanner, monkeypatch):
    monkeypatch.setattr(serial, "CALM", 10**6)
    use(qtbot, plug, scanner)
    port = plug.port
    plug.pull()
    plug.port = port
    qtbot.waitUntil(lambda: scanner.state == "waiting")
    plug.plug()
    qtbot.waitUntil(lambda: scanner.state == "connected")


def test_chosen_before_it_is_plugged_in_it_is_waited_for(qtbot, plug, scanner):
    scanner.use("usb:0c2e:0b61:SN-1", SerialProfile())
    assert scanner.state == "waiting"
    plug.plug()
    qtbot.waitUntil(lambda: scanner.state == "connected")


def test_another_device_is_left_alone(qtbot, plug, scanner):
    plug.plug()
    scanner.use("usb:0c2e:0b61:SN-2", SerialProfile())
    qtbot.wait(50)
    assert scanner.state == "waiting"


def test_without_an_end_silence_is_the_end(qtbot, plug, scanner):
    use(qtbot, plug, scanner, terminator="none", silence=30)
    for _ in range(2):
        with qtbot.waitSignal(scanner.heard) as heard:
            plug.send(EAN)
        assert heard.args[0] == EAN


def test_what_was_scanned_before_somebody_listened_is_not_scanned_now(qtbot, plug, scanner):
    plug.plug()
    plug.send(b"1111111\r")
    scanner.use(plug.port.identity, SerialProfile())
    qtbot.waitUntil(lambda: scanner.state == "connected")
    plug.send(EAN + b"\r")
    qtbot.waitUntil(lambda: bool(scanner.told))
    assert scanner.told == [EAN]


def test_codes_faster_than_a_hand_are_dropped(qtbot, plug, scanner):
    use(qtbot, plug, scanner)
    plug.send(b"".join(b"%013d\r" % at for at in range(200)))
    qtbot.waitUntil(lambda: len(scanner.told) == serial.RATE)
    qtbot.wait(100)
    assert len(scanner.told) == serial.RATE


def test_endless_noise_is_cut_off_until_somebody_tries_again(qtbot, plug, scanner, monkeypatch):
    monkeypatch.setattr("clienteling.desktop.scanning.lines.ENDLESS", 20_000)
    use(qtbot, plug, scanner)
    os.set_blocking(plug._end, False)

    def flood():
        with suppress(BlockingIOError):
            os.write(plug._end, b"\x80" * 4096)
        return scanner.state == "garbled"

    qtbot.waitUntil(flood)
    assert len(scanner.told) == 1  # told once, as too long
    qtbot.wait(50)
    assert scanner.state == "garbled"
    scanner.retry()
    assert scanner.state == "connected"


def test_a_port_that_cannot_be_opened_is_tried_less_and_less_often(qtbot, scanner, plug, tmp_path):
    (tmp_path / "not-a-port").touch()
    plug.port = Port("x", str(tmp_path / "not-a-port"), 1, 2, "3")
    scanner.use(plug.port.identity, SerialProfile())
    assert scanner.state == "failed"
    waits = []
    for _ in range(6):
        waits.append(scanner._timer.interval())
        scanner._seek()
    assert waits == [20, 40, 80, 160, 160, 160]
    scanner.retry()
    assert scanner._timer.interval() == 20
    plug.port = None
    qtbot.waitUntil(lambda: scanner.state == "waiting")
    assert scanner._timer.interval() == 10


@pytest.mark.parametrize(
    ("error", "free", "state"),
    [
        (E.DeviceNotFoundError, True, "waiting"),
        (E.ResourceError, True, "waiting"),
        (E.PermissionError, False, "denied"),
        (E.PermissionError, True, "busy"),
        (E.UnsupportedOperationError, True, "failed"),
    ],
)
def test_why_a_port_does_not_open(error, free, state, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: free)
    assert why(error, "/dev/ttyACM0") == state


def test_close_lets_go_of_the_port(qtbot, plug, scanner):
    use(qtbot, plug, scanner)
    scanner.close()
    assert scanner.state == "off"
    qtbot.wait(50)
    assert scanner.state == "off"
    again = QSerialPort(plug.port.location)
    assert again.open(QSerialPort.OpenModeFlag.ReadOnly)
    again.close()
