"""Draws one code of every symbology a shop shows, with an answer of its own; knows no distortion."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass

import barcode
import numpy as np
import segno
import zxingcpp
from barcode.writer import ImageWriter
from PIL import Image
from zxingcpp import BarcodeFormat as Kind

from clienteling.contract.codes import loyalty_code
from clienteling.contract.gtin import check_digit
from clienteling.desktop.scanning.gray import Gray

MODULE = 8
"""Pixels of the narrowest bar as drawn."""


@dataclass(frozen=True)
class Code:
    """A symbology, what a reader must find, and the code as gray values with its quiet zone."""

    symbology: str
    expected: str
    gray: Gray


def codes(seed: int, names: tuple[str, ...] = ()) -> list[Code]:
    """One code of each symbology (of `names`, when given), its content chosen by `seed`."""
    chance = random.Random(seed)
    return [Code(name, *make(chance)) for name, make in MAKERS.items() if not names or name in names]


def retail(ean13: str) -> Code:
    """The EAN-13 of a product."""
    return Code("ean13", "0" + ean13, _bars("ean13", ean13))


def _gtin(chance: random.Random, digits: int, first: str = "") -> str:
    body = first + "".join(chance.choices("0123456789", k=digits - 1 - len(first)))
    return body + check_digit(body)


def _retail(name: str, digits: int, first: str) -> Callable[[random.Random], tuple[str, Gray]]:
    def make(chance: random.Random) -> tuple[str, Gray]:
        code = _gtin(chance, digits, first)
        return code.zfill(14), _bars(name, code)

    return make


def _upce(chance: random.Random) -> tuple[str, Gray]:
    six = "".join(chance.choices("123456789", k=5)) + "6"
    body = f"0{six[:5]}0000{six[5]}"
    return "00" + body + check_digit(body), _written(f"0{six}{check_digit(body)}", Kind.UPCE)


def _add_on(chance: random.Random) -> tuple[str, Gray]:
    code = _gtin(chance, 13, "978")
    return "0" + code, _written(f"{code}+{chance.randint(10000, 99999)}", Kind.EAN13)


def _text(name: str, prefix: str) -> Callable[[random.Random], tuple[str, Gray]]:
    def make(chance: random.Random) -> tuple[str, Gray]:
        text = f"{prefix}{chance.randint(10000, 99999)}"
        return text, _bars(name, text)

    return make


def _carton(chance: random.Random) -> tuple[str, Gray]:
    code = _gtin(chance, 14, str(chance.randint(1, 8)))
    return code, _written(code, Kind.ITF14)


def _elements(kind: Kind, batch: bool = True, **options: bool) -> Callable[[random.Random], tuple[str, Gray]]:
    def make(chance: random.Random) -> tuple[str, Gray]:
        code = "0" + _gtin(chance, 13, "952")
        text = f"(01){code}(10)B{chance.randint(10, 99)}" if batch else f"(01){code}"
        return code, _written(text, kind, **options)

    return make


def _loyalty_qr(chance: random.Random) -> tuple[str, Gray]:
    text = loyalty_code(chance.randint(1, 99_999_999))
    return text, _square(text)


def _link(chance: random.Random) -> tuple[str, Gray]:
    code = "0" + _gtin(chance, 13, "952")
    return code, _square(f"https://shop.example/01/{code}/21/{chance.randint(100, 999)}")


def _matrix(chance: random.Random) -> tuple[str, Gray]:
    text = loyalty_code(chance.randint(1, 99_999_999))
    return text, _written(text, Kind.DataMatrix)


MAKERS: dict[str, Callable[[random.Random], tuple[str, Gray]]] = {
    "ean13": _retail("ean13", 13, "952"),
    "ean8": _retail("ean8", 8, "9"),
    "upca": _retail("upca", 12, "8"),
    "upce": _upce,
    "ean addon": _add_on,
    "itf14": _carton,
    "code128": _text("code128", "SKU-"),
    "code39": _text("code39", "SKU-"),
    "gs1-128": _elements(Kind.Code128, gs1=True),
    "databar": _elements(Kind.DataBarOmni, batch=False),
    "databar expanded": _elements(Kind.DataBarExp),
    "qr": _loyalty_qr,
    "gs1 link qr": _link,
    "data matrix": _matrix,
    "gs1 data matrix": _elements(Kind.DataMatrix, gs1=True),
}


def _bars(name: str, text: str) -> Gray:
    dots = 1200
    width = MODULE * 25.4 / dots
    options = {"module_width": width, "module_height": 14.0, "quiet_zone": width * 12, "write_text": False, "dpi": dots}
    make = {"add_checksum": False} if name == "code39" else {}
    image = barcode.get_barcode_class(name)(text, writer=ImageWriter(), **make).render(options)
    return np.asarray(image.convert("L")).copy()


def _square(text: str) -> Gray:
    stream = io.BytesIO()
    segno.make_qr(text, error="m").save(stream, kind="png", scale=MODULE, border=4)
    return np.asarray(Image.open(stream).convert("L")).copy()


def _written(text: str, kind: Kind, **options: bool) -> Gray:
    image = np.asarray(zxingcpp.create_barcode(text, kind, **options).to_image(scale=MODULE, add_quiet_zones=True))
    return np.pad(image, MODULE * 4, constant_values=255)
