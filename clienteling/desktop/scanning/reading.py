"""What one reader saw once, and the kinds of code there are; knows neither pictures nor what a code means."""

import re

import msgspec

RETAIL = frozenset({"EAN13", "EAN8", "UPCA", "UPCE"})
SQUARE = frozenset({"QRCODE", "DATAMATRIX"})
"""They correct their own errors: believed at once."""
UNPROVEN = frozenset({"UPCE", "CODE39", "ITF"})
"""Found inside other codes, or without a check of their own: believed only by two readers, and seen well."""
AIM = {
    "EAN13": "]E0", "UPCA": "]E0", "UPCE": "]E0", "EAN8": "]E4", "CODE128": "]C0", "CODE39": "]A0", "ITF": "]I0",
    "DATABAR": "]e0", "QRCODE": "]Q1", "DATAMATRIX": "]d1",
}  # fmt: skip
"""The AIM identifier of each symbology as a plain code (ISO/IEC 15424)."""
GS1 = {"CODE128": "]C1", "QRCODE": "]Q3", "DATAMATRIX": "]d2", "DATABAR": "]e0"}
"""Their identifiers when the first character says that the content is GS1 elements."""

_AIM = re.compile(r"^\][A-Za-z][0-9A-Za-z]")
_LETTERS = {"C": "CODE128", "A": "CODE39", "I": "ITF", "Q": "QRCODE", "d": "DATAMATRIX", "e": "DATABAR"}


class Reading(msgspec.Struct, frozen=True):
    """Raw text, symbology, how many scan lines agreed, which reader, its AIM identifier and the bytes as printed."""

    text: str
    symbology: str
    quality: int = 1
    reader: str = "zbar"
    aim: str = ""
    raw: bytes = b""


def split_aim(raw: str) -> tuple[str, str]:
    """The AIM identifier a scanner put before the code, empty when there is none, and the code."""
    found = _AIM.match(raw)
    return (found.group(), raw[3:]) if found else ("", raw)


def symbology_of(aim: str, body: str) -> str:
    """The symbology an AIM identifier stands for, empty when it is none of ours."""
    if aim == "]E4":
        return "EAN8"
    if aim[:2] == "]E":
        return "UPCA" if len(body) == 12 else "EAN13"
    return _LETTERS.get(aim[1:2], "")


def as_text(data: bytes) -> str:
    """The text of a code's bytes: UTF-8, else what older Korean printers use, else Latin-1, the standard's default."""
    for encoding in ("utf-8", "euc_kr"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
