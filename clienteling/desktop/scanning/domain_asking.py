"""What a code can be when it fits more than one thing, and the rules a store has learned; knows no table, no screen."""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from clienteling.desktop.scanning.domain import Kind, Scan

_HEAD = re.compile(r"[0-9A-Z]{1,9}[-_/.]|[A-Z]+")
_OWN = re.compile(r"(02|2[0-9])[0-9]{11}")
_PATTERNED = ("customer", "order", "coupon")
"""Kinds that a code shows by its form alone; any digits may be a product's."""


class Claim(msgspec.Struct, frozen=True):
    """What a code names here: the id in its room, what to call it, and the GTIN that a product goes by."""

    kind: Kind
    key: str = ""
    name: str = ""
    gtin14: str | None = None


class Rule(msgspec.Struct, frozen=True):
    """Codes of this symbology (empty: of any), so long and with this beginning, are of one kind."""

    symbology: str
    length: int
    prefix: str
    kind: Kind

    @property
    def key(self) -> str:
        """What tells it from the store's other rules."""
        return f"{self.symbology}|{self.length}|{self.prefix}"


class Shaped(Protocol):
    """Anything with the form of a code."""

    @property
    def text(self) -> str: ...
    @property
    def symbology(self) -> str: ...


def rule_for(scan: Shaped, kind: Kind) -> Rule:
    """The rule that an answer about one code makes for all that look like it."""
    return Rule(scan.symbology, len(scan.text), prefix(scan.text), kind)


def prefix(text: str) -> str:
    """What codes of one kind begin with: the part before the first stroke, the letters, or two or three digits.

    Two for a shop's own (02 and 20-29), three for others, as GS1 gives them out.
    """
    head = _HEAD.match(text.upper())
    if head:
        return head.group()
    return text[: 2 if _OWN.fullmatch(text) else 3]


def fits(rule: Rule, scan: Shaped) -> bool:
    """Whether the rule speaks of this code; a scanner that does not tell the symbology is believed without."""
    same = not rule.symbology or not scan.symbology or rule.symbology == scan.symbology
    return same and rule.length == len(scan.text) and rule.prefix == prefix(scan.text)


def candidates(scan: Scan, claims: Iterable[Claim]) -> list[Claim]:
    """Everything the code may be: what is known here, and what its form says."""
    found = list(claims)
    if scan.kind in _PATTERNED and all(claim.kind != scan.kind for claim in found):
        found.append(Claim(scan.kind, "", scan.text))
    return found


def decide(scan: Scan, found: Sequence[Claim], rules: Iterable[Rule]) -> Claim | None:
    """What the code is, by what is known here and then by the store's rules; None when somebody has to be asked.

    A rule chooses among what is known. Alone it speaks only of codes that can be no other maker's product.
    """
    if len(found) == 1:
        return found[0]
    fitting = sorted((rule for rule in rules if fits(rule, scan)), key=lambda rule: rule.symbology != scan.symbology)
    for rule in fitting:
        for claim in found:
            if claim.kind == rule.kind:
                return claim
        if not found and rule.kind in _PATTERNED and (scan.kind != "product" or scan.in_store):
            return Claim(rule.kind)
    return None if found else Claim(scan.kind)


def understood(scan: Scan, claim: Claim, reason: str = "") -> Scan:
    """The scan as what it was decided to be; `reason` is the sentence for what is taken nowhere."""
    if claim.kind == scan.kind and claim.gtin14 in (None, scan.gtin14):
        return scan
    gtin = claim.gtin14 if claim.kind == "product" else None
    return msgspec.structs.replace(scan, kind=claim.kind, gtin14=gtin, reason=reason)


def coupon_patterns(written: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """The shop's own coupons as configured, as in SALE-.... or 2799.........: a full stop stands for any sign."""
    return tuple(re.compile(re.escape(text).replace(r"\.", "."), re.IGNORECASE) for text in written)
