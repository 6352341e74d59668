"""The price or the weight that one piece bears in its code, and what it costs by its weight; knows no shop."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias, cast

import msgspec

from clienteling.contract.gtin import check_digit, gtin14
from clienteling.contract.money import digits

LENGTH = 12  # digits before the check digit of an EAN-13
MOST_WEIGHT = 1_000_000_000
"""A tonne, in milligrams."""

Kind = Literal["price", "weight"]
PIECE, KILOGRAM = "piece", "kilogram"
"""By what a variant is sold: what its price is the price of."""
Places = Annotated[str, msgspec.Meta(pattern=r"^(?=.{14}$)(02|2[0-9])[0-9.]*V?\{N+D*\}[0-9.]*$")]
"""Twelve places: digits, a full stop for any digit, and in braces N for a digit of the value and D behind its point."""
Written: TypeAlias = dict[Kind, list[Places]]
"""How the shop's own codes read, as both halves have it in their settings."""

_OWN = re.compile(r"^(02|2[0-9])")
_SCHEME = re.compile(r"^([0-9.]*)(V?)\{(N+)(D*)\}([0-9.]*)$")
_PRINTED = re.compile(r"\(01\)([0-9]{14})\((310|392)([0-9])\)([0-9]{1,15})")
_KINDS: dict[str, Kind] = {"310": "weight", "392": "price"}
_PER_KILOGRAM = 1_000_000


class Measure(msgspec.Struct, frozen=True):
    """What a code says about this very piece: a weight in kilograms or a price in the currency of the store."""

    kind: Kind
    amount: Decimal


class Scheme(msgspec.Struct, frozen=True):
    """Where in the twelve digits the value stands: `value` from `first`, `decimals` of it behind the point."""

    kind: Kind
    fits: re.Pattern[str]
    first: int
    value: slice
    last: int
    decimals: int


def schemes(written: Mapping[str, Iterable[str]]) -> tuple[Scheme, ...]:
    """Schemes as configured, as in {"price": ["23.....{NNNNN}"], "weight": ["21.....{NNDDD}"]}; else ValueError.

    Twelve places: a digit stands for itself, a full stop for any digit, N for a digit of the value, D for one behind
    its point, V for a check digit of the value, which is passed over.
    """
    return tuple(_scheme(kind, text) for kind, texts in written.items() for text in texts)


def understood(gtin: str, known: Iterable[Scheme]) -> tuple[str, Measure] | None:
    """The GTIN-14 of the article with its value as zeros, as catalogues list it, and the value; None when none fits."""
    body = gtin[1:-1]
    for scheme in known:
        if gtin[0] == "0" and scheme.fits.match(body):
            amount = Decimal(body[scheme.value]).scaleb(-scheme.decimals)
            bare = body[: scheme.first] + "0" * (scheme.last - scheme.first) + body[scheme.last :]
            return f"0{bare}{check_digit(bare)}", Measure(scheme.kind, amount)
    return None


def measured(ai: str, value: str) -> Measure | None:
    """The net weight (AI 310n) or the price (AI 392n) that an element tells, n being the decimals; None for others."""
    kind = _KINDS.get(ai[:3])
    return Measure(kind, Decimal(value).scaleb(-int(ai[3]))) if kind and len(ai) == len("310n") else None


def read(tag: str, known: Iterable[Scheme]) -> tuple[str, Measure] | None:
    """The GTIN-14 of the article and what the tag of a piece says of it, None for a tag that tells nothing here.

    A tag is an in-store code, or as in (01)09521234543213(3103)000482 what the elements of a GS1 code tell of a piece.
    """
    printed = _PRINTED.fullmatch(tag)
    if printed is None:
        number = gtin14(tag)
        return understood(number, known) if number else None
    article, ai, decimals, value = printed.groups()
    measure = measured(ai + decimals, value)
    return (article, measure) if measure and gtin14(article) else None


def milligrams(kilograms: Decimal) -> int | None:
    """A weight in whole milligrams (AI 310n tells down to ten of them), None for nothing, for finer and for tonnes."""
    exact = kilograms.scaleb(6)
    whole = int(exact)
    return whole if whole == exact and 0 < whole <= MOST_WEIGHT else None


def cost(price: int, weight: int) -> int:
    """What `weight` milligrams cost at `price` a kilogram, both in minor units of one currency, rounded half up."""
    return (price * weight + _PER_KILOGRAM // 2) // _PER_KILOGRAM


def minor_units(amount: Decimal, currency: str) -> int | None:
    """A price in a code in minor units, None where it has more decimals than the currency."""
    exact = amount.scaleb(digits(currency))
    return int(exact) if exact == exact.to_integral_value() else None


def _scheme(kind: str, text: str) -> Scheme:
    found = _SCHEME.match(text)
    if found is None or kind not in ("price", "weight"):
        raise ValueError(f"{kind}: {text}")
    before, check, whole, part, after = found.groups()
    first = len(before)
    begin, last = first + len(check), first + len(check) + len(whole) + len(part)
    if last + len(after) != LENGTH or not _OWN.match(text):
        raise ValueError(f"{kind}: {text}")
    fits = re.compile(before + "." * (last - first) + after)
    return Scheme(cast(Kind, kind), fits, first, slice(begin, last), last, len(part))
