"""The person: record and facts."""

import msgspec

CONSENTS = ("sms", "kakao", "email", "push", "profiling", "presence")


class Address(msgspec.Struct, frozen=True):
    """An entry of her address book."""

    id: str
    label: str
    recipient: str
    phone: str
    line1: str
    city: str
    postcode: str
    country: str
    line2: str = ""


class Customer(msgspec.Struct, frozen=True):
    """Record `customer` (scopes store:{home} and customer:{id}); dates are ISO 8601, consents by channel or purpose.

    `gap` is how many days usually lie between the days she buys on, 0 where that is not known or not to be; while she
    has bought seldom the shop's usual gap counts in it. `twins` are others who may be the same person, `also` those who
    were and have become her.
    """

    id: str
    name: str
    store: str
    phone: str = ""
    email: str = ""
    loyalty: str = ""
    tier: str = ""
    owner: str | None = None
    birthday: str = ""
    since: str = ""
    last_visit: str = ""
    language: str = "ko"
    sizes: dict[str, str] = {}
    says: list[str] = []
    consents: dict[str, bool] = {}
    addresses: list[Address] = []
    spend: int = 0
    currency: str = "KRW"
    path: str = ""
    gap: int = 0
    twins: list[str] = []
    also: list[str] = []


class Created(msgspec.Struct, frozen=True):
    """Fact `customer.created`: a name, a contact and the privacy notice are required."""

    name: str
    store: str
    phone: str = ""
    email: str = ""
    language: str = "ko"
    privacy_notice: bool = False


Value = str | list[str] | dict[str, str | bool]


class Patched(msgspec.Struct, frozen=True, omit_defaults=True):
    """Fact `customer.patched`: what changed of name, phone, email, birthday, sizes, says, language and consents.

    `over` has, field by field, what stood at central when a person chose to write over it after a conflict: such a
    field conflicts again only if it has changed since.
    """

    set: dict[str, Value]
    over: dict[str, Value] = {}


class AddressAdded(msgspec.Struct, frozen=True):
    """Fact `customer.address_added`."""

    address: Address


class Merged(msgspec.Struct, frozen=True, omit_defaults=True):
    """Fact `customer.merged`: `other` is the same person. What is hers moves over and she is gone; facts that still
    name her are taken as this one's. `set` has the fields chosen of hers; of the consents the most restrictive counts.
    """

    other: str
    set: dict[str, Value] = {}


class ToldApart(msgspec.Struct, frozen=True):
    """Fact `customer.told_apart`: `other` only looks like the same person."""

    other: str
