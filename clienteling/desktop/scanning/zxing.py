"""The zxing-cpp reader with our settings; knows nothing of what a code means."""

import numpy as np
import zxingcpp
from zxingcpp import BarcodeFormat, BarcodeFormats, EanAddOnSymbol, TextMode

from clienteling.desktop.scanning.gray import Gray
from clienteling.desktop.scanning.reading import Reading, as_text

_F = BarcodeFormat
_FORMATS = BarcodeFormats(
    [_F.EAN13, _F.EAN8, _F.UPCA, _F.UPCE, _F.Code128, _F.Code39, _F.ITF, _F.DataBar, _F.QRCode, _F.DataMatrix]
)
_NAMES = {
    _F.EANUPC: "EAN13", _F.Code128: "CODE128", _F.Code39: "CODE39", _F.ITF: "ITF", _F.DataBar: "DATABAR",
    _F.QRCode: "QRCODE", _F.DataMatrix: "DATAMATRIX",
}  # fmt: skip
_RETAIL = {_F.EAN13: "EAN13", _F.EAN8: "EAN8", _F.UPCA: "UPCA", _F.UPCE: "UPCE"}


class Zxing:
    """zxing-cpp keeps nothing between pictures."""

    def read(self, gray: Gray, inverted: bool = False) -> list[Reading]:
        """Every code in an 8-bit gray picture; `inverted` looks for light bars on dark too."""
        if gray.ndim != 2 or gray.dtype != np.uint8 or not gray.size:
            return []
        found = zxingcpp.read_barcodes(
            gray,
            formats=_FORMATS,
            try_invert=inverted,
            text_mode=TextMode.Plain,
            ean_add_on_symbol=EanAddOnSymbol.Read,
        )
        readings = [_reading(each) for each in found]
        with_add_on = {each.text for each in readings if each.aim == "]E3"}
        return [each for each in readings if not any(_is_part(each.text, longer) for longer in with_add_on)]

    def close(self) -> None:
        """Nothing to give back."""


def _reading(found: zxingcpp.Barcode) -> Reading:
    name = _RETAIL.get(found.format) or _NAMES.get(found.symbology, "")
    return Reading(as_text(found.bytes), name, 1, "zxing", found.symbology_identifier, found.bytes)


def _is_part(text: str, longer: str) -> bool:
    """Whether this is the same code once more, without its add-on."""
    return text != longer and longer.startswith(text)
