"""A checked shop folder into central's database, feed and first loads included; knows tables only by their features."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from clienteling.central.app import Central, build
from clienteling.central.cart import actions as cart
from clienteling.central.cart.domain import Carried
from clienteling.central.catalog import actions as catalog
from clienteling.central.clientbook import actions as clientbook
from clienteling.central.customers import actions as customers
from clienteling.central.customers.domain import Person
from clienteling.central.intake import files
from clienteling.central.intake.check import Progress, Rows, check, picture, rows
from clienteling.central.intake.domain import Flaw, Settings, Unusable
from clienteling.central.intake.tables import GROUPED
from clienteling.central.orders import actions as orders
from clienteling.central.reasons import actions as reasons
from clienteling.central.runtime.config import Misconfigured
from clienteling.central.runtime.config import load as load_config
from clienteling.central.runtime.db import Tx, take_note
from clienteling.central.signin import actions as signin
from clienteling.central.suggestions import actions as suggestions
from clienteling.central.sync.domain import stock_scope, store_scope, tenant_scope

# features name their columns themselves; `tables.TABLES` has them in the same order
Load = Callable[[Tx, Any], Any]


async def load(central: Central, folder: Path, progress: Progress = lambda what, done, total: None) -> Settings:
    """Check the folder, then take it into an empty database; raises Unusable with what is wrong."""
    with _uncollected():
        return await _load(central, folder, progress)


def main(folder: Path, database: str | None) -> int:
    """The command `clienteling import`: 0, or 1 and what is wrong."""
    try:
        asyncio.run(_main(build(load_config(database=database)), folder))
    except (Unusable, Misconfigured) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def print_progress(what: str, done: int, total: int) -> None:
    """One line on standard error that is written over until it is complete; in a file only the complete one."""
    if done < total and not sys.stderr.isatty():
        return
    end = "\n" if done >= total else ""
    print(f"\r{what}: {done:,} of {max(done, total):,}   ", end=end, file=sys.stderr, flush=True)


async def _main(central: Central, folder: Path) -> None:
    async with central.open():
        await load(central, folder, print_progress)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for circles: the rows have none, and going over millions of them takes a third of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


async def _load(central: Central, folder: Path, progress: Progress) -> Settings:
    settings, counts = check(folder, progress)
    if await central.db.read(signin.any_store):
        raise Unusable([Flaw("database", "holds a shop already; give an empty one")])
    try:
        for table, action in _loads(folder, settings).items():
            await _load_table(central, folder, table, action, counts.get(table, 0), progress)
    except sa.exc.IntegrityError as error:
        raise Unusable([Flaw(folder.name, "an order, a line or an event has the id of another")]) from error
    await central.db.run(catalog.declare_sensitive, settings.tenant, settings.sensitive)
    await central.db.run(take_note)
    await central.db.run(clientbook.count_facts)
    await central.db.run(suggestions.build, partial(progress, "suggestions"))
    await central.db.run(reasons.begin)
    await _prepare(central, settings, progress)
    return settings


def _loads(folder: Path, settings: Settings) -> dict[str, Load]:
    """What takes in each table, in an order in which nothing is named before it is there."""
    tenant = settings.tenant
    return {
        "stores": lambda tx, piece: signin.load_stores(tx, tenant, piece),
        "staff": lambda tx, piece: signin.load_staff(tx, tenant, piece),
        "products": lambda tx, piece: _load_products(tx, folder, tenant, piece),
        "stock": catalog.load_stock,
        "customers": lambda tx, piece: customers.load(
            tx, tenant, [Person._make((*row, settings.currency)) for row in piece]
        ),
        "order_lines": orders.load,
        "events": clientbook.load,
        "carts": lambda tx, piece: cart.load(tx, _priced(tx, tenant, piece)),
    }


async def _load_table(central: Central, folder: Path, table: str, action: Load, total: int, progress: Progress) -> None:
    file = files.find(folder, table)
    if file is None:
        return
    done = 0
    plain = (piece for _, piece in rows(table, file))
    for piece in _together(plain) if table in GROUPED else plain:
        await central.db.run(action, piece)
        done += len(piece)
        progress(table, done, total)


def _together(pieces: Iterable[Rows]) -> Iterator[Rows]:
    """The same rows in pieces that never part rows of one key."""
    left: Rows = []
    for piece in pieces:
        whole = left + piece
        last = whole[-1][0]
        cut = next((place for place in range(len(whole) - 1, -1, -1) if whole[place][0] != last), -1) + 1
        left = whole[cut:]
        if cut:
            yield whole[:cut]
    if left:
        yield left


def _load_products(tx: Tx, folder: Path, tenant: str, piece: Rows) -> None:
    variants: dict[str, Rows] = {}
    file = files.find(folder, "variants")
    for row in chain.from_iterable(found for _, found in rows("variants", file)) if file else ():
        variants.setdefault(row[1], []).append(row)
    pictures = [picture(folder, row[-1]) for row in piece]
    digests = iter(catalog.load_pictures(tx, (data for data in pictures if data)))
    taken = [(*row[:-2], next(digests) if data else None) for row, data in zip(piece, pictures, strict=True)]
    catalog.load_products(tx, tenant, taken, variants)
    catalog.note_arrivals(tx, tenant, [(row[0], row[-2]) for row in piece if row[-2]])


def _priced(tx: Tx, tenant: str, piece: Rows) -> list[Carried]:
    prices = catalog.prices(tx, tenant, sorted({row[1] for row in piece}))
    return [Carried._make((*row, prices[row[1]].amount, prices[row[1]].currency)) for row in piece]


async def _prepare(central: Central, settings: Settings, progress: Progress) -> None:
    """Make the first loads now, so that the first tablet need not wait."""
    places = await central.db.read(signin.kinds, settings.tenant)
    scopes = [tenant_scope(settings.tenant), *map(store_scope, places), *map(stock_scope, places)]
    for done, scope in enumerate(scopes, 1):
        await central.shelf.make(scope)
        progress("first loads", done, len(scopes))
