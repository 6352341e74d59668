"""The simulation: what a chunk of people bought on which day and why; knows no names and writes no files."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clienteling.demo.sample_catalogue import Shelf
from clienteling.demo.sample_kinds import SIZES
from clienteling.demo.sample_model import Behaviour
from clienteling.demo.sample_people import FAVOURITE_BRANDS, People

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Lines:
    """Bought lines as arrays: person, day since the first, product; lines of one person and day are one basket."""

    person: Ints
    day: Ints
    product: Ints

    def __len__(self) -> int:
        return len(self.person)


def months_of(model: Behaviour) -> Ints:
    """The month (0 to 11) of each day of the records."""
    days = np.datetime64(model.end) - np.arange(model.days, 0, -1).astype("timedelta64[D]") + np.timedelta64(1, "D")
    return days.astype("datetime64[M]").astype(np.int64) % 12


def liking(people: People, shelf: Shelf, model: Behaviour) -> NDArray[np.float32]:
    """How strongly each person is drawn to each product: style, department, brand, price and for whom it is made."""
    logit = model.taste_strength * people.style[:, shelf.style] + people.brand[:, shelf.brand % FAVOURITE_BRANDS]
    dear = (np.log(shelf.price) - np.log(shelf.price).mean()) / np.log(shelf.price).std()
    logit += model.price_fit * (0.35 * people.purse[:, None] - 0.25) * dear[None, :]
    made_for = np.where(people.woman[:, None], shelf.who[None, :] != 1, shelf.who[None, :] != 0)
    weight = np.exp(logit) * people.department[:, shelf.department] * shelf.appeal[None, :]
    return (weight * np.where(made_for, 1.0, 0.04)).astype(np.float32)


def buy(rng: np.random.Generator, people: People, shelf: Shelf, model: Behaviour) -> Lines:
    """Everything the chunk bought, in order of day and person."""
    likes = liking(people, shelf, model)
    person, day = _trips(rng, people, model)
    another = rng.random(len(person)) < model.another
    chosen = Lines(
        np.r_[person, person[another]], np.r_[day, day[another]], np.zeros(len(person) + int(another.sum()), np.int64)
    )
    wanted = Lines(chosen.person, chosen.day, _pick(rng, likes, chosen, shelf, model))
    staples = _staples(rng, people, likes, shelf, model)
    first = _joined(wanted, staples)
    later = _later(rng, people, first, shelf, model)
    return _sorted(_joined(_joined(first, later), _companions(rng, _joined(first, later), shelf)))


def _trips(rng: np.random.Generator, people: People, model: Behaviour) -> tuple[Ints, Ints]:
    count = rng.poisson(people.trips * (people.stop - people.start) / 365)
    if people.first == 0:
        count[:9] = np.maximum(count[:9], 8)
    person = np.repeat(np.arange(len(people)), count)
    season = np.array([0.95, 0.8, 0.95, 1.0, 1.1, 0.9, 0.9, 0.85, 1.0, 1.1, 1.25, 1.35])[months_of(model)]
    season[-20:] *= 1.1
    height = np.r_[0, np.cumsum(season)] / season.sum()
    low, high = (np.interp(edge, np.arange(model.days + 1), height)[person] for edge in (people.start, people.stop))
    day = np.interp(low + rng.random(len(person)) * (high - low), height, np.arange(model.days + 1)).astype(np.int64)
    return person, np.minimum(day, model.days - 1)


def _pick(rng: np.random.Generator, likes: NDArray[np.float32], trips: Lines, shelf: Shelf, model: Behaviour) -> Ints:
    months = months_of(model)[trips.day]
    drawn = rng.random(len(trips))
    product = np.zeros(len(trips), np.int64)
    for month in range(12):
        season = np.array([model.seasons[name][month] for name in shelf.season], np.float32)
        heights = np.cumsum(likes * season, axis=1)
        here = np.flatnonzero(months == month)
        rows = heights[trips.person[here]]
        product[here] = (rows < (drawn[here] * rows[:, -1])[:, None]).sum(axis=1)
    chosen: Ints = np.minimum(product, likes.shape[1] - 1)
    return chosen


def _staples(
    rng: np.random.Generator, people: People, likes: NDArray[np.float32], shelf: Shelf, model: Behaviour
) -> Lines:
    """Things used up: each person has a few, bought again by a rhythm of his own around that of the product."""
    used = np.flatnonzero(shelf.rhythm > 0)
    count = np.minimum(rng.poisson(model.staples_mean * 2.4 * people.department[:, 1] + 0.15), 4)
    if people.first == 0:
        count[:9] = np.maximum(count[:9], 2)
    person = np.repeat(np.arange(len(people)), count)
    heights = np.cumsum(likes[:, used], axis=1)[person]
    product = used[
        np.minimum((heights < (rng.random(len(person)) * heights[:, -1])[:, None]).sum(axis=1), len(used) - 1)
    ]
    rhythm = shelf.rhythm[product] * rng.lognormal(0, model.rhythm_own, len(person))
    most = int(model.days / 18)
    gaps = rhythm[:, None] * rng.lognormal(0, model.rhythm_jitter, (len(person), most))
    begin = people.start[person] + rng.random(len(person)) * np.minimum(rhythm, 60)
    days = begin[:, None] + np.cumsum(gaps, axis=1) - gaps[:, :1]
    kept = np.cumsum(rng.random(days.shape) < model.staples_stop, axis=1) == 0
    keep = kept & (days < np.minimum(people.stop[person], model.days)[:, None])
    row, _ = np.nonzero(keep)
    return Lines(person[row], days[keep].astype(np.int64), product[row])


def _later(rng: np.random.Generator, people: People, lines: Lines, shelf: Shelf, model: Behaviour) -> Lines:
    follows = rng.random(len(lines)) < shelf.later_chance[lines.product]
    gap = shelf.later_days[lines.product] * rng.lognormal(0, 0.3, len(lines))
    day = lines.day + np.maximum(gap, 1).astype(np.int64)
    keep = follows & (day < np.minimum(people.stop[lines.person], model.days))
    return Lines(lines.person[keep], day[keep], shelf.later[lines.product[keep]])


def _companions(rng: np.random.Generator, lines: Lines, shelf: Shelf) -> Lines:
    come = rng.random((len(lines), shelf.partner.shape[1])) < shelf.partner_chance[lines.product]
    row, column = np.nonzero(come)
    return Lines(lines.person[row], lines.day[row], shelf.partner[lines.product[row], column])


def _joined(one: Lines, other: Lines) -> Lines:
    return Lines(np.r_[one.person, other.person], np.r_[one.day, other.day], np.r_[one.product, other.product])


def _sorted(lines: Lines) -> Lines:
    """By day, person, product; the same product twice in a basket is one line."""
    keys = np.unique(np.stack([lines.day, lines.person, lines.product], axis=1), axis=0)
    return Lines(keys[:, 1], keys[:, 0], keys[:, 2])


def fit_variant(
    rng: np.random.Generator, people: People, person: Ints, product: Ints, shelf: Shelf, model: Behaviour
) -> Ints:
    """The variant each line is: the person's size (sometimes the next one) and the colour he tends to."""
    schemes = list(SIZES)
    scheme, sizes = shelf.scheme[product], shelf.sizes[product]
    shoe_like = np.isin(scheme, [schemes.index("shoes_women"), schemes.index("shoes_men")])
    mixed = scheme == schemes.index("shoes")
    size = np.where(shoe_like, people.shoe[person], people.top[person])
    size = np.where(mixed, np.where(people.woman[person], people.shoe[person] - 1, people.shoe[person] + 4), size)
    worn = np.isin(scheme, [schemes.index(name) for name in ("women", "men", "letters", "waist")]) | shoe_like | mixed
    size = np.where(worn, size, rng.integers(0, 3, len(product)))
    unsure = rng.random(len(product)) > model.size_sure
    size = np.clip(size + np.where(unsure, rng.choice([-1, 1], len(product)), 0), 0, sizes - 1)
    moody = rng.random(len(product)) < 0.3
    colour = np.where(moody, rng.integers(0, 3, len(product)), people.tone[person]) % shelf.colours[product]
    variant: Ints = shelf.first_variant[product] + colour * sizes + size
    return variant
