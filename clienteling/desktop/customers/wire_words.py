"""What the sync centre says about facts of people, and what may be decided and written anew there."""

from collections.abc import Mapping
from typing import Any

import msgspec

from clienteling.contract.v1.sync import Answer, Operation
from clienteling.desktop.customers.domain import ADDRESS, FIELDS, MAX_TEXT, check_address, check_new, check_patch
from clienteling.desktop.customers.wire import describe
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.runtime.text import phone, say
from clienteling.desktop.sync.words import Entry, Side, Words, entries_of, written_in

_WRITTEN = ("name", "phone", "email", "birthday", "says")
_EMPTY = "–"


def sides(operation: Operation, answer: Answer) -> list[Side]:
    """The fields that somebody else changed meanwhile; consent is never among them, the most restrictive counts."""
    mine = operation.args.get("set", {})
    return [
        Side(field, say(FIELDS[field]), plain(field, mine[field]), plain(field, theirs))
        for field, theirs in answer.theirs.items()
        if field in mine and field in FIELDS
    ]


def chosen(operation: Operation, answer: Answer, mine: frozenset[str]) -> Operation | None:
    """The patch with what did not conflict and the fields in `mine`, told to be written over what was seen.

    Its base stays: central goes on judging all else, consent too, by what this tablet knew when it was said.
    """
    wanted, theirs = operation.args.get("set", {}), answer.theirs
    kept = {field: value for field, value in wanted.items() if field not in theirs or field in mine}
    if not kept:
        return None
    seen = operation.args.get("over", {}) | theirs
    over = {field: seen[field] for field in kept if field in seen}
    return msgspec.structs.replace(operation, args=operation.args | {"set": kept, "over": over})


def entries(_tx: Tx, operation: Operation) -> list[Entry]:
    """What of a fact about a person is text."""
    if operation.kind == "customer.address_added":
        return entries_of("address", ADDRESS, operation.args["address"], MAX_TEXT)
    if operation.kind == "customer.told_apart":
        return []
    told = operation.args if operation.kind == "customer.created" else operation.args.get("set", {})
    plain = [_entry(field, told[field]) for field in _WRITTEN if field in told]
    return plain + entries_of("sizes", {name: name for name in told.get("sizes", {})}, told.get("sizes", {}), MAX_TEXT)


def rewritten(operation: Operation, values: Mapping[str, str]) -> Operation:
    """The fact with other words; raises Problem as making it does."""
    if operation.kind == "customer.address_added":
        address = operation.args["address"] | written_in("address", values)
        check_address(address)
        return msgspec.structs.replace(operation, args={"address": address})
    if operation.kind == "customer.created":
        args = operation.args | {field: values[field].strip() for field in _WRITTEN if field in values}
        check_new(args["name"], args["phone"], args["email"], privacy_notice=True)
        return msgspec.structs.replace(operation, args=args)
    if "set" not in operation.args:
        return operation
    return msgspec.structs.replace(operation, args=operation.args | {"set": _patched(operation.args["set"], values)})


def _entry(field: str, value: Any) -> Entry:
    return Entry(field, say(FIELDS[field]), ", ".join(value) if isinstance(value, list) else value, limit=MAX_TEXT)


def _patched(before: Mapping[str, Any], values: Mapping[str, str]) -> dict[str, Any]:
    anew = {field: values[field].strip() for field in before if field in values}
    check_patch(anew)
    if not anew.get("name", "x"):
        raise Problem("Enter a name.")
    if "says" in anew:
        anew["says"] = [word.strip() for word in anew["says"].split(",") if word.strip()]
    if "sizes" in before:
        anew["sizes"] = before["sizes"] | written_in("sizes", values)
    return {**before, **anew}


def plain(field: str, value: Any) -> str:
    """What a field says, to read."""
    if field == "phone" and value:
        return phone(value, masked=False)
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {one}" for name, one in value.items()) or _EMPTY
    return ", ".join(map(str, value)) or _EMPTY if isinstance(value, list | tuple) else str(value) or _EMPTY


WORDS = Words(describe, sides, chosen, entries, rewritten)
