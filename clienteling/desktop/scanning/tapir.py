"""The tapirscan reader with our settings; knows nothing of what a code means. Not every platform has it."""

from typing import Literal

import numpy as np
import tapirscan

from clienteling.desktop.scanning.gray import Gray
from clienteling.desktop.scanning.reading import AIM, GS1, Reading, as_text

BARS: tuple[tapirscan.Format, ...] = ("EAN13", "EAN8", "UPCA", "UPCE", "Code128", "Code39", "ITF")
SQUARES: tuple[tapirscan.Format, ...] = ("QRCode", "DataMatrix")
"""Each of them costs ten times what all bars together do."""
DATABARS: tuple[tapirscan.Format, ...] = ("DataBar", "DataBarExpanded")
_NAMES = {"DataBarExpanded": "DATABAR"}
_SMALLEST = 3


class Tapir:
    """One tapirscan scanner of some effort, without threads of its own; belongs to one thread."""

    def __init__(self, effort: Literal["low", "medium"] = "low", kinds: tuple[tapirscan.Format, ...] = BARS) -> None:
        self._scanner = tapirscan.Scanner(effort, formats=kinds, parallel=False)

    def read(self, gray: Gray, inverted: bool = False) -> list[Reading]:
        """Every code of its kinds in an 8-bit gray picture; light on dark as its effort allows."""
        if gray.ndim != 2 or gray.dtype != np.uint8 or min(gray.shape) < _SMALLEST:
            return []
        try:
            found = self._scanner.scan(gray, layout="HW")
        except tapirscan.ScannerError:
            return []  # a fault of its own must not silence the other readers
        return [_reading(each) for each in found.barcodes]

    def close(self) -> None:
        """Give the scanner back; call once, from the thread that reads."""
        self._scanner.close()


def _reading(found: tapirscan.Barcode) -> Reading:
    name, data = _NAMES.get(found.format, found.format.upper()), found.payload_bytes
    aim = GS1[name] if found.gs1 else AIM[name]
    text = found.text if data is None else as_text(data)
    return Reading(text, name, 1, "tapir", aim, data or found.text.encode())
