"""What the sync centre says about facts of orders, and what may be written anew there."""

from collections.abc import Mapping
from typing import Any

import msgspec

from clienteling.contract.v1.sync import Operation
from clienteling.desktop.catalog import actions as catalog
from clienteling.desktop.customers.domain import ADDRESS, MAX_TEXT, check_address
from clienteling.desktop.orders.wire import describe
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.runtime.text import language, say
from clienteling.desktop.sync.words import Entry, Words, entries_of, written_in

MOST = 99


def entries(tx: Tx, operation: Operation) -> list[Entry]:
    """How many of each line, and where it goes."""
    if operation.kind != "order.placed":
        return []
    address, lines = operation.args.get("address"), operation.args["lines"]
    items = catalog.items(tx, [line["variant"] for line in lines])
    known = {variant: item.name(language()) for variant, item in items.items()}
    counted = [
        Entry(f"line.{line['id']}", _named(known, line["variant"]), str(line["quantity"]), "number", _most(line))
        for line in lines
    ]
    return counted + (entries_of("address", ADDRESS, address, MAX_TEXT) if address else [])


def rewritten(operation: Operation, values: Mapping[str, str]) -> Operation:
    """The order with other quantities, a line of none left out, and another address; raises Problem without a line."""
    if operation.kind != "order.placed":
        return operation
    counts = {line: int(count) for line, count in written_in("line", values).items()}
    lines = [_counted(line, counts) for line in operation.args["lines"]]
    kept = [line for line in lines if line["quantity"] > 0]
    if not kept:
        raise Problem("There is nothing in this order. Let it go instead.")
    args = operation.args | {"lines": kept, "total": sum(line["price"] * line["quantity"] for line in kept)}
    if args.get("address"):
        args["address"] = args["address"] | written_in("address", values)
        check_address(args["address"])
    return msgspec.structs.replace(operation, args=args)


def _named(known: Mapping[str, str], variant: str) -> str:
    return known.get(variant) or say("A product that is not on this tablet")


def _most(line: Mapping[str, Any]) -> int:
    """A piece that bears its own price or weight is one piece."""
    return 1 if line.get("tag") else MOST


def _counted(line: dict[str, Any], counts: Mapping[str, int]) -> dict[str, Any]:
    return line | {"quantity": min(_most(line), max(0, counts.get(line["id"], line["quantity"])))}


WORDS = Words(describe, entries=entries, rewritten=rewritten)
