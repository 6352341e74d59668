"""The GTIN of retail and book codes by their symbology, with add-ons; knows no catalogue."""

from clienteling.contract.gtin import check_digit, gtin14, is_gtin
from clienteling.desktop.scanning.reading import RETAIL

_ADD_ONS = (2, 5)
_BODIES = {"EAN8": 8, "UPCA": 12}
_WITH_ADD_ON = "]E3"
_PRESS = ("977", "978", "979")
_ISBN = 10


def number(text: str, symbology: str = "", aim: str = "") -> tuple[str, str] | None:
    """The GTIN-14 and the add-on (empty when there is none) of the text of a code, None when it is no product."""
    if symbology == "UPCE":
        text = expanded_upce(text) or text
    plain = None if aim == _WITH_ADD_ON else gtin14(text)
    if plain:
        return plain, ""
    split = _split(text, symbology, aim)
    if split or symbology:
        return split
    short = expanded_upce(text) if len(text) == 8 else None
    found = gtin14(short) if short else _book(text)
    return (found, "") if found else None


def expanded_upce(code: str) -> str | None:
    """The UPC-A of 6, 7 or 8 UPC-E digits (GS1 General Specifications, 5.2.2.4.2), or None when they do not fit."""
    if not (_digits(code) and len(code) in (6, 7, 8)):
        return None
    system, six = ("0", code) if len(code) == 6 else (code[0], code[1:7])
    if system not in "01":
        return None
    body = system + _zeros_restored(six)
    digit = check_digit(body)
    return None if len(code) == 8 and code[7] != digit else body + digit


def _split(text: str, symbology: str, aim: str) -> tuple[str, str] | None:
    """An add-on is believed from a reader that saw one, or behind the prefixes of books and periodicals."""
    body, add_on = text[: _BODIES.get(symbology, 13)], text[_BODIES.get(symbology, 13) :]
    seen = symbology in RETAIL or aim == _WITH_ADD_ON or body.startswith(_PRESS)
    fits = len(add_on) in _ADD_ONS and _digits(add_on) and is_gtin(body)
    return (body.zfill(14), add_on) if seen and fits else None


def _book(text: str) -> str | None:
    """The GTIN of an ISBN-10, with or without its hyphens (ISO 2108)."""
    bare = text.upper().removeprefix("ISBN").lstrip(": ").replace("-", "").replace(" ", "")
    if len(bare) != _ISBN or not _digits(bare[:9]) or not (_digits(bare[9]) or bare[9] == "X"):
        return None
    total = sum((10 - place) * (10 if sign == "X" else int(sign)) for place, sign in enumerate(bare))
    body = "978" + bare[:9]
    return None if total % 11 else "0" + body + check_digit(body)


def _zeros_restored(six: str) -> str:
    last = six[5]
    if last in "012":
        return six[:2] + last + "0000" + six[2:5]
    if last == "3":
        return six[:3] + "00000" + six[3:5]
    if last == "4":
        return six[:4] + "00000" + six[4]
    return six[:5] + "0000" + last


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
