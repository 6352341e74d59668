"""Invented people for the numbers of the Online Retail II file: names, reserved telephone numbers, addresses."""

from __future__ import annotations

import json

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from clienteling.contract.codes import loyalty_code
from clienteling.contract.v1.customers import CONSENTS
from clienteling.demo.sample_names import FAMILIES, WESTERN

# thousand-number ranges that Ofcom keeps for drama
PHONES = (
    "+44 7700 900{:03d}", "+44 20 7946 0{:03d}", "+44 113 496 0{:03d}", "+44 121 496 0{:03d}", "+44 131 496 0{:03d}",
    "+44 141 496 0{:03d}", "+44 151 496 0{:03d}", "+44 161 496 0{:03d}", "+44 117 496 0{:03d}", "+44 1632 960{:03d}",
)  # fmt: skip
STREETS = ("Orchard Road", "Mill Lane", "Station Street", "Park Avenue", "Church Walk", "Kingfisher Close", "Elm Grove")
TOWNS = ("London", "Leeds", "Bristol", "York", "Norwich", "Bath", "Leicester", "Cardiff")


def customers(lines: pa.Table, store: str, associate: str) -> pa.Table:
    """The `customers` table: one row for every number in the file, drawn from the number itself."""
    known = lines.filter(pc.is_valid(lines["customer_id"]))
    first = known.group_by("customer_id").aggregate([("ts", "min"), ("country", "min"), ("pence", "count")])
    first = first.sort_by("customer_id")
    rows = zip(
        *(first[name].to_pylist() for name in ("customer_id", "ts_min", "country_min", "pence_count")), strict=True
    )
    return pa.Table.from_pylist([_person(place, row, store, associate) for place, row in enumerate(rows)])


def _person(place: int, row: tuple[int, object, str, int], store: str, associate: str) -> dict[str, str]:
    number, since, country, lines = row
    rng = np.random.default_rng([952, number])
    given = WESTERN[int(rng.integers(2))]
    name = f"{rng.choice(given)} {rng.choice(FAMILIES)}"
    group, last = divmod(place, 1000)
    phone = PHONES[group % len(PHONES)].format(last)
    consents = dict(zip(CONSENTS, (rng.random(len(CONSENTS)) < 0.6).tolist(), strict=True))
    home = country == "United Kingdom"
    address = {
        "id": f"0e110006-0000-8000-8000-{number:012d}", "label": "Home", "recipient": name, "phone": phone,
        "line1": f"{rng.integers(1, 190)} {rng.choice(STREETS)}", "city": str(rng.choice(TOWNS)) if home else country,
        "postcode": f"ZZ{rng.integers(1, 99)} {rng.integers(1, 9)}ZZ", "country": "GB" if home else country,
    }  # fmt: skip
    return {
        "id": f"0e110001-0000-8000-8000-{number:012d}", "name": name, "store": store, "phone": phone,
        "email": f"{name.replace(' ', '.').lower()}.{number}@example.com", "loyalty": loyalty_code(number),
        "tier": "platinum" if lines > 800 else "gold" if lines > 300 else "silver" if lines > 100 else "member",
        "owner": associate if number % 5 == 0 else "", "birthday": "", "since": str(since)[:10], "language": "en",
        "sizes": "{}", "says": "[]", "consents": json.dumps(consents), "addresses": json.dumps([address]),
    }  # fmt: skip
