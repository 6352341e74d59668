"""Simulated purchases as rows of the shop folder: orders, prices, channels, returns; decides nothing about tastes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clienteling.demo import sample_names as names
from clienteling.demo.sample_buying import Ints, Lines, fit_variant, months_of
from clienteling.demo.sample_catalogue import Shelf
from clienteling.demo.sample_ids import CUSTOMER, LINE, ORDER, STAFF, STORE, VARIANT, sample_id
from clienteling.demo.sample_model import Behaviour
from clienteling.demo.sample_people import People

ONLINE = len(names.STORES) + 1
MOST_PER_CHUNK = 1 << 20


@dataclass(frozen=True)
class Sold:
    """Lines with everything decided; `at` in milliseconds UTC, `staff` -1 when nobody served, amounts in won."""

    person: Ints
    order: Ints
    at: NDArray[np.datetime64]
    store: Ints
    staff: Ints
    product: Ints
    variant: Ints
    quantity: Ints
    price: Ints

    def __len__(self) -> int:
        return len(self.person)

    def spend(self, people: int, since: np.datetime64) -> Ints:
        """What each person spent after `since`, in won."""
        recent = self.at >= since
        amounts = np.bincount(self.person[recent], (self.price * self.quantity)[recent], people)
        return np.maximum(amounts, 0).astype(np.int64)


def sell(rng: np.random.Generator, people: People, lines: Lines, shelf: Shelf, model: Behaviour) -> Sold:
    """Give every basket its time, channel, store and staff, every line its variant, quantity and price; add returns."""
    baskets, of = np.unique(lines.day * len(people) + lines.person, return_inverse=True)
    person = baskets % len(people)
    online = rng.random(len(baskets)) < people.online[person]
    store, staff = _where(rng, people, person, online, model)
    at = _when(rng, baskets // len(people), online, model)
    variant = fit_variant(rng, people, lines.person, lines.product, shelf, model)
    many = np.isin(shelf.department[lines.product], (1, 2)) & (shelf.price[lines.product] < 60_000)
    quantity = np.where(many, 1 + rng.binomial(3, 0.14, len(lines)), 1)
    month = months_of(model)[lines.day] + 1
    reduced = np.isin(month, model.sale_months) & (shelf.department[lines.product] == 0)
    full = shelf.variant_price[variant]
    price = np.where(reduced, full * (1 - model.sale_rate) // 1000 * 1000, full)
    order = of.reshape(-1).astype(np.int64)
    sold = Sold(
        lines.person,
        order,
        at[order],
        store[order],
        staff[order],
        lines.product,
        variant,
        quantity,
        price.astype(np.int64),
    )
    return _with_returns(rng, sold, len(baskets), shelf, model)


def _where(
    rng: np.random.Generator, people: People, person: Ints, online: NDArray[np.bool_], model: Behaviour
) -> tuple[Ints, Ints]:
    elsewhere = rng.random(len(person)) > model.home_store
    store = np.where(elsewhere, rng.integers(0, len(names.STORES), len(person)), people.store[person])
    members = [[i for i, row in enumerate(names.STAFF) if row[2] == s] for s in range(len(names.STORES))]
    drawn = rng.random(len(person))
    anyone = np.array([members[s][int(u * len(members[s]))] for s, u in zip(store, drawn, strict=True)])
    owner = people.owner[person]
    of_owner = np.array([row[2] for row in names.STAFF])[owner]
    served = np.where((owner >= 0) & (of_owner == store) & (rng.random(len(person)) < model.own_staff), owner, anyone)
    return np.where(online, ONLINE, store), np.where(online, -1, served)


def _when(rng: np.random.Generator, day: Ints, online: NDArray[np.bool_], model: Behaviour) -> NDArray[np.datetime64]:
    first = np.datetime64(model.end, "ms") - np.timedelta64(model.days - 1, "D")
    in_store = 90 + 600 * rng.beta(2.2, 1.9, len(day))
    at_home = np.mod(rng.normal(690, 190, len(day)), 900)
    seconds = np.where(online, at_home, in_store) * 60
    at: NDArray[np.datetime64] = first + day.astype("timedelta64[D]") + seconds.astype("timedelta64[s]")
    return at


def _with_returns(rng: np.random.Generator, sold: Sold, orders: int, shelf: Shelf, model: Behaviour) -> Sold:
    chance = model.return_share * np.where(shelf.department[sold.product] == 0, 1.6, 0.35)
    back = np.flatnonzero(rng.random(len(sold)) < chance)
    later = sold.at[back] + (rng.integers(2, 18, len(back)) * 86_400 + rng.integers(-7200, 7200, len(back))).astype(
        "timedelta64[s]"
    )
    back, later = back[keep := later < np.datetime64(model.end, "ms") + np.timedelta64(12, "h")], later[keep]
    merged = {
        name: np.r_[getattr(sold, name), getattr(sold, name)[back]]
        for name in ("person", "store", "staff", "product", "variant", "price")
    }
    at = np.r_[sold.at, later]
    order = np.r_[sold.order, orders + np.arange(len(back))]
    quantity = np.r_[sold.quantity, -np.ones(len(back), np.int64)]
    by_time = np.lexsort((order, at))
    _, renumbered = np.unique(order[by_time], return_inverse=True)
    merged = {name: column[by_time] for name, column in merged.items()}
    return Sold(at=at[by_time], order=renumbered.reshape(-1), quantity=quantity[by_time], **merged)


def line_rows(sold: Sold, people: People, chunk: int) -> dict[str, Sequence[Any]]:
    """The `order_lines` table of the folder for a chunk."""
    base = chunk * MOST_PER_CHUNK
    return {
        "order": [sample_id(ORDER, base + o) for o in sold.order.tolist()],
        "line": [sample_id(LINE, base + i) for i in range(len(sold))],
        "at": iso(sold.at),
        "customer": [sample_id(CUSTOMER, people.first + p) for p in sold.person.tolist()],
        "store": [sample_id(STORE, s) for s in sold.store.tolist()],
        "staff": [sample_id(STAFF, s) if s >= 0 else "" for s in sold.staff.tolist()],
        "channel": ["online" if s == ONLINE else "store" for s in sold.store.tolist()],
        "variant": [sample_id(VARIANT, v) for v in sold.variant.tolist()],
        "quantity": sold.quantity.tolist(),
        "price": sold.price.tolist(),
        "currency": ["KRW"] * len(sold),
    }


def iso(at: NDArray[np.datetime64]) -> list[str]:
    """ISO 8601 UTC text with milliseconds."""
    texts: list[str] = np.datetime_as_string(at.astype("datetime64[ms]"), timezone="UTC").tolist()
    return texts
