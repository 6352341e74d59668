"""What the people with the tablets do: each deed is one action of the app, as a view model asks for it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import sqlalchemy as sa

from clienteling.contract.ids import new_id
from clienteling.desktop.cart import actions as carts
from clienteling.desktop.cart.domain import Whose
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.customers import wire as customers_wire
from clienteling.desktop.notes import actions as notes
from clienteling.desktop.notes.domain import Reader
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.runtime.faults import DiskFault, Unknown
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync import actions as sync
from tests.faults.histories import screen
from tests.faults.histories.device import KEPT, Device
from tests.faults.histories.ledger import Receipt
from tests.faults.histories.loop import LOOP
from tests.faults.histories.seams import CHANCE
from tests.faults.histories.shop import PRICES, STORES

Tx = sa.Connection
TAPS = 3


async def add(device: Device) -> None:
    """Something goes into a cart, often her own."""
    await device.do(partial(_add, device, CHANCE.choice(list(PRICES)), CHANCE.choice((1, 1, 2, 3))))


def _add(device: Device, variant: str, count: int, tx: Tx) -> None:
    carts.add(tx, _whose(device, tx), variant, count)


async def change(device: Device) -> None:
    """More, fewer, none, or another way to her of a line that lies in a cart."""
    await device.do(partial(_change, device, CHANCE.random(), CHANCE.randrange(1000)))


def _change(device: Device, what: float, which: int, tx: Tx) -> None:
    rows = tx.exec_driver_sql("SELECT cart, id FROM cart_line WHERE quantity > 0 ORDER BY cart, id").all()
    if not rows:
        return
    cart, line = rows[which % len(rows)]
    whose = carts.take_up(tx, cart, device.store, device.session.staff)
    if what < 0.4:
        carts.change(tx, whose, line, CHANCE.choice((-1, 1, 2)))
    elif what < 0.6:
        carts.remove(tx, whose, line)
    elif what < 0.8:
        way = CHANCE.choice(("now", "ship", "pickup"))
        carts.set_fulfilment(tx, whose, line, way, CHANCE.choice(STORES) if way == "pickup" else None)
    else:
        carts.park(tx, whose, CHANCE.random() < 0.7, "later")


async def order(device: Device) -> None:
    """A sale: what lies in a cart becomes an order. Where the app says that nothing was changed, she does it again."""
    sale = new_id()
    for _ in range(TAPS):
        filled = await device.do(partial(_fill, device, CHANCE.randrange(1000)))
        if not filled or await _sell(device, sale, *filled):
            return


def _fill(device: Device, which: int, tx: Tx) -> tuple[Whose, Any] | None:
    rows = tx.exec_driver_sql("SELECT DISTINCT cart FROM cart_line WHERE quantity > 0 ORDER BY cart").all()
    if rows and CHANCE.random() < 0.6:
        whose = carts.take_up(tx, rows[which % len(rows)][0], device.store, device.session.staff)
    else:
        whose = _whose(device, tx)
        carts.add(tx, whose, CHANCE.choice(list(PRICES)), CHANCE.choice((1, 1, 3)))
    book = customers.addresses(tx, whose.customer) if whose.customer else ()
    return whose, (book[0] if book else None)


async def _sell(device: Device, sale: str, whose: Whose, address: Any) -> bool:
    """Several taps on one draft; False where the app says that nothing was changed."""
    draft = new_id()
    device.ledger.sales[draft] = sale
    pay = partial(_place, device=device, draft=draft, whose=whose, address=address)
    for _ in range(CHANCE.randrange(TAPS)):
        LOOP.start(device.life, _tap(device, pay))  # type: ignore[arg-type]
    return await _tap(device, pay)


async def _tap(device: Device, pay: Callable[[Tx], Any]) -> bool:
    for _ in range(TAPS):
        try:
            receipt = await device.do(pay, surely=True)
        except Unknown:
            await asyncio.sleep(CHANCE.random())
            continue
        except DiskFault:
            return False
        if receipt:
            told = Receipt(device.id, receipt.order, receipt.number, receipt.total.amount)
            device.ledger.receipts.append(told)
        return True
    return True


def _place(tx: Tx, device: Device, draft: str, whose: Whose, address: Any) -> Any:
    return orders.place(tx, draft, whose, "till", address, device.code)


async def move(device: Device) -> None:
    """An order is handed over, confirmed, cancelled, or sent once more."""
    await device.do(partial(_move, device, CHANCE.random(), CHANCE.randrange(1000)))


def _move(device: Device, what: float, which: int, tx: Tx) -> None:
    rows = tx.exec_driver_sql("SELECT id, refused FROM orders ORDER BY id").all()
    if not rows:
        return
    id, refused = rows[which % len(rows)]
    staff = device.session.staff
    if refused and what < 0.5:
        orders.send_again(tx, id)
    elif what < 0.4:
        orders.hand_over(tx, id, staff)
    elif what < 0.6:
        orders.confirm(tx, id, staff)
    else:
        orders.cancel(tx, id, staff, "she thought again", what < 0.8)


async def note(device: Device) -> None:
    """A note is written, put in other words, deleted or reviewed."""
    await device.do(partial(_note, device, CHANCE.random(), CHANCE.randrange(1000)))


def _note(device: Device, what: float, which: int, tx: Tx) -> None:
    by = Reader(device.session.staff, device.session.role, device.store)
    people = tx.exec_driver_sql("SELECT id FROM customer ORDER BY id").scalars().all()
    rows = tx.exec_driver_sql("SELECT id FROM note ORDER BY id").scalars().all()
    if not rows or what < 0.4:
        if people:
            notes.write(tx, by, people[which % len(people)], f"wool {which}", private=what < 0.05)
        return
    id = rows[which % len(rows)]
    if what < 0.6:
        notes.edit(tx, by, id, f"cotton {which}")
    elif what < 0.8:
        notes.delete(tx, by, id)
    else:
        notes.review(tx, by, id, CHANCE.choice(("approved", "reword", "redacted")), "say it kindly")


async def person(device: Device) -> None:
    """A person is created, her details change, or her address book grows."""
    await device.do(partial(_person, device, CHANCE.random(), CHANCE.randrange(1000)))


def _person(device: Device, what: float, which: int, tx: Tx) -> None:
    people = tx.exec_driver_sql("SELECT id FROM customer ORDER BY id").scalars().all()
    staff = device.session.staff
    if not people or what < 0.2:
        customers.create(tx, device.store, staff, f"person {which}", phone=f"010-{which:04}-0000", privacy_notice=True)
        return
    id = people[which % len(people)]
    if what < 0.75:
        customers.patch(tx, id, staff, **_details(which))
    else:
        customers.add_address(tx, id, staff, {"recipient": "she", "line1": f"Street {which}", "city": "Busan"})


def _details(which: int) -> dict[str, Any]:
    wanted: list[dict[str, Any]] = [
        {"name": f"name {which % 7}"},
        {"phone": f"010-{which % 7:04}-1111"},
        {"email": f"{which % 7}@example.com", "name": f"name {which % 5}"},
        {"sizes": {"shoes": str(which % 7)}},
        {"says": [f"no {which % 7}"]},
        {"birthday": "last week"},  # central will not have that
        {"consents": {CHANCE.choice(("sms", "email")): CHANCE.random() < 0.5}},
    ]
    return wanted[which % len(wanted)]


async def resolve(device: Device) -> None:
    """Somebody looks into the sync centre and decides about what needs her."""
    await device.do(partial(_resolve, CHANCE.random(), CHANCE.randrange(1000)))


def _resolve(what: float, which: int, tx: Tx) -> None:
    ops = tx.exec_driver_sql("SELECT op FROM outbox WHERE state IN ('conflict', 'rejected') ORDER BY n").scalars().all()
    if ops:
        (sync.resend if what < 0.6 else sync.let_go)(tx, KEPT, ops[which % len(ops)])


async def fetch(device: Device) -> None:
    """Somebody asks for a person of another store."""
    try:
        await customers_wire.fetch(device.central, CHANCE.choice(("minseo", "jose", "yuna")))
    except Problem:
        return
    device.drainer.wake()


async def change_hands(device: Device) -> None:
    """The tablet is locked, and somebody else takes it."""
    device.session.end()
    await asyncio.sleep(CHANCE.random())
    device.sign_in()


async def look(device: Device) -> None:
    """Whatever stands on the screen is central's last word with this tablet's facts over it."""
    device.ledger.flaws += await device.db.read(screen.flaws, device.name)


def _whose(device: Device, tx: Tx) -> Whose:
    """A guest's new cart, or that of somebody who is on this tablet."""
    people = tx.exec_driver_sql("SELECT id FROM customer ORDER BY id").scalars().all()
    customer = CHANCE.choice(people) if people and CHANCE.random() < 0.8 else None
    return carts.whose(customer, device.store, device.session.staff)


Deed = Callable[[Device], Awaitable[None]]
USUAL: list[tuple[Deed, int]] = [
    (add, 22), (order, 24), (change, 12), (move, 10), (note, 14), (person, 12), (resolve, 6), (look, 8),
    (change_hands, 3), (fetch, 3),
]  # fmt: skip
