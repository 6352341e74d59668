"""The serial ports of this device and which scanner is on which; knows no code."""

import msgspec
from PySide6.QtSerialPort import QSerialPortInfo

_CALL_IN = "tty."
"""macOS lists every port twice; one that waits to be called never opens for us."""


class Port(msgspec.Struct, frozen=True):
    """A port with something on it. `location` is where it opens; the rest is what the device on it says of itself."""

    name: str
    location: str
    vendor: int = 0
    product: int = 0
    serial: str = ""
    maker: str = ""
    model: str = ""

    @property
    def identity(self) -> str:
        """The scanner itself, at whatever port it comes back; a port without USB is known by its name only."""
        if not self.vendor:
            return f"port:{self.name}"
        return f"usb:{self.vendor:04x}:{self.product:04x}:{self.serial}"

    @property
    def called(self) -> str:
        """What a person may know it by, wherever it is plugged in."""
        made = self.model if self.model.startswith(self.maker) else f"{self.maker} {self.model}"
        return f"{made} {self.serial}".strip() or self.name


def plugged() -> list[Port]:
    """Every port now, those of USB devices first."""
    ports = [_port(info) for info in QSerialPortInfo.availablePorts() if not info.portName().startswith(_CALL_IN)]
    return sorted(ports, key=lambda port: (not port.vendor, port.name))


def _port(info: QSerialPortInfo) -> Port:
    return Port(
        info.portName(), info.systemLocation(), info.vendorIdentifier(), info.productIdentifier(), info.serialNumber(),
        info.manufacturer(), info.description(),
    )  # fmt: skip
