"""What must stand on a tablet: central's last word with the facts over it that central has not told back yet.

Written anew from SYNC.md, without the app's own mirrors, so that a fault in those is seen.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import msgspec
import sqlalchemy as sa

from clienteling.contract.v1.sync import Operation
from clienteling.desktop.orders.domain import may_move
from tests.faults.histories.disk import rows

Shown = dict[str, Any]
PERSON = ("name", "phone", "email", "language", "birthday", "sizes", "says", "consents")
NOTE = ("customer", "author", "store", "visibility", "review", "reason")
ORDER = ("number", "state", "store", "total", "currency", "customer")
LINE = ("id", "variant", "quantity", "price", "fulfilment", "source", "problem")
OWN = ("customer", "cart", "order", "note")
_WAITING = ("pending", "sent")
_BLOCKED = ("conflict", "rejected")


def of_record(kind: str, data: bytes) -> Shown:
    """What a record of central shows."""
    record = msgspec.msgpack.decode(data)
    if kind == "customer":
        ids = sorted(entry["id"] for entry in record.get("addresses", ()))
        return {name: record.get(name) for name in PERSON} | {"addresses": ids}
    if kind == "cart":
        lines = {line["id"]: _cart_line(line) for line in record["lines"]}
        return {"parked": record.get("parked", False), "label": record.get("label", ""), "lines": lines}
    if kind == "order":
        lines = [{name: line.get(name) for name in LINE} for line in record["lines"]]
        return {name: record.get(name) for name in ORDER} | {"lines": lines}
    last = record["versions"][-1]
    return {name: record.get(name) for name in NOTE} | {"text": last["text"], "version": last["number"]}


def _cart_line(line: dict[str, Any]) -> Shown:
    return {name: line.get(name) for name in ("quantity", "price", "fulfilment", "pickup_store")}


def after(kind: str, seen: Shown | None, told: Operation) -> Shown | None:
    """The same with one fact of this tablet over it; a fact that no longer fits changes nothing."""
    return _AFTER[told.kind](deepcopy(seen), told, told.args)


def _created(seen: Shown | None, told: Operation, args: Any) -> Shown | None:
    blank = {"birthday": "", "sizes": {}, "says": [], "consents": {}, "addresses": []}
    return seen or blank | {name: args[name] for name in ("name", "phone", "email", "language")}


def _patched(seen: Shown | None, told: Operation, args: Any) -> Shown | None:
    if seen:
        given = dict(args["set"])
        given["consents"] = seen["consents"] | given.get("consents", {})
        seen |= given
    return seen


def _address_added(seen: Shown | None, told: Operation, args: Any) -> Shown | None:
    if seen:
        seen["addresses"] = sorted({*seen["addresses"], args["address"]["id"]})
    return seen


def _line_added(seen: Shown | None, told: Operation, args: Any) -> Shown | None:
    seen = seen or {"parked": False, "label": "", "lines": {}}
    line = seen["lines"].get(args["line"])
    there = line["quantity"] if line else 0
    kept = line if line and there > 0 else _cart_line(args)
    seen["lines"][args["line"]] = kept | {"quantity": there + args["quantity"]}
    return seen


def _line_removed(seen: Shown | None, told: Operation, args: Any) -> Shown | None:
    if seen and (line := seen["lines"].get(args["line"])):
        line["quantity"] = min(line["quantity"], max(0, line["quantity"] - args["quantity"]))
    return seen


def _line_set_fulfilment(seen: Shown | None, told: Operation, args: Any) -> Shown | None:
    if seen and (line := seen["lines"].get(args["line"])):
        line |= {"fulfilment": args["fulfilment"], "pickup_store": args["pickup_store"]}
    return seen


def _parked(seen: Shown | None, told: Operation, args: Any) -> Shown | None:
    return seen | {"parked": args["parked"], "label": args["label"]} if seen else None


def _placed(seen: Shown | None, told: Operation, args: Any) -> Shown | None:
    lines = [{name: line[name] for name in LINE} for line in args["lines"]]
    return seen or {name: args.get(name) for name in ORDER} | {"state": "queued", "lines": lines}


def _moved(seen: Shown | None, told: Operation, args: Any) -> Shown | None:
    return seen | {"state": args["to"]} if seen and may_move(seen["state"], args["to"]) else seen


def _written(seen: Shown | None, told: Operation, args: Any) -> Shown | None:
    new = {name: args[name] for name in ("customer", "store", "visibility", "text")}
    return new | {"author": told.staff, "review": "unreviewed", "reason": "", "version": 1}


def _edited(seen: Shown | None, told: Operation, args: Any) -> Shown | None:
    anew = {"text": args["text"], "review": "unreviewed", "reason": ""}
    return seen | anew | {"version": seen["version"] + 1} if seen else None


def _reviewed(seen: Shown | None, told: Operation, args: Any) -> Shown | None:
    if seen:
        seen |= {"review": args["verdict"], "reason": args["reason"]}
        seen["text"] = "" if args["verdict"] == "redacted" else seen["text"]
    return seen


_AFTER: dict[str, Callable[[Shown | None, Operation, Any], Shown | None]] = {
    "customer.created": _created,
    "customer.patched": _patched,
    "customer.address_added": _address_added,
    "cart.line_added": _line_added,
    "cart.line_removed": _line_removed,
    "cart.line_set_fulfilment": _line_set_fulfilment,
    "cart.parked": _parked,
    "order.placed": _placed,
    "order.moved": _moved,
    "note.written": _written,
    "note.edited": _edited,
    "note.deleted": lambda seen, told, args: None,
    "note.reviewed": _reviewed,
}


def expected(tx: sa.Connection) -> dict[tuple[str, str], Shown]:
    """What must be seen of everything that facts of a tablet may be about."""
    shown: dict[tuple[str, str], Shown | None] = {}
    versions: dict[tuple[str, str], int] = {}
    for kind, id, ver, data in rows(tx, "SELECT kind, id, ver, data FROM base"):
        if kind in OWN:
            shown[kind, id], versions[kind, id] = of_record(kind, data), ver
    facts = rows(tx, "SELECT entity_kind, entity, state, ver, body FROM outbox ORDER BY n")
    for kind, id, state, _ver, body in facts:
        told = msgspec.msgpack.decode(body, type=Operation)
        if told.kind == "order.placed" and state in _BLOCKED and not shown.get((kind, id)):
            shown[kind, id] = (after(kind, None, told) or {}) | {"state": "attention"}
    for kind, id, state, ver, body in facts:
        untold = state in _WAITING and ver is None
        ahead = state in (*_WAITING, "acked") and (ver or 0) > versions.get((kind, id), 0)
        if kind in OWN and (untold or ahead):
            shown[kind, id] = after(kind, shown.get((kind, id)), msgspec.msgpack.decode(body, type=Operation))
    return {key: _visible(*key, seen) for key, seen in shown.items() if seen is not None}


def _visible(kind: str, _id: str, seen: Shown) -> Shown:
    if kind == "cart":
        seen["lines"] = {id: line for id, line in seen["lines"].items() if line["quantity"] > 0}
    return seen


def seen(tx: sa.Connection) -> dict[tuple[str, str], Shown]:
    """What the tables of the features hold."""
    there: dict[tuple[str, str], Shown] = {}
    for row in rows(tx, "SELECT * FROM customer"):
        read = {name: msgspec.json.decode(row[name]) for name in ("sizes", "says", "consents", "addresses")}
        ids = sorted(entry["id"] for entry in read.pop("addresses"))
        there["customer", row["id"]] = {name: row[name] for name in PERSON} | read | {"addresses": ids}
    for row in rows(tx, "SELECT id, parked, label FROM cart"):
        there["cart", row["id"]] = {"parked": bool(row["parked"]), "label": row["label"], "lines": {}}
    for row in rows(tx, "SELECT * FROM cart_line WHERE quantity > 0"):
        there["cart", row["cart"]]["lines"][row["id"]] = _cart_line(dict(row))
    for row in rows(tx, "SELECT * FROM orders"):
        there["order", row["id"]] = {name: row[name] for name in ORDER} | {"lines": []}
    for row in rows(tx, 'SELECT * FROM order_line ORDER BY "order", place'):
        there["order", row["order"]]["lines"].append({name: row[name] for name in LINE})
    for row in rows(tx, "SELECT * FROM note"):
        there["note", row["id"]] = {name: row[name] for name in (*NOTE, "text", "version")}
    return there


def flaws(tx: sa.Connection, where: str) -> list[str]:
    """How what is seen differs from what must be seen; an order that was given up stays in sight as cancelled."""
    wanted, there = expected(tx), seen(tx)
    given_up = {key for key, row in there.items() if key[0] == "order" and row["state"] == "cancelled"} - wanted.keys()
    keys = (wanted.keys() | there.keys()) - given_up
    differing = [key for key in sorted(keys) if wanted.get(key) != there.get(key)]
    return [f"{where} shows {key}: {_unlike(there.get(key), wanted.get(key))}" for key in differing]


def _unlike(there: Shown | None, wanted: Shown | None) -> str:
    if there is None or wanted is None:
        return f"{there} instead of {wanted}"
    return ", ".join(
        f"{name} is {there[name]!r}, not {wanted[name]!r}" for name in wanted if there[name] != wanted[name]
    )
