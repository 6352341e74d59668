"""How the lines of a cart are said on the screen, read in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from clienteling.contract.money import Money
from clienteling.desktop.cart import actions, actions_piece, domain
from clienteling.desktop.cart.domain import Line, Open
from clienteling.desktop.catalog import actions as catalog
from clienteling.desktop.catalog.domain import Availability, Item, either, icon_of
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.customers.domain import Address
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import day, initials, kilograms, money, say
from clienteling.desktop.signin import actions as signin

Row = tuple[Any, ...]
ROLES = (
    *("line", "product", "sign", "title", "detail", "price", "quantity", "way", "place", "promise", "stock"),
    *("section", "resolved", "online", "fresh", "dearer", "lacking", "most"),
)
WAYS = ("now", "ship", "pickup")
CART_ROLES = ("cart", "name", "words", "total", "letters", "parked", "current")


@dataclass(frozen=True)
class Seen:
    """Everything the screen shows of the cart in front."""

    rows: Sequence[Row] = ()
    carts: Sequence[Row] = ()
    guest: bool = True
    name: str = ""
    tier: str = ""
    addresses: tuple[Address, ...] = ()
    totals: tuple[Money, ...] = ()
    pieces: int = 0
    online: int = 0
    shipped: int = 0
    unresolved: int = 0


def read(tx: Tx, cart: str, customer: str | None, store: str, language: str, fresh: tuple[str, int]) -> Seen:
    """The cart, whose it is, and the other open carts; `fresh` is the line that came last and a running number."""
    lines = actions.lines(tx, cart)
    person = customers.person(tx, customer) if customer else None
    totals = domain.totals(line for line in lines if line.resolved)
    return Seen(
        rows=_rows(tx, lines, store, language, fresh),
        carts=_carts(tx, actions.open_carts(tx, store), cart),
        guest=customer is None,
        name=person.name if person else "",
        tier=person.tier if person else "",
        addresses=person.addresses if person else (),
        totals=totals,
        pieces=sum(line.quantity for line in lines),
        online=sum(line.quantity for line in lines if line.source == "online"),
        shipped=sum(1 for line in lines if line.fulfilment == "ship"),
        unresolved=sum(1 for line in lines if not line.resolved),
    )


def pickup_rows(tx: Tx, cart: str, line: str, store: str, language: str) -> list[Row]:
    """The stores where a line could be picked up: (id, name, quantity there, chosen), most stock first."""
    found = next((one for one in actions.lines(tx, cart) if one.id == line), None)
    if found is None or not found.variant:
        return []
    shelves = [one for one in catalog.shelves(tx, found.variant, store) if one.kind in {"here", "store"}]
    shelves.sort(key=lambda shelf: -shelf.quantity)
    return [
        (one.location, either(one.name_ko, one.name_en, language), one.quantity, one.location == found.pickup_store)
        for one in shelves
    ]


def summary(seen: Seen) -> list[tuple[str, str]]:
    """How many go which way, as the confirmation tells it: words and number."""
    place, count, resolved = (ROLES.index(role) for role in ("section", "quantity", "resolved"))
    sums: dict[str, int] = {}
    for row in seen.rows:
        if row[resolved]:
            words = " · ".join(filter(None, row[place].split("\t")))
            sums[words] = sums.get(words, 0) + row[count]
    return [(words, str(pieces)) for words, pieces in sums.items()]


def money_words(totals: Sequence[Money]) -> str:
    """Amounts with a plus between currencies; nothing is nothing."""
    return " + ".join(money(one.amount, one.currency) for one in totals)


def _rows(tx: Tx, lines: Sequence[Line], store: str, language: str, fresh: tuple[str, int]) -> list[Row]:
    variants = [line.variant for line in lines if line.variant]
    items, found = catalog.items(tx, variants), catalog.availability(tx, variants, store)
    places = {id: either(place.name_ko, place.name_en, language) for id, place in signin.locations(tx).items()}
    promised = {line.id: actions.expected(tx, line, date.today()) for line in lines}
    return [
        _row(
            line,
            items.get(line.variant or ""),
            found.get(line.variant or ""),
            places,
            promised[line.id],
            fresh,
            language,
        )
        for line in domain.sorted_by_way(lines)
    ]


def _row(
    line: Line,
    item: Item | None,
    found: Availability | None,
    places: dict[str, str],
    promised: date,
    fresh: tuple[str, int],
    language: str,
) -> Row:
    place = places.get(line.pickup_store or "", "")
    promise = _promise(line, promised)
    title = item.name(language) if item else say("Waits for the catalogue")
    detail = _detail(line, item, language) if item else say("Code {code}", code=(line.gtin or line.id).lstrip("0"))
    price = money(line.total.amount, line.currency) if line.resolved else "–"
    section = "\t".join((_way_word(line, place), promise))
    dearer = _new_price(line, item)
    return (
        *(line.id, item.product if item else "", icon_of(item.category) if item else "barcode", title, detail, price),
        *(line.quantity, WAYS.index(line.fulfilment), place, promise, _stock(line, found), section, line.resolved),
        *(line.source == "online", fresh[1] if fresh[0] == line.id else 0, dearer, _lacking(line, found)),
        1 if line.tag else actions.MOST,
    )


def _detail(line: Line, item: Item, language: str) -> str:
    own = kilograms(line.weight) if line.weight else say("Own price") if line.tag else ""
    return " · ".join(filter(None, (item.detail(language), own)))


def _way_word(line: Line, place: str) -> str:
    if line.fulfilment == "pickup":
        return say("Pick up · {store}", store=place)
    return say("Ship to her") if line.fulfilment == "ship" else say("Take now")


def _promise(line: Line, promised: date) -> str:
    return "" if line.fulfilment == "now" or not line.resolved else day(promised.isoformat())


def _stock(line: Line, found: Availability | None) -> str:
    if found is None:
        return say("The price comes with the catalogue")
    if not found.known:
        return say("checking stock")
    here = say("here {n}", n=found.here)
    if found.here >= line.quantity:
        return here
    if _lacking(line, found):
        here = say("only {n} here", n=found.here) if found.here else say("not here")
    elsewhere = say("warehouse {n}", n=found.online) if found.online else say("nearby {n}", n=found.nearby)
    return f"{here} · {elsewhere}"


def _lacking(line: Line, found: Availability | None) -> bool:
    return found is not None and found.known and line.fulfilment == "now" and found.here < line.quantity


def _new_price(line: Line, item: Item | None) -> str:
    if item is None or (line.tag and not line.weight):
        return ""
    price = actions_piece.anew(item, line.weight)
    changed = (price, item.currency) != (line.price, line.currency)
    return say("Now {price}", price=money(price, item.currency)) if changed else ""


def _carts(tx: Tx, some: Sequence[Open], current: str) -> list[Row]:
    names = customers.names(tx, [one.customer for one in some if one.customer])
    return [_cart(one, names.get(one.customer or "", one.label or say("Guest")), current) for one in some]


def _cart(one: Open, name: str, current: str) -> Row:
    pieces = say("%n items", n=one.quantity)
    detail = " · ".join((pieces, say("Set aside"))) if one.parked else pieces
    return one.cart, name, detail, money_words(one.totals), initials(name), one.parked, one.cart == current
