"""The zbar reader with the settings pyzbar does not expose; knows nothing of what a code means."""

import ctypes
from typing import Any

import numpy as np
from pyzbar import wrapper

from clienteling.desktop.scanning.gray import Gray
from clienteling.desktop.scanning.reading import AIM, GS1, Reading, as_text

_BINARY = 4  # ZBAR_CFG_BINARY: or accents and emoji of a QR code are taken for Chinese
_TEST_INVERTED = 0x81  # ZBAR_CFG_TEST_INVERTED: light bars on dark, as wallets show at night
_SHORTEST_ITF = 6  # shorter ones are found inside everything
_Y800 = int.from_bytes(b"Y800", "little")
# its DataBar is left to the other reader: its assertions end up on the standard error
_NAMES = {
    "EAN13": "EAN13", "EAN8": "EAN8", "UPCA": "UPCA", "UPCE": "UPCE", "CODE128": "CODE128", "CODE39": "CODE39",
    "I25": "ITF", "QRCODE": "QRCODE",
}  # fmt: skip
_modifiers = wrapper.zbar_function("zbar_symbol_get_modifiers", ctypes.c_uint, ctypes.POINTER(wrapper.zbar_symbol))


class Zbar:
    """One zbar scanner; belongs to one thread."""

    def __init__(self) -> None:
        self._scanner = wrapper.zbar_image_scanner_create()
        self._set(0, wrapper.ZBarConfig.CFG_ENABLE, 0)
        for name in _NAMES:
            self._set(wrapper.ZBarSymbol[name], wrapper.ZBarConfig.CFG_ENABLE, 1)
        self._set(wrapper.ZBarSymbol.I25, wrapper.ZBarConfig.CFG_MIN_LEN, _SHORTEST_ITF)
        self._set(wrapper.ZBarSymbol.QRCODE, _BINARY, 1)

    def read(self, gray: Gray, inverted: bool = False) -> list[Reading]:
        """Every code in an 8-bit gray picture; `inverted` looks for light bars on dark too."""
        if gray.ndim != 2 or gray.dtype != np.uint8 or not gray.size:
            return []
        self._set(0, _TEST_INVERTED, int(inverted))
        pixels = np.ascontiguousarray(gray)
        image = wrapper.zbar_image_create()
        try:
            wrapper.zbar_image_set_format(image, _Y800)
            wrapper.zbar_image_set_size(image, pixels.shape[1], pixels.shape[0])
            wrapper.zbar_image_set_data(image, pixels.ctypes.data_as(ctypes.c_void_p), pixels.size, None)
            wrapper.zbar_scan_image(self._scanner, image)
            return self._readings(image)
        finally:
            wrapper.zbar_image_destroy(image)

    def close(self) -> None:
        """Give the scanner back; call once, from the thread that reads."""
        wrapper.zbar_image_scanner_destroy(self._scanner)

    def _set(self, symbol: int, setting: int, value: int) -> None:
        wrapper.zbar_image_scanner_set_config(self._scanner, symbol, setting, value)

    def _readings(self, image: Any) -> list[Reading]:
        found = []
        symbol = wrapper.zbar_image_first_symbol(image)
        while symbol:
            found.append(_reading(symbol))
            symbol = wrapper.zbar_symbol_next(symbol)
        return found


def _reading(symbol: Any) -> Reading:
    name = _NAMES.get(wrapper.ZBarSymbol(symbol.contents.type).name, "")
    data = ctypes.string_at(wrapper.zbar_symbol_get_data(symbol), wrapper.zbar_symbol_get_data_length(symbol))
    aim = GS1.get(name, "") if _modifiers(symbol) & 1 else AIM.get(name, "")  # ZBAR_MOD_GS1
    return Reading(as_text(data), name, wrapper.zbar_symbol_get_quality(symbol), "zbar", aim, data)
