"""What can be done with orders: one function is one transaction, and every change is told to central."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from clienteling.contract.ids import new_id
from clienteling.contract.money import Money
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.cart import domain as cart_domain
from clienteling.desktop.cart.domain import Line, Whose
from clienteling.desktop.orders import domain, store, wire
from clienteling.desktop.orders.domain import Order, OrderLine, Receipt, Week
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync import outbox

LEFT_OUT = 1000
"""More orders than one tablet takes between a backup and the loss of its store."""


class Entry(Protocol):
    """An entry of her address book."""

    @property
    def id(self) -> str: ...


def place(tx: Tx, draft: str, whose: Whose, method: str, address: Entry | None, device_code: str) -> Receipt:
    """Make the cart's lines an order and give it the tablet's next receipt number; all of it or nothing.

    `draft` becomes the order's id: the same draft again, by ten taps or after an unknown commit, gives the same
    receipt and changes nothing. Raises Problem for an empty cart, mixed currencies or a missing address.
    """
    known = store.order(tx, draft)
    if known:
        return _receipt(known)
    sold = cart_domain.orderable(cart.lines(tx, whose.cart))
    _check(sold, address)
    lines = [_line(tx, line) for line in cart_domain.sorted_by_way(sold)]
    order = _order(draft, whose, method, lines, sold[0].currency, store.next_count(tx, device_code), device_code)
    cart.take(tx, whose, sold)  # told first: whoever hears of the order has heard that they are out of the cart
    wire.tell(tx, wire.placed(tx, order, lines, address, whose.cart))
    return _receipt(order)


def restore_counters(tx: Tx, rows: Iterable[Sequence[object]]) -> None:
    """Go on after the highest receipt count among rows of two that were found in a damaged store, whatever they are.

    Those of the counter itself are there and those of the index over the numbers: either page is enough.
    """
    pairs = [(row[0], row[1]) for row in rows if len(row) == len(("text", "count"))]
    found = [(text, count) for text, count in pairs if isinstance(text, str) and isinstance(count, int)]
    numbers = [made for text, _ in found if (made := domain.counted(text)) and domain.receipt_number(*made) == text]
    codes = {code for code, _ in numbers} | store.counted_codes(tx)
    seen: dict[str, int] = {}
    for code, count in [*numbers, *(one for one in found if one[0] in codes)]:
        seen[code] = max(count, seen.get(code, 0))
    store.note_counts(tx, seen)


def of_customer(tx: Tx, customer: str, limit: int = 50) -> list[Order]:
    """A customer's orders on this tablet, the newest first."""
    return [shown(tx, order) for order in store.of_customer(tx, customer, limit)]


def ready(tx: Tx, store_id: str, limit: int = 50) -> list[Order]:
    """Orders that lie ready for her in this store, the oldest first."""
    return store.ready(tx, store_id, limit)


def week_of(tx: Tx, staff: str, since: str) -> Week:
    """What somebody sold since an ISO 8601 moment."""
    return store.week_of(tx, staff, since)


def by_number(tx: Tx, number: str) -> str:
    """The id of the order with a receipt number; raises Problem when it is not on this tablet."""
    found = store.page(tx, "", number, 1, 0)
    if not found or found[0].number != number:
        raise Problem("No order on this tablet has this number.")
    return found[0].id


def needing(tx: Tx) -> int:
    """How many orders need a person."""
    return store.counts(tx)["needs"]


def shown(tx: Tx, order: Order) -> Order:
    """The order as it is to be shown: one that central took but has not told back yet is sent, not queued."""
    if order.state == "queued" and not outbox.unsettled(tx, "order", order.id):
        return Order(**vars(order) | {"state": "sent"})
    return order


def hand_over(tx: Tx, order: str, staff: str | None) -> None:
    """She has it now; raises Problem where the order is not there yet."""
    _move(tx, order, staff, "collected", "")


def confirm(tx: Tx, order: str, staff: str | None) -> None:
    """A person looked at what was wrong and wants it all the same."""
    _move(tx, order, staff, "accepted", "")


