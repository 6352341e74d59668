"""The people of the sample shop, a chunk at a time: who they are and how they like to buy; knows no purchases."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clienteling.contract.codes import loyalty_code
from clienteling.contract.v1.customers import CONSENTS
from clienteling.demo import sample_names as names
from clienteling.demo.sample_ids import ADDRESS, CUSTOMER, STAFF, STORE, sample_id
from clienteling.demo.sample_kinds import SIZES
from clienteling.demo.sample_model import Behaviour

FAVOURITE_BRANDS = 22


@dataclass(frozen=True)
class People:
    """A chunk of people as arrays: tastes add to one per person, days count from the first day of the shop's records."""

    first: int
    woman: NDArray[np.bool_]
    korean: NDArray[np.bool_]
    style: NDArray[np.float64]
    department: NDArray[np.float64]
    brand: NDArray[np.float64]
    purse: NDArray[np.float64]
    top: NDArray[np.int64]
    shoe: NDArray[np.int64]
    tone: NDArray[np.int64]
    trips: NDArray[np.float64]
    start: NDArray[np.float64]
    stop: NDArray[np.float64]
    joined: NDArray[np.float64]
    online: NDArray[np.float64]
    store: NDArray[np.int64]
    owner: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.woman)


def make_people(rng: np.random.Generator, first: int, model: Behaviour) -> People:
    """`model.per_chunk` people numbered from `first`; the very first ones are those of `names.KNOWN`."""
    n = model.per_chunk
    before = rng.random(n) < model.joined_before
    joined = np.where(before, -rng.gamma(1.5, 420, n), rng.random(n) * (model.days - 20))
    start = np.maximum(joined, 0.0)
    lapses = rng.random(n) < model.lapse_share
    stop = np.where(lapses, start + (model.days - start) * rng.beta(1.2, 1.4, n), float(model.days))
    store = rng.choice(len(names.STORES), n, p=[row[4] for row in names.STORES])
    people = People(
        first, rng.random(n) < 0.66, rng.random(n) < 0.84,
        rng.dirichlet([model.taste_focus] * 5, n), rng.dirichlet(model.department_focus, n),
        rng.normal(0, model.brand_loyalty, (n, FAVOURITE_BRANDS)), rng.normal(0, 1, n),
        rng.choice(4, n, p=[0.17, 0.38, 0.31, 0.14]), np.clip(np.rint(rng.normal(2.5, 1.3, n)), 0, 5).astype(np.int64),
        rng.integers(0, 3, n), model.trips_per_year * rng.lognormal(-0.1, model.trips_spread, n), start, stop, joined,
        rng.beta(*model.online_shape, n), store, _owners(rng, store),
    )  # fmt: skip
    if first == 0:
        _enter_known(people, model)
    return people


def _owners(rng: np.random.Generator, store: NDArray[np.int64]) -> NDArray[np.int64]:
    of_store = [[i for i, member in enumerate(names.STAFF) if member[2] == s] for s in range(len(names.STORES))]
    drawn = rng.random((2, len(store)))
    picked = [of_store[s][int(u * len(of_store[s]))] for s, u in zip(store, drawn[0], strict=True)]
    return np.where(drawn[1] < 0.7, picked, -1)


def _enter_known(people: People, model: Behaviour) -> None:
    for place, known in enumerate(names.KNOWN):
        more: dict[str, Any] = known.more
        people.woman[place], people.korean[place] = more["woman"], not known.name.isascii()
        people.style[place] = np.full(5, 0.08)
        people.style[place, more["style"]] = 0.68
        people.department[place] = (0.62, 0.26, 0.12)
        people.top[place], people.shoe[place], people.purse[place] = 1, 3, 0.4
        people.trips[place], people.store[place], people.owner[place] = more["trips"], 0, more["owner"]
        people.joined[place], people.start[place], people.stop[place] = -1400.0 - 90 * place, 0, model.days
        people.online[place] = 0.4


def customer_rows(
    rng: np.random.Generator, people: People, spend: NDArray[np.int64], model: Behaviour
) -> dict[str, Sequence[Any]]:
    """The `customers` table of the folder for a chunk; `spend` in won over the last year decides the tier."""
    who = [_identity(rng, people, i) for i in range(len(people))]
    last = np.datetime64(model.end)
    since = np.datetime_as_string(last - (model.days - people.joined).astype("timedelta64[D]"))
    birthdays = np.datetime_as_string(
        last - np.clip(rng.normal(14_200, 4_300, len(people)), 6_800, 29_000).astype("timedelta64[D]")
    )
    return {
        "id": [sample_id(CUSTOMER, people.first + i) for i in range(len(people))],
        "name": [row[0] for row in who],
        "store": [sample_id(STORE, int(s)) for s in people.store],
        "phone": [row[2] for row in who],
        "email": [row[1] for row in who],
        "loyalty": [loyalty_code(people.first + i + 1) for i in range(len(people))],
        "tier": [row[3] or _tier(int(amount)) for row, amount in zip(who, spend, strict=True)],
        "owner": [sample_id(STAFF, int(o)) if o >= 0 else "" for o in people.owner],
        "birthday": list(birthdays), "since": list(since),
        "language": ["ko" if row[4] else "en" for row in who],
        "sizes": [_sizes(people, i) for i in range(len(people))],
        "says": _says(rng, people, [row[4] for row in who]),
        "consents": _consents(rng, people),
        "addresses": _addresses(rng, people, who),
    }  # fmt: skip


