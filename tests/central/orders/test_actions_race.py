"""Eight tablets at once want the same few pieces: each is sold once, on both databases."""

from __future__ import annotations

import asyncio

import msgspec
import pytest

from clienteling.central.catalog import actions as catalog
from clienteling.central.sync import actions as sync
from clienteling.contract.v1 import orders as v1
from clienteling.contract.v1.sync import Operation
from tests.helpers.actions import PRICES, by

TABLETS, EACH, PIECES, ROUNDS = 8, 3, 5, 12
"""There are five scarves here and three in the depot: eight pieces for 24 orders."""


def operation(number: int) -> Operation:
    """An order of one scarf, to be picked up here from wherever it lies."""
    line = v1.OrderLine(f"line-{number}", "scarf", 1, PRICES["scarf"], "pickup", pickup_store="here")
    placed = v1.Placed(f"N-{number}", "here", "guest", [line], PRICES["scarf"], "KRW")
    return Operation(f"op-{number}", "order.placed", f"order-{number}", msgspec.to_builtins(placed), 0, "ann")


async def _tap(central, tablet: int) -> list[str]:
    told = []
    for place in range(EACH):
        who = by(device=f"tablet-{tablet}")
        answer = await central.db.run(sync.tell, central.words, who, operation(tablet * EACH + place))
        assert answer.status == 200, answer
        told.append(answer.result["state"])
    return told


async def _all(central) -> list[str]:
    return [state for told in await asyncio.gather(*(_tap(central, n) for n in range(TABLETS))) for state in told]


def test_no_piece_is_sold_twice(central):
    states = central.runner.run(_all(central))
    assert sorted(states) == ["accepted"] * 8 + ["attention"] * 16
    assert {row["quantity"] for row in central.rows("stock", variant="scarf")} == {0}
    assert sum(row["quantity"] for row in central.rows("stock_move", variant="scarf")) == -8
    sources = [row["source"] for row in central.rows("order_line")]
    assert (sources.count("here"), sources.count("depot"), sources.count(None)) == (PIECES, 3, 16)


@pytest.mark.parametrize("way", ["now", "pickup"])
def test_the_last_piece_is_confirmed_to_exactly_one_of_many(central, way):
    """C3, round after round: one piece lies there, eight want it, seven are told that they need somebody."""
    for round in range(ROUNDS):
        central.run(lay_one)
        states = central.runner.run(_wanting_one(central, round, way))
        assert sorted(states) == ["accepted"] + ["attention"] * (TABLETS - 1)
        assert {row["quantity"] for row in central.rows("stock", variant="coat")} == {0}
    waiting = [row for row in central.rows("order_line") if row["problem"] == "stock"]
    assert len(waiting) == ROUNDS * (TABLETS - 1) and {row["source"] for row in waiting} == {None}


def lay_one(tx):
    """One coat here and none elsewhere."""
    for place, quantity in (("here", 1), ("there", 0)):
        left = catalog.stock(tx, "t", "coat")[place]
        catalog.take_stock(tx, place, "coat", left - quantity, "counted")


async def _wanting_one(central, round: int, way: str) -> list[str]:
    async def want(tablet: int) -> str:
        number = f"{round}-{tablet}"
        line = v1.OrderLine(f"line-{number}", "coat", 1, PRICES["coat"], way, pickup_store="here")
        placed = v1.Placed(f"N-{number}", "here", "guest", [line], PRICES["coat"], "KRW")
        told = Operation(f"op-{number}", "order.placed", f"order-{number}", msgspec.to_builtins(placed), 0, "ann")
        answer = await central.db.run(sync.tell, central.words, by(device=f"tablet-{tablet}"), told)
        return answer.result["state"]

    return await asyncio.gather(*map(want, range(TABLETS)))


def test_ten_taps_at_once_are_one_order(central):
    async def taps():
        same = (central.db.run(sync.tell, central.words, by(), operation(1)) for _ in range(10))
        return await asyncio.gather(*same)

    assert {answer.status for answer in central.runner.run(taps())} == {200}
    assert len(central.rows("orders")) == 1 and central.quantity("here", "scarf") == PIECES - 1


@pytest.mark.logs("operation reused")
def test_the_same_order_with_another_body_is_a_conflict(central):
    central.run(sync.tell, central.words, by(), operation(1))
    other = msgspec.structs.replace(operation(2), id="order-1")
    assert central.run(sync.tell, central.words, by(), msgspec.structs.replace(other, op="op-1")).status == 409
    answer = central.run(sync.tell, central.words, by(), other)
    assert answer.status == 409, "another operation with another order under the same id"
    assert central.quantity("here", "scarf") == PIECES - 1
