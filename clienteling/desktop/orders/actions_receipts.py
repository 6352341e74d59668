"""The receipts of a day: every number this tablet gave out, and how it stands at central."""

from datetime import date

from clienteling.desktop.orders import domain, store_receipts
from clienteling.desktop.orders.domain import Slip, Standing
from clienteling.desktop.orders.store_receipts import Given
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.sync import outbox


def of_day(tx: Tx, device_code: str, day: date) -> list[Slip]:
    """The receipts of a device on one day of its own time, in the order of their numbers.

    A number between the first and the last that belongs to no order on this tablet is listed as missing.
    """
    found = store_receipts.given(tx, device_code, *domain.bounds(day))
    slips = {one.number: _slip(tx, one) for one in found}
    between = domain.between(list(slips))
    elsewhere = store_receipts.numbered(tx, [number for number in between if number not in slips])
    return [slips.get(number) or Slip(number) for number in between if number not in elsewhere]


def _slip(tx: Tx, one: Given) -> Slip:
    return Slip(one.number, _standing(tx, one), one.order, one.placed_at, one.total, one.currency)


def _standing(tx: Tx, one: Given) -> Standing:
    states = {item.state for item in outbox.of_entity(tx, "order", one.order)}
    if one.state == "attention" or states & set(outbox.BLOCKED):
        return "needs"
    if states & set(outbox.WAITING):
        return "waiting"
    return "cancelled" if one.state == "cancelled" else "delivered"
