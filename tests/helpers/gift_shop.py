"""A small shop whose answers are known by heart, and a larger one whose people have habits; knows no test."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from clienteling.central.catalog import actions as catalog
from clienteling.central.customers import actions as customers
from clienteling.central.customers.domain import Person
from clienteling.central.insight import actions as insight
from clienteling.central.insight import shelf, training
from clienteling.central.insight.actions_lists import GIVEN, Learned
from clienteling.central.insight.engine import Engine
from clienteling.central.insight.model import Model
from clienteling.central.orders import actions as orders
from clienteling.central.orders.domain import Sold
from clienteling.central.signin import actions as signin
from tests.helpers.actions import JOSE, MINSEO, YUNA, Central

Line = tuple[str | None, str, int, str]
"""Customer, basket, day, product."""
CUT = 360
"""The day up to which is learned of the people with habits."""


def lines(*told: Line) -> pa.Table:
    """Lines as the pipeline reads them."""
    names = ("customer", "basket", "day", "product")
    types = (pa.string(), pa.string(), pa.int32(), pa.string())
    columns = zip(*told, strict=True) if told else ((), (), (), ())
    return pa.table({name: pa.array(list(each), kind) for name, kind, each in zip(names, types, columns, strict=True)})


def habits(people: int = 120, days: int = 400, seed: int = 1) -> pa.Table:
    """Everybody buys two products of her own again and again, and tea with its cup; now and then anything."""
    random = np.random.default_rng(seed)
    told: list[Line] = []
    for person in range(people):
        own = random.choice(40, 2, replace=False)
        day = int(random.integers(0, 30))
        while day < days:
            basket = {f"own-{product:02d}" for product in own}
            basket |= {f"any-{random.integers(0, 30):02d}"}
            if random.random() < 0.3:
                pair = random.integers(0, 10)
                basket |= {f"tea-{pair}", f"cup-{pair}"}
            told += [(f"c{person:03d}", f"b{person:03d}-{day:04d}", day, product) for product in sorted(basket)]
            day += int(random.integers(20, 45))
    return lines(*told)


def of_clients() -> Model:
    """What is learned where two clients of the small shop buy coats now and then, and a third a scarf once."""
    coats = {MINSEO: (100, 130, 160, 190, 220, 250, 280), YUNA: (110, 290)}
    told = [(id, f"{id}{day}", day, "p-coat") for id, days in coats.items() for day in days]
    return beside_habits(*told, (JOSE, "j1", 200, "p-scarf"))


def beside_habits(*told: Line) -> Model:
    """What is learned where these lines stand beside those of people with habits."""
    engine = Engine(pa.concat_tables([habits(60, 300), lines(*told)]))
    model = training.train(engine, engine.last + 1, lambda step, done, total: None)
    engine.close()
    return model


def learned(folder: Path, until: date) -> tuple[Central, Model]:
    """A central whose people have habits up to a day, which looks into the folder; and what is to be learned of it."""
    central = Central(f"sqlite+aiosqlite:///{folder / 'shop.sqlite'}", given={GIVEN: Learned(folder)})
    central.run(open_habits, until, habits(80, 300))
    engine = Engine(central.read(insight.lines))
    model = training.train(engine, engine.last + 1, lambda step, done, total: None)
    engine.close()
    return central, model


def keep(central: Central, model: Model, folder: Path) -> None:
    """What was learned of this shop is in force."""
    shelf.keep(model, folder, central.read(insight.shop))


def open_habits(tx: Any, until: date, told: pa.Table) -> None:
    """The same as a shop of central's: one store `here`, every product with one variant; the last day is `until`."""
    rows = [tuple(row.values()) for row in told.to_pylist()]
    products = sorted({product for *_, product in rows})
    signin.load_stores(tx, "t", [("here", "HERE", "here", "here", "store", "KRW", "Seoul")])
    people = sorted({customer for customer, *_ in rows})
    customers.load(tx, "t", [Person(id, id, "here", "", "", id) for id in people])
    named = [(id, f"{id} ko", id, "Hanok", id.partition("-")[0], "", "", None) for id in products]
    variants = {id: [(f"v-{id}", id, id, None, "", "", "", 100, "KRW")] for id in products}
    catalog.load_products(tx, "t", named, variants)
    last = max(day for _, _, day, _ in rows)
    orders.load(tx, _sold(rows, until - timedelta(days=last)))


def _sold(rows: Iterable[Line], first: date) -> list[Sold]:
    return [
        Sold(basket, f"{basket} {product}", f"{first + timedelta(days=day)}T10:00:00.000Z", customer, "here", None,
             "store", f"v-{product}", 1, 100, "KRW")
        for customer, basket, day, product in sorted(rows, key=lambda row: row[1])
    ]  # fmt: skip
