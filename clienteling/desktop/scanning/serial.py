"""A scanner on a serial or USB-CDC port: opens it, gives its codes as bytes, and finds it again when it comes back."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal, Slot
from PySide6.QtSerialPort import QSerialPort

from clienteling.desktop.scanning.lines import Lines
from clienteling.desktop.scanning.ports import Port, plugged
from clienteling.desktop.scanning.profile import SerialProfile

LOOK_MS = 1000
CALM = 5
"""So many times more rarely while it is connected: an unplugged scanner tells so itself."""
SLOWEST = 16
"""So many times slower a port is tried again that did not open."""
GROUP = "dialout"
"""Who may use serial ports on most Linux systems."""
LOST_MS = 1000
"""The rest of a code that has an end comes sooner."""
BUFFER = 16 * 1024
"""Bytes that Qt keeps of what was not read yet."""
RATE = 10
"""Codes a second that a hand can make; what comes faster is no hand."""

_E, _P = QSerialPort.SerialPortError, QSerialPort.Parity
_PARITY = {"N": _P.NoParity, "E": _P.EvenParity, "O": _P.OddParity}
_GONE = frozenset({_E.DeviceNotFoundError, _E.ResourceError})


def why(error: QSerialPort.SerialPortError, location: str) -> str:
    """The state of a port that did not open: Qt tells a port in use by another and a forbidden one as the same."""
    if error in _GONE:
        return "waiting"
    if error != _E.PermissionError:
        return "failed"
    return "busy" if sys.platform == "win32" or os.access(location, os.R_OK | os.W_OK) else "denied"


class SerialScanner(QObject):
    """`state` is off, waiting, connected, denied, busy, failed or garbled; `group` may read the port."""

    changed = Signal()
    heard = Signal(bytes, float)
    """One code as it was sent, without its end, and the milliseconds it took."""

    def __init__(
        self, parent: QObject | None = None, ports: Callable[[], list[Port]] = plugged, look: int = LOOK_MS
    ) -> None:
        super().__init__(parent)
        self.state = "off"
        self.identity = ""
        self._profile, self.ports, self._look = SerialProfile(), ports, look
        self.group = GROUP
        self._lines = Lines(self._profile)
        self._open: QSerialPort | None = None
        self._tries = 0
        self._began = 0.0
        self._codes: list[float] = []
        self._timer, self._quiet = QTimer(self, singleShot=True), QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._seek)
        self._quiet.timeout.connect(self._silent)

    def use(self, identity: str, profile: SerialProfile) -> None:
        """Listen to this scanner from now on, as soon as it is there; to none with an empty identity."""
        if (identity, profile) == (self.identity, self._profile):
            return
        self.identity, self._profile = identity, profile
        self.retry()

    def retry(self) -> None:
        """Try at once, whatever was wrong before."""
        self._close()
        self._timer.stop()
        self._tries = 0
        self._be("waiting" if self.identity else "off")
        if self.identity:
            self._seek()

    def close(self) -> None:
        """Let go of the port."""
        self.use("", SerialProfile())

    @Slot()
    def _seek(self) -> None:
        here = next((port for port in self.ports() if port.identity == self.identity), None)
        if here is None:
            self._close()
            self._tries = 0
            self._be("waiting")
        elif self._open is None and self.state != "garbled":
            self._begin(here)
        self._timer.start(self._look * (CALM if self._open else min(2**self._tries, SLOWEST)))

    def _begin(self, here: Port) -> None:
        port = self._made(here)
        self.group = _group(here.location)
        if not port.open(QIODevice.OpenModeFlag.ReadOnly):
            self._tries += 1
            self._be(why(port.error(), here.location))
            port.deleteLater()
            return
        port.setDataTerminalReady(True)  # some send nothing before; a port without that line does not mind
        port.readyRead.connect(self._read)
        port.errorOccurred.connect(self._broke)
        self._open, self._lines, self._tries = port, Lines(self._profile), 0
        self._be("connected")

    def _made(self, here: Port) -> QSerialPort:
        port = QSerialPort(self)
        port.setPortName(here.location)
        port.setBaudRate(self._profile.baud)
        bits, parity, _ = self._profile.framing
        port.setDataBits(QSerialPort.DataBits(int(bits)))
        port.setParity(_PARITY[parity])
        port.setReadBufferSize(BUFFER)
        return port

    @Slot()
    def _read(self) -> None:
        if self._open is None:
            return
        if not self._lines.waiting:
            self._began = time.monotonic()
        for code in self._lines.take(self._open.readAll().data()):
            self._tell(code)
        if self._lines.endless:
            self._close()
            self._be("garbled")
            return
        self._quiet.start(LOST_MS if self._lines.ends else self._profile.silence)

    @Slot()
    def _silent(self) -> None:
        code = self._lines.fall_silent()
        if code:
            self._tell(code, self._profile.silence)

    def _tell(self, code: bytes, waited: int = 0) -> None:
        at = time.monotonic()
        self._codes = [before for before in self._codes if at - before < 1]
        if len(self._codes) < RATE:
            self._codes.append(at)
            self.heard.emit(code, (at - self._began) * 1000 - waited)

    @Slot(QSerialPort.SerialPortError)
    def _broke(self, error: QSerialPort.SerialPortError) -> None:
        if error in _GONE or error == _E.ReadError:
            self._close()
            self._be("waiting")
            self._timer.start(self._look)

    def _close(self) -> None:
        self._quiet.stop()
        port, self._open = self._open, None
        if port is not None:
            port.blockSignals(True)
            port.close()
            port.deleteLater()

    def _be(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


def _group(location: str) -> str:
    try:
        group = Path(location).group()
    except (OSError, KeyError, NotImplementedError):
        return GROUP
    return group if group != "root" else GROUP
