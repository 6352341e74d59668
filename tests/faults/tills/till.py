"""A till in a process of its own: sells through the app's own cart and orders, and says aloud what was confirmed."""

import asyncio
import gc
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from clienteling.contract.ids import new_id
from clienteling.contract.v1.sync import Operation
from clienteling.desktop import app
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.customers.domain import Address
from clienteling.desktop.migrations.upgrade import upgrade
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.orders import wire as orders_wire
from clienteling.desktop.orders.domain import Receipt
from clienteling.desktop.runtime import db
from clienteling.desktop.runtime.db import Db, Tx, open_engine
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.sync import outbox
from tests.helpers import shop

KEY = Key(bytes(range(32)), "file")
CODE = "G3"
STAFF = "staff-1"
HOME = Address("home", "Home", "김민서", "010-1234-2841", "서초대로 1", "서울", "06500", "KR")
SOLD = (shop.COAT, shop.BOOTS, shop.SCARF, "coat-camel-66", "coat-navy-55")
FAST = Path("/dev/shm")
"""Where a kill is as good as on a disk: what a process wrote before it died, the kernel keeps."""
Tell = Callable[..., None]
Place = Callable[..., Receipt]
FLAWS = ("early", "two")
"""What a harness must see: the order is told before it is kept; the fact and the order are two transactions."""


@dataclass(frozen=True)
class Day:
    """What one till does: how many orders, how often SQLite copies its log back, and the choices in between."""

    seed: str
    orders: int = 12
    checkpoint: int = 1000
    synchronous: int = 2
    flaw: str = ""


def ground(folder: Path) -> Path:
    """A tablet's folder with the small shop in it, made once and copied for every run."""
    assert app.MIRRORS, "importing the app declares every table"
    home = folder / "ground"
    home.mkdir(parents=True)
    engine = open_engine(home / "tablet.sqlite", KEY)
    upgrade(engine)
    with engine.begin() as tx:
        tx.info["touched"] = set()
        shop.open_shop(tx)
    engine.dispose()
    return home


def practise(home: Path, work: Callable[[Path], None]) -> None:
    """Do once in this process what those forked off will do in `run` beside the ground: they find all compiled."""
    engine = cache(lambda file: open_engine(file, KEY))
    db.open_engine = lambda file, _key: engine(file)
    work(copied(home, home.parent / "run"))
    gc.freeze()


def copied(home: Path, to: Path) -> Path:
    """The same tablet once more; its database."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(home, to)
    return to / "tablet.sqlite"


def sell(file: Path, day: Day, tell: Tell) -> None:
    """Open the store as the app does and sell; `tell` hears of a change only after it is safely kept."""
    asyncio.run(_sell(file, day, tell))


async def _sell(file: Path, day: Day, tell: Tell) -> None:
    db = Db(file, KEY)
    upgrade(db.engine)
    with db.engine.connect() as tx:
        tx.exec_driver_sql(f"PRAGMA wal_autocheckpoint={day.checkpoint}")
    _weaken(db, day)
    place = partial(_FLAWED[day.flaw], tell) if day.flaw else orders.place
    try:
        for n in range(day.orders):
            await sell_one(db, random.Random(f"{day.seed}:{n}"), tell, place)
    finally:
        db.close()


def _weaken(db: Db, day: Day) -> None:
    """The proof that the harness sees a store that syncs too little; the pragma counts only outside a transaction."""
    connection = db.engine.raw_connection()
    connection.execute(f"PRAGMA synchronous={day.synchronous}")
    assert str(connection.execute("PRAGMA synchronous").fetchone()[0]) == str(day.synchronous)
    connection.close()


async def sell_one(db: Db, chance: random.Random, tell: Tell, place: Place = orders.place) -> None:
    """One customer's cart of one to three things becomes an order."""
    whose = cart.whose(shop.MINSEO, shop.HERE, STAFF)
    for variant in chance.sample(SOLD, chance.randint(1, 3)):
        added = await db.run(cart.add, whose, variant)
        tell("added", added.line)
    draft = new_id()
    tell("wants", draft)
    receipt = await db.run(place, draft, whose, chance.choice(("till", "paylink")), HOME, CODE)
    tell("told", receipt.order, receipt.number)


def _early(tell: Tell, tx: Tx, *order: Any) -> Receipt:
    receipt = orders.place(tx, *order)
    tell("told", receipt.order, receipt.number)
    return receipt


def _two(_tell: Tell, tx: Tx, *order: Any) -> Receipt:
    def divided(tx: Tx, operation: Operation) -> None:
        outbox.put(tx, operation)
        tx.exec_driver_sql("COMMIT")
        tx.exec_driver_sql("BEGIN IMMEDIATE")
        orders_wire.OrderMirror().redo(tx, operation)

    orders_wire.tell = divided
    return orders.place(tx, *order)


_FLAWED: dict[str, Callable[..., Receipt]] = {"early": _early, "two": _two}


def aloud(pipe: int) -> Tell:
    """A voice that is heard by the other end of a pipe before it goes on."""
    return lambda *words: os.write(pipe, (" ".join(words) + "\n").encode()) and None
