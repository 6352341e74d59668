"""What a store has said about codes that fit more than one thing."""

from typing import Literal

import msgspec

Kind = Literal["product", "customer", "order", "coupon"]


class CodeRule(msgspec.Struct, frozen=True):
    """Record `code_rule` (scope store:{store}): codes so long, with this beginning, are of one kind.

    An empty `symbology` is any; with an empty `kind` the store has taken it back.
    """

    id: str
    store: str
    symbology: str
    length: int
    prefix: str
    kind: Kind | Literal[""]


class Learned(msgspec.Struct, frozen=True):
    """Fact `code_rule.learned`; the entity is `ids.rule_of` of the first four."""

    store: str
    symbology: str
    length: int
    prefix: str
    kind: Kind


class Forgotten(msgspec.Struct, frozen=True):
    """Fact `code_rule.forgotten`: ask again when such a code comes."""
