"""The zbar reader: a gray picture in, readings out; knows nothing of what a code means."""

import ctypes
from typing import Any, Protocol

import numpy as np

from clienteling.desktop.scanning.agreement import Reading
from clienteling.desktop.scanning.gray import Gray

_BINARY = 4  # ZBAR_CFG_BINARY: or accents and emoji of a QR code are taken for Chinese
_TEST_INVERTED = 0x81  # ZBAR_CFG_TEST_INVERTED: light bars on dark, as wallets show at night
_Y800 = int.from_bytes(b"Y800", "little")
_ENABLED = ("EAN13", "EAN8", "UPCA", "UPCE", "CODE128", "QRCODE")


class Reader(Protocol):
    """Any reader of gray pictures; a second one of another build can stand beside zbar."""

    def read(self, gray: Gray, inverted: bool = False) -> list[Reading]:
        """Every code in the picture."""
        ...


class Zbar:
    """One zbar scanner with the settings pyzbar does not expose; belongs to one thread."""

    def __init__(self) -> None:
        from pyzbar import wrapper  # the system library may be missing; only scanning pictures needs it

        self._z: Any = wrapper
        self._scanner = wrapper.zbar_image_scanner_create()
        self._set(0, wrapper.ZBarConfig.CFG_ENABLE, 0)
        for name in _ENABLED:
            self._set(wrapper.ZBarSymbol[name], wrapper.ZBarConfig.CFG_ENABLE, 1)
        self._set(wrapper.ZBarSymbol.QRCODE, _BINARY, 1)

    def read(self, gray: Gray, inverted: bool = False) -> list[Reading]:
        """Every code in an 8-bit gray picture; `inverted` looks for light bars on dark too."""
        if gray.ndim != 2 or gray.dtype != np.uint8 or not gray.size:
            return []
        self._set(0, _TEST_INVERTED, int(inverted))
        pixels = np.ascontiguousarray(gray)
        image = self._z.zbar_image_create()
        try:
            self._z.zbar_image_set_format(image, _Y800)
            self._z.zbar_image_set_size(image, pixels.shape[1], pixels.shape[0])
            self._z.zbar_image_set_data(image, pixels.ctypes.data_as(ctypes.c_void_p), pixels.size, None)
            self._z.zbar_scan_image(self._scanner, image)
            return self._readings(image)
        finally:
            self._z.zbar_image_destroy(image)

    def close(self) -> None:
        """Give the scanner back; call once, from the thread that reads."""
        self._z.zbar_image_scanner_destroy(self._scanner)

    def _set(self, symbol: int, setting: int, value: int) -> None:
        self._z.zbar_image_scanner_set_config(self._scanner, symbol, setting, value)

    def _readings(self, image: Any) -> list[Reading]:
        found = []
        symbol = self._z.zbar_image_first_symbol(image)
        while symbol:
            name = self._z.ZBarSymbol(symbol.contents.type).name
            length = self._z.zbar_symbol_get_data_length(symbol)
            data = ctypes.string_at(self._z.zbar_symbol_get_data(symbol), length)
            found.append(Reading(as_text(data), name, self._z.zbar_symbol_get_quality(symbol)))
            symbol = self._z.zbar_symbol_next(symbol)
        return found


def as_text(data: bytes) -> str:
    """The text of a code's bytes: UTF-8, else what older Korean printers use, else Latin-1, the standard's default."""
    for encoding in ("utf-8", "euc_kr"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
