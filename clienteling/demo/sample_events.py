"""What people of the sample did without buying: looked, saved, put in the online cart, rated, collected; and open carts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clienteling.demo import sample_names as names
from clienteling.demo.sample_buying import Ints, Lines, fit_variant, liking
from clienteling.demo.sample_catalogue import Product, Shelf
from clienteling.demo.sample_ids import CUSTOMER, EVENT, STORE, VARIANT, sample_id
from clienteling.demo.sample_lines import MOST_PER_CHUNK, ONLINE, Sold, iso
from clienteling.demo.sample_model import Behaviour
from clienteling.demo.sample_people import People

WHAT = ("viewed", "saved", "carted", "rated", "picked_up", "visited")
VIEWED, SAVED, CARTED, RATED, PICKED_UP, VISITED = range(len(WHAT))


class Seen:
    """Events being collected, as parallel arrays."""

    def __init__(self) -> None:
        self.parts: list[tuple[Ints, NDArray[np.datetime64], Ints, Ints, Ints]] = []

    def add(self, person: Ints, at: NDArray[np.datetime64], what: int, variant: Ints, store: Ints) -> None:
        """More events of one sort; `variant` -1 when none, `store` a number of the table of stores."""
        self.parts.append((person, at, np.full(len(person), what), variant, store))


def browse(rng: np.random.Generator, people: People, shelf: Shelf, sold: Sold, model: Behaviour) -> Seen:
    """Everything the chunk did without buying, following the same tastes as its purchases."""
    seen = Seen()
    _look_around(rng, people, shelf, seen, model)
    _before_buying(rng, sold, seen)
    _after_buying(rng, sold, seen, model)
    return seen


def _look_around(rng: np.random.Generator, people: People, shelf: Shelf, seen: Seen, model: Behaviour) -> None:
    rate = model.browse_per_year * people.online / people.online.mean() * (people.stop - people.start) / 365
    rate[: len(names.KNOWN) if people.first == 0 else 0] *= 2
    person = np.repeat(np.arange(len(people)), rng.poisson(rate))
    heights = np.cumsum(liking(people, shelf, model), axis=1)[person]
    product = (heights < (rng.random(len(person)) * heights[:, -1])[:, None]).sum(axis=1)
    product = np.minimum(product, len(shelf.price) - 1)
    day = people.start[person] + rng.random(len(person)) ** 0.7 * (people.stop - people.start)[person]
    at = _evening(rng, np.minimum(day.astype(np.int64), model.days - 2), model)
    variant = fit_variant(rng, people, person, product, shelf, model)
    online = np.full(len(person), ONLINE)
    seen.add(person, at, VIEWED, variant, online)
    for what, share, minutes in ((SAVED, model.saved_share, 3), (CARTED, model.carted_share, 6)):
        some = rng.random(len(person)) < share
        seen.add(person[some], at[some] + np.timedelta64(minutes, "m"), what, variant[some], online[some])


def _evening(rng: np.random.Generator, day: Ints, model: Behaviour) -> NDArray[np.datetime64]:
    first = np.datetime64(model.end, "ms") - np.timedelta64(model.days - 1, "D")
    seconds = np.mod(rng.normal(690, 170, len(day)), 900) * 60
    at: NDArray[np.datetime64] = first + day.astype("timedelta64[D]") + seconds.astype("timedelta64[s]")
    return at


def _before_buying(rng: np.random.Generator, sold: Sold, seen: Seen) -> None:
    bought = np.flatnonzero((sold.quantity > 0) & (sold.store == ONLINE) & (rng.random(len(sold)) < 0.45))
    earlier = (rng.gamma(1.2, 26, len(bought)) * 3600 + 240).astype(np.int64).astype("timedelta64[s]")
    seen.add(sold.person[bought], sold.at[bought] - earlier, VIEWED, sold.variant[bought], sold.store[bought])


def _after_buying(rng: np.random.Generator, sold: Sold, seen: Seen, model: Behaviour) -> None:
    drawn = rng.random(len(sold))
    bought = sold.quantity > 0
    rated = np.flatnonzero(bought & (drawn < model.rated_share))
    wait = rng.integers(1, 9, len(rated)).astype("timedelta64[D]")
    last = np.datetime64(model.end, "ms") + np.timedelta64(14, "h")
    in_time = sold.at[rated] + wait < last
    rated, wait = rated[in_time], wait[in_time]
    seen.add(sold.person[rated], sold.at[rated] + wait, RATED, sold.variant[rated], sold.store[rated])
    fetched = np.flatnonzero(bought & (sold.store == ONLINE) & (drawn > 0.93))
    fetched = fetched[sold.at[fetched] + np.timedelta64(2, "D") < last]
    where = rng.integers(0, len(names.STORES), len(fetched))
    seen.add(sold.person[fetched], sold.at[fetched] + np.timedelta64(2, "D"), PICKED_UP, sold.variant[fetched], where)


def visit_without_buying(rng: np.random.Generator, people: People, seen: Seen, model: Behaviour) -> None:
    """People who came in and left with nothing."""
    person = np.repeat(np.arange(len(people)), rng.poisson(people.trips * 0.25 * (people.stop - people.start) / 365))
    day = (people.start[person] + rng.random(len(person)) * (people.stop - people.start)[person]).astype(np.int64)
    at = _evening(rng, np.minimum(day, model.days - 2), model) - np.timedelta64(5, "h")
    seen.add(person, at, VISITED, np.full(len(person), -1), people.store[person])


def event_rows(
    rng: np.random.Generator, seen: Seen, people: People, chunk: int, korean: list[bool]
) -> dict[str, Sequence[Any]]:
    """The `events` table of the folder for a chunk, in order of time."""
    person, at, what, variant, store = (np.concatenate(column) for column in zip(*seen.parts, strict=True))
    order = np.argsort(at, kind="stable")
    person, at, what, variant, store = (column[order] for column in (person, at, what, variant, store))
    score = rng.choice([10, 9, 8, 7, 6, 4], len(order), p=[0.3, 0.28, 0.2, 0.12, 0.06, 0.04])
    words = rng.integers(0, len(names.RATINGS), len(order))
    texts = [
        f"{score[i]}/10 {names.RATINGS[words[i]][0 if korean[person[i]] else 1]}" if what[i] == RATED else ""
        for i in range(len(order))
    ]
    return {
        "id": [sample_id(EVENT, chunk * MOST_PER_CHUNK + i) for i in range(len(order))],
        "customer": [sample_id(CUSTOMER, people.first + p) for p in person.tolist()],
        "at": iso(at),
        "channel": ["online" if s == ONLINE else "store" for s in store.tolist()],
        "what": [WHAT[w] for w in what.tolist()],
        "variant": [sample_id(VARIANT, v) if v >= 0 else "" for v in variant.tolist()],
        "text": texts,
        "store": [sample_id(STORE, s) if s != ONLINE else "" for s in store.tolist()],
    }


def cart_rows(
    rng: np.random.Generator, people: People, shelf: Shelf, products: list[Product], model: Behaviour
) -> dict[str, Sequence[Any]]:
    """The `carts` table: what lies in the online carts on the last day; 김민서's two lines are fixed."""
    some = np.flatnonzero(rng.random(len(people)) < model.cart_share * people.online / people.online.mean())
    person = np.repeat(some, rng.integers(1, 5, len(some)))
    heights = np.cumsum(liking(people, shelf, model), axis=1)[person]
    product = (heights < (rng.random(len(person)) * heights[:, -1])[:, None]).sum(axis=1)
    lines = Lines(person, person, np.minimum(product, len(products) - 1))
    variant = fit_variant(rng, people, lines.person, lines.product, shelf, model)
    pairs = sorted(set(zip(person.tolist(), variant.tolist(), strict=True)))
    if people.first == 0:
        fixed = [
            (0, hero_variant(products, "Chelsea boots", "Black", "240")),
            (0, hero_variant(products, "Cashmere scarf", "Ivory", "")),
        ]
        pairs = fixed + [pair for pair in pairs if pair[0] != 0]
    return {
        "customer": [sample_id(CUSTOMER, people.first + p) for p, _ in pairs],
        "variant": [sample_id(VARIANT, v) for _, v in pairs],
        "quantity": [1] * len(pairs),
    }


