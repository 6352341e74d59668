"""Whom to tell of a product, and why her."""

from typing import Literal

import msgspec

Reason = Literal["again", "together", "category", "regular"]


class Told(msgspec.Struct, frozen=True):
    """A person who may be told: the ways she allows (kakao, sms, email, push), and a true fact to begin with.

    `day` is the last of it, `times` in how many baskets. again: she bought it. together: she bought `product`, which
    was bought together with it. category: `times` counts the products of its category she bought. regular: her baskets
    of the last 28 days, none of all this.
    """

    customer: str
    name: str
    ways: list[str]
    reason: Reason
    times: int
    day: str
    product: str | None = None


class Audience(msgspec.Struct, frozen=True):
    """The likeliest first to buy the product within four weeks; `day` is up to when purchases are known."""

    product: str
    day: str
    people: list[Told]
