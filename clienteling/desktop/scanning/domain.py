"""One Scan: what a code says and what kind of thing it names; knows no catalogue, no device and no screen."""

import re
from collections.abc import Iterable
from typing import Literal, TypeAlias

import msgspec

from clienteling.contract import pieces
from clienteling.contract.codes import BADGE, LOYALTY, is_coded
from clienteling.contract.gtin import LENGTHS
from clienteling.contract.pieces import Measure, Scheme
from clienteling.desktop.scanning import gs1, retail
from clienteling.desktop.scanning.gs1 import Element
from clienteling.desktop.scanning.reading import SQUARE, split_aim, symbology_of

Kind = Literal["product", "customer", "staff", "order", "coupon", "unknown"]
Source = Literal["camera", "wedge", "picture", "typed", "serial"]
Confidence = Literal["weak", "likely", "sure"]

IN_HAND: frozenset[Source] = frozenset({"wedge", "serial"})
"""Scanners that weigh many lines of a code themselves before they say it."""
LINEAR_LIMIT = 128
SQUARE_LIMIT = 4096

NOT_OURS = "This code is not one of ours."
NOTHING = "There is nothing to read in this code."
TOO_LONG = "This code is too long to be one of ours."
COUPON = "This is a coupon. Enter it at the till when she pays; nothing was changed here."
MISREAD = "A digit of this code does not fit. Scan it again."
GARBLED = "This is no text. Check the scanner's speed, and that it sends UTF-8."
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

_ORDER = re.compile(r"^[A-Z][A-Z0-9]{0,7}(-[0-9]{1,4})?-[0-9]{6,9}$")
_IN_STORE = re.compile(r"^0(02|2[0-9])[0-9]{11}$")
_COUPON = re.compile(r"^0(05|98[1-4]|99)[0-9]+$")  # GS1 General Specifications, figure 1.4.2-1
_CARTON = 14


Piece: TypeAlias = tuple[Measure, str]
"""The price or the weight that one piece bears, and the tag it was read from, which central reads again."""


class Meaning(msgspec.Struct, frozen=True):
    """What a code says: `text` is printable only, `reason` is the sentence for what is taken nowhere."""

    text: str
    kind: Kind
    gtin14: str | None = None
    reason: str = ""
    symbology: str = ""
    aim: str = ""
    elements: tuple[Element, ...] = ()
    add_on: str = ""
    measure: Measure | None = None


class Scan(msgspec.Struct, frozen=True):
    """One presentation of one code; `at` is ISO 8601 UTC, `reason` an English template for what is taken nowhere.

    `aim` is the AIM identifier, `raw` the bytes as printed, `elements` what GS1 codes say beside the GTIN, `add_on` the
    two or five digits beside a book's code, `measure` the price or the weight inside.
    """

    text: str
    symbology: str
    source: Source
    at: str
    kind: Kind
    gtin14: str | None = None
    confidence: Confidence = "likely"
    reason: str = ""
    aim: str = ""
    raw: bytes = b""
    elements: tuple[Element, ...] = ()
    add_on: str = ""
    measure: Measure | None = None

    @property
    def piece(self) -> Piece | None:
        """What this very piece costs or weighs, None when its code says nothing of it."""
        tag = gs1.tag(self.elements) or self.text.removesuffix(self.add_on)
        return (self.measure, tag) if self.measure else None

    @property
    def in_store(self) -> bool:
        """Whether the shop itself gave this GTIN (prefixes 02 and 20-29: often a price or a weight inside)."""
        return self.gtin14 is not None and _IN_STORE.match(self.gtin14) is not None


def scan(meaning: Meaning, source: Source, at: str, confidence: Confidence = "likely", raw: bytes = b"") -> Scan:
    """The scan of what was understood; `raw` are the bytes as printed, else those of the text."""
    return Scan(
        meaning.text, meaning.symbology, source, at, meaning.kind, meaning.gtin14, confidence, meaning.reason,
        meaning.aim, raw or meaning.text.encode(), meaning.elements, meaning.add_on, meaning.measure,
    )  # fmt: skip


def enters_cart(found: Scan, in_catalogue: bool) -> bool:
    """Whether a product may go into the cart by itself: a right check digit proves nothing, the catalogue does."""
    return found.kind == "product" and in_catalogue and found.confidence != "weak"


