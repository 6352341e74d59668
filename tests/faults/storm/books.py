"""Compares what tablets were told with what stands at central: each thing once, nothing of nobody, stock moved once."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from tests.faults.storm.tablet import Tablet

Rows = Callable[..., list[tuple[Any, ...]]]
PLENTY = 1_000_000
FILL = f"UPDATE stock SET quantity = {PLENTY}"


def differences(rows: Rows, them: Iterable[Tablet]) -> list[str]:
    """What is wrong in one sentence each; `rows` asks central's database, whose stock began as PLENTY everywhere."""
    them = list(them)
    return [
        *_once("note", _ids(rows, "SELECT id FROM note"), [id for one in them for id in one.told_notes]),
        *_once("wording", _ids(rows, "SELECT note FROM note_version"), [id for one in them for id in one.told_notes]),
        *_once("order", _ids(rows, _ORDERS), [id for one in them for id in one.told_orders]),
        *_once("receipt", _ids(rows, _NUMBERS), [n for one in them for n in one.told_orders.values()]),
        *_gaps(them),
        *_carts(rows, them),
        *_pieces(rows, them),
    ]


_ORDERS = "SELECT id FROM orders WHERE device IS NOT NULL"
_NUMBERS = "SELECT number FROM orders WHERE device IS NOT NULL"
_LINES = 'SELECT sum(l.quantity) FROM order_line l JOIN orders o ON o.id = l."order" WHERE o.device IS NOT NULL'
_MOVED = f"SELECT sum({PLENTY} - quantity) FROM stock"


def _ids(rows: Rows, statement: str) -> list[str]:
    return [id for (id,) in rows(statement)]


def _once(what: str, found: list[str], told: list[str]) -> list[str]:
    there, wanted = Counter(found), Counter(told)
    lost = [f"{what} {id} was told and is not at central" for id in wanted - there]
    return lost + [f"{what} {id} is at central {there[id]} times, told {wanted[id]}" for id in there - wanted]


def _gaps(them: list[Tablet]) -> list[str]:
    found = []
    for tablet in them:
        counts = sorted(int(number.rsplit("-", 1)[1]) for number in tablet.told_orders.values())
        if counts != list(range(1, len(counts) + 1)):
            found.append(f"the receipts of {tablet.code} have a gap: {counts}")
    return found


def _carts(rows: Rows, them: list[Tablet]) -> list[str]:
    """Several them may fill one cart; each orders only what it put there itself."""
    told: dict[str, Counter[str]] = {}
    for tablet in them:
        told.setdefault(tablet.whose.cart, Counter()).update(tablet.told_cart)
    found = []
    for cart, wanted in told.items():
        there = dict(rows("SELECT variant, quantity FROM cart_line WHERE cart = ? AND quantity > 0", cart))
        if there != dict(wanted):
            found.append(f"the cart {cart} holds {there}, told {dict(wanted)}")
    return found


def _pieces(rows: Rows, them: list[Tablet]) -> list[str]:
    sold, told = rows(_LINES)[0][0] or 0, sum(tablet.told_pieces for tablet in them)
    moved = rows(_MOVED)[0][0]
    return [] if sold == told == moved else [f"{told} pieces were told sold, {sold} are, {moved} left the stock"]
