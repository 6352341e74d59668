"""One Scan: what a code says and what kind of thing it names; knows no catalogue, no device and no screen."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

import msgspec

from clienteling.contract.codes import BADGE, LOYALTY, is_coded
from clienteling.contract.gtin import check_digit, gtin14, is_gtin

if TYPE_CHECKING:
    from biip.gs1_element_strings import GS1ElementString

Kind = Literal["product", "customer", "staff", "order", "unknown"]
Source = Literal["camera", "wedge", "picture", "typed", "serial"]
Confidence = Literal["weak", "likely", "sure"]

LINEAR_LIMIT = 128
SQUARE_LIMIT = 4096
SQUARE = frozenset({"QRCODE"})
RETAIL = frozenset({"EAN13", "EAN8", "UPCA", "UPCE"})
GROUP_SEPARATOR = "\x1d"

NOT_OURS = "This code is not one of ours."
NOTHING = "There is nothing to read in this code."
TOO_LONG = "This code is too long to be one of ours."
MISREAD = "A digit of this code does not fit. Scan it again."
LINK = "This is a web link. Links are never opened here."
POLITE = {
    "http://": LINK,
    "https://": LINK,
    "wifi:": "This code joins a wireless network. There is nothing to sell in it.",
    "begin:vcard": "This code holds somebody's contact details, not a product.",
    "mecard:": "This code holds somebody's contact details, not a product.",
    "mailto:": "This code writes an e-mail. Nothing was opened.",
    "tel:": "This code dials a number. Nothing was dialled.",
    "smsto:": "This code writes a message. Nothing was sent.",
}

_AIM = re.compile(r"^\][A-Za-z][0-9A-Za-z]")
_ORDER = re.compile(r"^[A-Z][A-Z0-9]{0,7}(-[0-9]{1,4})?-[0-9]{6,9}$")
_BRACKETED = re.compile(r"^\(01\)([0-9]{14})")
_IN_STORE = re.compile(r"^0(02|2[0-9])[0-9]{11}$")


class Meaning(msgspec.Struct, frozen=True):
    """What a code says: `text` is printable only, `reason` is the sentence for an unknown code."""

    text: str
    kind: Kind
    gtin14: str | None = None
    reason: str = ""


class Scan(msgspec.Struct, frozen=True):
    """One presentation of one code; `at` is ISO 8601 UTC, `reason` an English template for an unknown code."""

    text: str
    symbology: str
    source: Source
    at: str
    kind: Kind
    gtin14: str | None = None
    confidence: Confidence = "likely"
    reason: str = ""

    @property
    def in_store(self) -> bool:
        """Whether the shop itself gave this GTIN (prefixes 02 and 20-29: often a price or a weight inside)."""
        return self.gtin14 is not None and _IN_STORE.match(self.gtin14) is not None


def scan(meaning: Meaning, symbology: str, source: Source, at: str, confidence: Confidence = "likely") -> Scan:
    """The scan of what was understood."""
    return Scan(meaning.text, symbology, source, at, meaning.kind, meaning.gtin14, confidence, meaning.reason)


def enters_cart(found: Scan, in_catalogue: bool) -> bool:
    """Whether a product may go into the cart by itself: a right check digit proves nothing, the catalogue does."""
    return found.kind == "product" and in_catalogue and found.confidence != "weak"


def classify(raw: str, symbology: str = "") -> Meaning:
    """What `raw` means, by AIM prefix, our patterns, Digital Link, GS1 and GTIN in this order; never raises."""
    limit = SQUARE_LIMIT if symbology in SQUARE or not symbology else LINEAR_LIMIT
    if len(raw) > limit:
        return Meaning(printable(raw[:LINEAR_LIMIT]), "unknown", reason=TOO_LONG)
    aim, body = _without_aim(raw)
    text = printable(body).strip()
    if not text:
        return Meaning("", "unknown", reason=NOTHING)
    kind = _own_kind(text.upper())
    if kind != "unknown":
        return Meaning(text.upper(), kind)
    number = _linked_gtin(text) or _gs1_gtin(body, aim) or _plain_gtin(text, symbology)
    if number:
        return Meaning(text, "product", gtin14=number)
    return Meaning(text, "unknown", reason=_reason(text))


def printable(raw: str) -> str:
    """`raw` without anything that could act: control, formatting and direction characters."""
    return "".join(character for character in raw if character.isprintable())


def expanded_upce(code: str) -> str | None:
    """The UPC-A of 6, 7 or 8 UPC-E digits (GS1 General Specifications, 5.2.2.4.2), or None when they do not fit."""
    if not (code.isascii() and code.isdigit() and len(code) in (6, 7, 8)):
        return None
    system, six = ("0", code) if len(code) == 6 else (code[0], code[1:7])
    if system not in "01":
        return None
    body = system + _zeros_restored(six)
    digit = check_digit(body)
    return None if len(code) == 8 and code[7] != digit else body + digit


def _zeros_restored(six: str) -> str:
    last = six[5]
    if last in "012":
        return six[:2] + last + "0000" + six[2:5]
    if last == "3":
        return six[:3] + "00000" + six[3:5]
    if last == "4":
        return six[:4] + "00000" + six[4]
    return six[:5] + "0000" + last


def _without_aim(raw: str) -> tuple[str, str]:
    found = _AIM.match(raw)
    return (found.group(), raw[3:]) if found else ("", raw)


def _own_kind(text: str) -> Kind:
    if is_coded(text, LOYALTY):
        return "customer"
    if is_coded(text, BADGE):
        return "staff"
    return "order" if _ORDER.match(text) else "unknown"


def _linked_gtin(text: str) -> str | None:
    if not text.lower().startswith(("http://", "https://")):
        return None
    # all prefixes of GS1 come with it: the window must not wait for them
    from biip import ParseError
    from biip.gs1_digital_link_uris import GS1DigitalLinkURI

    try:
        link = GS1DigitalLinkURI.parse(text)
    except (ParseError, ValueError):
        return None
    return _gtin_in(link.element_strings)


def _gs1_gtin(body: str, aim: str) -> str | None:
    bracketed = _BRACKETED.match(body)
    if bracketed:
        return gtin14(bracketed.group(1))
    if not (aim in ("]C1", "]e0", "]d2", "]Q3") or GROUP_SEPARATOR in body or _starts_with_gtin(body)):
        return None
    import biip

    try:
        message = biip.parse("]C1" + body.lstrip(GROUP_SEPARATOR)).gs1_message
    except (biip.ParseError, ValueError):
        return None
    return _gtin_in(message.element_strings) if message else None


def _starts_with_gtin(body: str) -> bool:
    return body.startswith("01") and len(body) >= 16 and is_gtin(body[2:16])


def _gtin_in(elements: Iterable["GS1ElementString"]) -> str | None:
    for element in elements:
        if element.ai.ai == "01":
            return gtin14(element.value)
    return None


def _plain_gtin(text: str, symbology: str) -> str | None:
    if symbology == "UPCE":
        upca = expanded_upce(text)
        return gtin14(upca) if upca else None
    if is_gtin(text):
        return gtin14(text)
    short = expanded_upce(text) if len(text) == 8 and not symbology else None
    return gtin14(short) if short else None


def _reason(text: str) -> str:
    low = text.lower()
    for start, sentence in POLITE.items():
        if low.startswith(start):
            return sentence
    looks_like_gtin = text.isascii() and text.isdigit() and len(text) in (8, 12, 13, 14)
    return MISREAD if looks_like_gtin else NOT_OURS