Identity = tuple[str, str, str, str, bool]


def _identity(rng: np.random.Generator, people: People, i: int) -> Identity:
    """Name, e-mail, phone, tier (empty: by spend) and whether Korean is the language."""
    number = people.first + i
    if number < len(names.KNOWN):
        known = names.KNOWN[number]
        return known.name, known.mail, known.phone, known.tier, not known.name.isascii()
    phone = f"010-{rng.integers(2000, 9999)}-{rng.integers(0, 10000):04d}"
    sex = 0 if people.woman[i] else 1
    if not people.korean[i]:
        given, family = str(rng.choice(names.WESTERN[sex])), str(rng.choice(names.FAMILIES))
        return f"{given} {family}", f"{given}.{family}{number}@example.com".lower(), phone, "", False
    ko, en, _ = names.SURNAMES[int(rng.choice(len(names.SURNAMES), p=_SHARES))]
    given_ko, given_en = names.KOREAN[sex][int(rng.integers(len(names.KOREAN[sex])))]
    while any(ko + given_ko == known.name for known in names.KNOWN):
        given_ko, given_en = names.KOREAN[sex][int(rng.integers(len(names.KOREAN[sex])))]
    return ko + given_ko, f"{given_en}.{en}{number}@example.kr", phone, "", True


_WEIGHTS = np.array([row[2] for row in names.SURNAMES])
_SHARES = _WEIGHTS / _WEIGHTS.sum()


def _tier(spend: int) -> str:
    for tier, least in (("platinum", 4_500_000), ("gold", 2_200_000), ("silver", 900_000)):
        if spend >= least:
            return tier
    return "member"


def _sizes(people: People, i: int) -> str:
    top, shoe = int(people.top[i]), int(people.shoe[i])
    clothes, shoes = ("women", "shoes_women") if people.woman[i] else ("men", "shoes_men")
    waist = {} if people.woman[i] else {"bottom": SIZES["waist"][top]}
    return json.dumps({"top": SIZES[clothes][top], "bottom": SIZES[clothes][top], **waist, "shoes": SIZES[shoes][shoe]})


def _says(rng: np.random.Generator, people: People, korean: list[bool]) -> list[str]:
    style, extra = people.style.argmax(axis=1), rng.random((2, len(people)))
    rows = []
    for i in range(len(people)):
        words = [names.SAYS[0][style[i]]] if extra[0, i] < 0.7 else []
        if extra[1, i] < 0.3:
            words.append(names.SAYS[1][int(extra[1, i] / 0.3 * len(names.SAYS[1]))])
        rows.append(json.dumps([word[0 if korean[i] else 1] for word in words], ensure_ascii=False))
    return rows


def _consents(rng: np.random.Generator, people: People) -> list[str]:
    given = rng.random((len(people), len(CONSENTS))) < np.array([0.72, 0.58, 0.61, 0.35, 0.66, 0.31])
    if people.first == 0:
        given[: len(names.KNOWN)] = [True, True, True, False, True, True]
    return [json.dumps(dict(zip(CONSENTS, map(bool, row), strict=True))) for row in given]


def _addresses(rng: np.random.Generator, people: People, who: list[Identity]) -> list[str]:
    drawn = rng.integers(0, 1 << 30, (len(people), 4))
    rows = []
    for i, (name, _, phone, _, korean) in enumerate(who):
        city, streets, codes = names.STREETS[people.store[i]]
        street, number, flat, has = (int(part) for part in drawn[i])
        book = [] if has % 10 < 2 and people.first + i >= len(names.KNOWN) else [
            {
                "id": sample_id(ADDRESS, people.first + i), "label": "집" if korean else "Home", "recipient": name, "phone": phone,
                "line1": f"{streets[street % 5]} {number % 420 + 3}", "line2": f"{flat % 24 + 101}동 {flat % 19 + 1:d}0{flat % 4 + 1}호",
                "city": city, "postcode": f"{codes[street % 5]}{number % 1000:03d}", "country": "KR",
            }
        ]  # fmt: skip
        rows.append(json.dumps(book, ensure_ascii=False))
    return rows
