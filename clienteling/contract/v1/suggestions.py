"""What to show her now, and why."""

import msgspec

REASONS = frozenset({"due", "together", "cart", "saved", "viewed", "again", "popular", "new", "people"})


class Suggestion(msgspec.Struct, frozen=True):
    """A product with the reason to say aloud; `values` fill the sentence of that reason; `score` is 0 to 1.

    `reason` is one of REASONS; a tablet passes over one of a newer central, for which it has no words. `goes_with` are
    the products that are bought together with it most, the strongest first.
    """

    product: str
    reason: str
    values: dict[str, str | int]
    score: float
    variant: str | None = None
    goes_with: list[str] = []


class Suggestions(msgspec.Struct, frozen=True):
    """Record `suggestions`; its id is the customer's; best first, `at` is when central computed it.

    `made_by` is learned (from what is bought in this shop), rules (the plain ones), or store (only by what her store
    sells, for who does not want to be profiled); empty from a central that does not say. `refused` is what is not for
    her, whoever was told so.
    """

    customer: str
    at: str
    items: list[Suggestion]
    made_by: str = ""
    refused: list[str] = []


class Refused(msgspec.Struct, frozen=True):
    """Fact `suggestions.refused`: not for her, never again; the entity id is the customer's."""

    product: str


class Readmitted(msgspec.Struct, frozen=True):
    """Fact `suggestions.readmitted`: the refusal was a mistake; the entity id is the customer's."""

    product: str
