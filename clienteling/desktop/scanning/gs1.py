"""What GS1 element strings and Digital Links say; opens no link and knows no shop."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from clienteling.contract.gtin import gtin14, is_gtin
from clienteling.contract.pieces import Measure, measured

if TYPE_CHECKING:
    from biip.gs1_element_strings import GS1ElementString

SEPARATOR = "\x1d"
COUPONS = frozenset({"8110", "8112", "255"})
"""North American coupons and the Global Coupon Number."""

_FLAGGED = frozenset({"]C1", "]e0", "]d2", "]Q3"})
_WRITTEN_OUT = re.compile(r"\{GS\}|<GS>|\{FNC1\}|<FNC1>", re.IGNORECASE)
_BRACKET = re.compile(r"\((\d{2,4})\)")
_LINKED = re.compile(r"/01/(\d{8}|\d{12,14})(?=[/?#]|$)")
_SHORTER = "0" * 7  # shorter than a GTIN-8: a link was filled up with zeros


class Element(NamedTuple):
    """One application identifier and its value as printed."""

    ai: str
    value: str


def linked(text: str) -> tuple[Element, ...]:
    """The elements of a GS1 Digital Link on any domain (GS1 Digital Link: URI syntax); empty for other links."""
    # all prefixes of GS1 come with it: the window must not wait for them
    from biip import ParseError
    from biip.gs1_digital_link_uris import GS1DigitalLinkURI

    try:
        return _plain(GS1DigitalLinkURI.parse(text).element_strings)
    except (ParseError, ValueError):
        found = _LINKED.search(text)  # one bad batch number must not hide the product
        return (Element("01", found.group(1).zfill(14)),) if found else ()


def elements(body: str, aim: str = "") -> tuple[Element, ...]:
    """The elements of a code that is flagged, bracketed or begins with a right GTIN; empty for any other.

    Source: GS1 General Specifications, section 7.8. A separator may be written out in words.
    """
    body = _WRITTEN_OUT.sub(SEPARATOR, body).strip(SEPARATOR)
    if _BRACKET.match(body):
        body = _BRACKET.sub(rf"{SEPARATOR}\1", body).strip(SEPARATOR)
    elif not (aim in _FLAGGED or SEPARATOR in body or _starts_with_gtin(body)):
        return ()
    import biip

    try:
        message = biip.parse("]C1" + body).gs1_message
    except (biip.ParseError, ValueError):
        return ()
    return _plain(message.element_strings) if message else ()


def number_in(found: Iterable[Element]) -> str | None:
    """The GTIN-14 of AI 01, None when there is none or its check digit is wrong."""
    value = dict(found).get("01")
    return gtin14(value) if value and not value.startswith(_SHORTER) else None


def measure_in(found: Iterable[Element]) -> Measure | None:
    """The weight or the price of a piece, the first that is told."""
    return next((measure for ai, value in found if (measure := measured(ai, value))), None)


def tag(found: Iterable[Element]) -> str:
    """What is told of a piece as it is printed below its code, as in (01)09521234543213(3103)000482; else nothing."""
    number, told = number_in(found), next((each for each in found if measured(*each)), None)
    return f"(01){number}({told.ai}){told.value}" if number and told else ""


def _plain(found: Iterable["GS1ElementString"]) -> tuple[Element, ...]:
    return tuple(Element(each.ai.ai, each.value) for each in found)


def _starts_with_gtin(body: str) -> bool:
    return body.startswith("01") and len(body) >= 16 and is_gtin(body[2:16])