def cancel(tx: Tx, order: str, staff: str | None, reason: str, into_cart: bool) -> None:
    """Cancel, and put the lines back into her cart when wished; raises Problem where it is too late."""
    found = _known(tx, order)
    if found.state == "cancelled":
        return
    lines = store.lines(tx, order)
    if found.refused:
        _give_up(tx, order)
    else:
        _move(tx, order, staff, "cancelled", reason)
    if into_cart:
        whose = cart.whose(found.customer, found.store, staff)
        cart.put_back(tx, whose, [_cart_line(line, found.currency) for line in lines])


def send_again(tx: Tx, order: str) -> None:
    """Tell central once more about an order that it refused, under the same number."""
    found = _known(tx, order)
    refused = [item for item in outbox.of_entity(tx, "order", order) if item.state in outbox.BLOCKED]
    if found.state != "attention" or not found.refused or not refused:
        return
    for item in refused:
        outbox.retell(tx, item.operation.op, wire.anew(item.operation))
    store.set_state(tx, order, state="queued", problem="", refused=False)


def _give_up(tx: Tx, order: str) -> None:
    for item in outbox.of_entity(tx, "order", order):
        outbox.drop_blocked(tx, item.operation.op)
    store.set_state(tx, order, state="cancelled")
    store.note_step(tx, order, "cancelled", now())


def _move(tx: Tx, order: str, staff: str | None, to: domain.State, reason: str) -> None:
    found = _known(tx, order)
    if found.state == to:
        return
    if not domain.may_move(found.state, to):
        raise Problem("This order has gone too far for that.")
    wire.tell(tx, wire.moved(tx, order, staff, to, reason))


def _known(tx: Tx, order: str) -> Order:
    found = store.order(tx, order)
    if found is None:
        raise Problem("This order is not on this tablet.")
    return found


def _check(sold: Sequence[Line], address: Entry | None) -> None:
    if not sold:
        raise Problem("There is nothing in this cart to order.")
    if len({line.currency for line in sold}) > 1:
        raise Problem("An order has one currency. Take the lines in the other one out first.")
    if address is None and any(line.fulfilment == "ship" for line in sold):
        raise Problem("Choose the address it goes to.")
    if any(line.fulfilment == "pickup" and not line.pickup_store for line in sold):
        raise Problem("Choose the store where it will be picked up.")


def _order(
    draft: str, whose: Whose, method: str, lines: Sequence[OrderLine], currency: str, count: int, device_code: str
) -> Order:
    return Order(
        id=draft,
        number=domain.receipt_number(device_code, count),
        state="queued",
        store=whose.store,
        total=domain.total(lines),
        currency=currency,
        placed_at="",
        customer=whose.customer,
        staff=whose.staff,
        channel="store",
        method=method,
        problem="",
        refused=False,
    )


def _line(tx: Tx, line: Line) -> OrderLine:
    day = cart.expected(tx, line, date.today())
    return OrderLine(
        id=new_id(),
        variant=line.variant or "",
        quantity=line.quantity,
        price=line.price,
        fulfilment=line.fulfilment,
        price_version=line.price_version,
        pickup_store=line.pickup_store,
        promised=day.isoformat(),
        tag=line.tag,
        weight=line.weight,
    )


def _cart_line(line: OrderLine, currency: str) -> Line:
    return Line(
        new_id() if line.tag else line.variant, line.quantity, line.price, currency, line.variant, None,
        line.price_version, "ship" if line.fulfilment == "ship" else "now", tag=line.tag, weight=line.weight,
    )  # fmt: skip


def leave_out_numbers(tx: Tx, device_code: str) -> None:
    """Go on LEFT_OUT numbers later after a backup was put back, and tell central which are left out.

    Numbers that were printed since the backup was made may be known to nobody but the customers who hold them.
    """
    last = store.last_count(tx, device_code)
    store.note_counts(tx, {device_code: last + LEFT_OUT})
    wire.tell(tx, wire.numbers_left_out(device_code, last + 1, last + LEFT_OUT))


def _receipt(order: Order) -> Receipt:
    return Receipt(order.id, order.number, Money(order.total, order.currency))
