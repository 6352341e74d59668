"""What a tablet does while its disk fails now and then: open, sell, sync, take its steps; it says what it was told."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlcipher3.dbapi2 import DatabaseError

from clienteling.contract.ids import new_id
from clienteling.contract.v1.catalog import Stock
from clienteling.contract.v1.orders import Order, Placed
from clienteling.contract.v1.sync import Answer, ChangePage, Operation, Push, Pushed, Scope
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.migrations.upgrade import upgrade
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.runtime.db import Db, Unopened
from clienteling.desktop.runtime.faults import DiskFault, Unknown
from clienteling.desktop.sync.pull import pull
from clienteling.desktop.sync.push import push
from clienteling.desktop.vault import store_backup
from clienteling.desktop.vault.domain import Refusal
from tests.faults.tills.till import CODE, HOME, KEY, STAFF, Tell
from tests.helpers import shop

STOCK, STORE = "stock:store-1", "store:store-1"


class Central:
    """Takes everything, and tells back the orders it took, and of new stock in every page."""

    def __init__(self) -> None:
        self.head = 0
        self.orders: dict[str, Order] = {}

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def post(self, _path: str, _type: Any, body: Push) -> Pushed:
        self.orders |= {op.id: _taken(op) for op in body.ops if op.kind == "order.placed"}
        return Pushed([Answer(op.op, 200, ver=1) for op in body.ops])

    async def get(self, path: str, _type: Any, scope: str = "", **_params: Any) -> Any:
        if path == "/v1/sync/scopes":
            self.head += 1
            return [Scope(STOCK, 1, self.head), Scope(STORE, 1, len(self.orders))]
        if scope == STORE:
            told = [shop.change("order", id, order) for id, order in self.orders.items()]
            return ChangePage(told, f"1:{len(told)}", False)
        stock = Stock(shop.HERE, shop.COAT, self.head)
        return ChangePage([shop.change("stock", f"{shop.HERE}:{shop.COAT}", stock, self.head)], f"1:{self.head}", False)


def _taken(op: Operation) -> Order:
    placed = msgspec.convert(op.args, Placed)
    same = {name: getattr(placed, name) for name in Placed.__struct_fields__ if name in Order.__struct_fields__}
    return Order(op.id, state="accepted", placed_at=op.at, staff=op.staff, **same)


def opened(file: Path, tell: Tell) -> None:
    """Open the store and read what it holds, again and again."""

    async def read(db: Db) -> None:
        await db.read(lambda tx: tx.exec_driver_sql("SELECT count(*) FROM product").scalar())

    _run(file, tell, [read] * 10)


def sold(file: Path, tell: Tell) -> None:
    """Sell; what is unknown is asked again under the same id, as the cart's view model does when it is sent again."""
    _run(file, tell, [_sale(tell)] * 8)


def synced(file: Path, tell: Tell) -> None:
    """Sell, tell central, and hear from it."""
    central = Central()

    async def sync(db: Db) -> None:
        await push(db, central, "device-1", shop.MIRRORS)  # type: ignore[arg-type]
        await pull(db, central, shop.MIRRORS, lambda *_: None)  # type: ignore[arg-type]

    _run(file, tell, [_sale(tell), sync] * 4)


def backed_up(file: Path, tell: Tell) -> None:
    """Sell and back up in turns; a backup that fails leaves those before as they are."""

    async def back_up(_db: Db) -> None:
        try:
            store_backup.back_up(file, file.parent / "backups", KEY)
        except (DatabaseError, OSError, RuntimeError, Refusal, Unopened, store_backup.Unsound) as fault:
            tell("fault", type(fault).__name__)

    _run(file, tell, [_sale(tell), back_up] * 4)


def _sale(tell: Tell) -> Callable[[Db], Awaitable[None]]:
    async def sale(db: Db) -> None:
        whose = cart.whose(None, shop.HERE, STAFF)
        await db.run(cart.add, whose, shop.COAT)
        await db.run(cart.add, whose, shop.BOOTS)
        draft = new_id()
        try:
            receipt = await db.keep(orders.place, draft, whose, "till", HOME, CODE)
        except Unknown:
            tell("unknown", draft)
            receipt = await db.keep(orders.place, draft, whose, "till", HOME, CODE)
        except DiskFault:
            tell("denied", draft)
            raise
        tell("told", receipt.order, receipt.number)

    return sale


def _run(file: Path, tell: Tell, deeds: list[Callable[[Db], Awaitable[None]]]) -> None:
    """Each deed once, whatever became of those before; only the disk's faults are expected, and they are said."""

    async def all_of_them() -> None:
        db = Db(file, KEY)
        try:
            for deed in deeds:
                await _tried(deed, db, tell)
        finally:
            db.close()

    asyncio.run(all_of_them())


async def _tried(deed: Callable[[Db], Awaitable[None]], db: Db, tell: Tell) -> None:
    try:
        upgrade(db.engine)
        await deed(db)
        tell("done")
    except DiskFault as fault:
        tell("fault", type(fault).__name__)


DEEDS = {"open": opened, "order": sold, "sync": synced, "migrate": opened, "backup": backed_up}
"""`migrate` opens a store that is not there yet: it takes all its steps."""