def hero_variant(products: list[Product], name: str, colour: str, size: str) -> int:
    """The number of a variant that screens rely on by its English name, colour and size."""
    product = next(p for p in products if p.name[1] == name)
    return (
        product.first_variant + product.colours.index(colour) * len(product.kind.sizes) + product.kind.sizes.index(size)
    )


def wishes_of_known(products: list[Product], seen: Seen, model: Behaviour) -> None:
    """김민서's own last days: boots looked at and put into the cart, a belt saved."""
    boots = hero_variant(products, "Chelsea boots", "Black", "240")
    scarf = hero_variant(products, "Cashmere scarf", "Ivory", "")
    belt = hero_variant(products, "Leather belt", "Chestnut", "M")
    knit = hero_variant(products, "Merino roll-neck", "Ivory", "55")
    story = (
        (4, VIEWED, boots),
        (3, VIEWED, boots),
        (3, VIEWED, scarf),
        (2, CARTED, boots),
        (2, CARTED, scarf),
        (2, SAVED, belt),
        (1, SAVED, knit),
    )
    for minute, (days, what, variant) in enumerate(story):
        at = np.datetime64(model.end, "ms") - np.timedelta64(days * 1440 - 720 - minute * 7, "m")
        seen.add(np.array([0]), np.array([at]), what, np.array([variant]), np.array([ONLINE]))
