"""The shop's own codes with a price or a weight inside, by the schemes its configuration gives; knows no shop."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal, cast

import msgspec

from clienteling.contract.gtin import check_digit
from clienteling.desktop.scanning.gs1 import Measure

LENGTH = 12  # digits before the check digit of an EAN-13
_OWN = re.compile(r"^(02|2[0-9])")
_SCHEME = re.compile(r"^([0-9.]*)(V?)\{(N+)(D*)\}([0-9.]*)$")


class Scheme(msgspec.Struct, frozen=True):
    """Where in the twelve digits the value stands: `value` from `first`, `decimals` of it behind the point."""

    kind: Literal["price", "weight"]
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
    return Scheme(cast(Literal["price", "weight"], kind), fits, first, slice(begin, last), last, len(part))