def confirmed(found: Scan, before: Scan | None) -> Scan:
    """The scan as "sure" where it may be kept although no catalogue at hand has it, else as it is.

    Two builds of a reader saw it, or it corrects its own errors, or a person typed digits that fit. What one device
    says of a printed code counts when `before`, the scan before it, was the same code: by another device, or by a
    scanner in the hand, aimed at it once more. The camera's readers would only make the same mistake again.
    """
    again = before is not None and before.gtin14 == found.gtin14
    other = again and before is not None and before.source != found.source
    proven = found.source == "typed" or found.symbology in SQUARE or other or (again and found.source in IN_HAND)
    if found.kind != "product" or found.confidence == "weak" or not proven:
        return found
    return msgspec.structs.replace(found, confidence="sure")


def classify(raw: str, symbology: str = "", aim: str = "", schemes: Iterable[Scheme] = ()) -> Meaning:
    """What `raw` means, by AIM, our patterns, Digital Link, GS1, GTIN and in-store scheme in this order; never raises.

    `symbology` and `aim` are what the reader says; a scanner may put the AIM identifier before the code instead.
    """
    found, body = split_aim(raw)
    aim, symbology = found or aim, symbology or symbology_of(found, body)
    limit = SQUARE_LIMIT if symbology in SQUARE or not symbology else LINEAR_LIMIT
    text = printable(body[:limit]).strip()
    if len(raw) > limit:
        return Meaning(text[:LINEAR_LIMIT], "unknown", None, TOO_LONG, symbology, aim)
    if not text:
        return Meaning("", "unknown", None, NOTHING, symbology, aim)
    kind = _own_kind(text.upper())
    if kind != "unknown":
        return Meaning(text.upper(), kind, None, "", symbology, aim)
    link = text.lower().startswith(("http://", "https://"))
    elements = gs1.linked(text) if link else gs1.elements(body.strip(), aim)
    if elements:
        return _of_elements(text, symbology, aim, elements)
    return _of_digits(text, symbology, aim, schemes)


def classify_bytes(raw: bytes, schemes: Iterable[Scheme] = ()) -> Meaning:
    """What the bytes of a serial scanner mean; such as are no UTF-8 are never guessed at."""
    try:
        return classify(raw.decode(), schemes=schemes)
    except UnicodeDecodeError:
        return Meaning(printable(raw[:LINEAR_LIMIT].decode("ascii", "replace")), "unknown", None, GARBLED)


def printable(raw: str) -> str:
    """`raw` without anything that could act: control, formatting and direction characters."""
    return "".join(character for character in raw if character.isprintable())


def _own_kind(text: str) -> Kind:
    if is_coded(text, LOYALTY):
        return "customer"
    if is_coded(text, BADGE):
        return "staff"
    return "order" if _ORDER.match(text) else "unknown"


def _of_elements(text: str, symbology: str, aim: str, elements: tuple[Element, ...]) -> Meaning:
    number = gs1.number_in(elements)
    named = {element.ai for element in elements}
    kind: Kind = "coupon" if named & gs1.COUPONS else "product" if number else "unknown"
    reason = {"coupon": COUPON, "product": ""}.get(kind, MISREAD if "01" in named else NOT_OURS)
    gtin = number if kind == "product" else None
    measure = gs1.measure_in(elements) if gtin else None
    return Meaning(text, kind, gtin, reason, symbology, aim, elements, measure=measure)


def _of_digits(text: str, symbology: str, aim: str, schemes: Iterable[Scheme]) -> Meaning:
    found = None if symbology == "ITF" and len(text) != _CARTON else retail.number(text, symbology, aim)
    if found is None:
        return Meaning(text, "unknown", None, _reason(text), symbology, aim)
    number, add_on = found
    if _COUPON.match(number):
        return Meaning(text, "coupon", None, COUPON, symbology, aim)
    article, measure = pieces.understood(number, schemes) or (number, None)
    return Meaning(text, "product", article, "", symbology, aim, (), add_on, measure)


def _reason(text: str) -> str:
    low = text.lower()
    for start, sentence in POLITE.items():
        if low.startswith(start):
            return sentence
    looks_like_gtin = text.isascii() and text.isdigit() and len(text) in LENGTHS
    return MISREAD if looks_like_gtin else NOT_OURS
