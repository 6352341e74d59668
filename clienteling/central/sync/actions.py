"""What a device may do through sync: tell operations, each once, and open a person's scope; knows no fact's meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from hashlib import blake2b

import msgspec
import sqlalchemy as sa
import structlog

from clienteling.central.nightly.domain import Turn
from clienteling.central.runtime.clock import days_ago, now, stamp
from clienteling.central.runtime.db import Tx
from clienteling.central.sync import access, feed, store
from clienteling.central.sync.domain import By, Refused, Words
from clienteling.contract.v1.sync import Answer, Operation

OPEN_DAYS = 14
_LONGEST_ID = 64
_MOST_CLOSED = 500


def tell(tx: Tx, words: Words, by: By, operation: Operation) -> Answer:
    """Decide on one operation of a device; the first answer stands for every retry of the same id and body."""
    body = msgspec.json.encode(operation, order="deterministic")
    if flaw := _flaw(operation, body):
        return Answer(operation.op, 422, title=flaw)
    fingerprint = blake2b(body, digest_size=16).digest()
    if not store.claim(tx, by.device, operation.op, fingerprint):
        return _again(tx, by, operation, fingerprint)
    answer = _decide(tx, words, by, operation)
    store.keep_answer(tx, by.device, operation.op, msgspec.to_builtins(answer))
    return answer


def open_person(
    tx: Tx, by: By, customer: str, home_store: str, entities: Callable[[], Iterable[tuple[str, str, int]]]
) -> str:
    """Let the device read all of one person for OPEN_DAYS; `entities` gives `(kind, id, ver)` of what is hers."""
    scope = feed.open_person(tx, customer, home_store, entities)
    store.keep_open(tx, by.device, scope, days_ago(-OPEN_DAYS))
    access.record(tx, by, "customer.fetched", customer)
    return scope


def forget_closed(tx: Tx, _place: str) -> Turn:
    """A turn of the night: the leaves to read a person that have run out."""
    done = store.forget_closed(tx, _MOST_CLOSED)
    return Turn("more" if done == _MOST_CLOSED else None, done)


def _flaw(operation: Operation, body: bytes) -> str:
    """What makes an operation impossible to keep; such a one is answered, never stored."""
    if not 0 < len(operation.op) <= _LONGEST_ID or not 0 < len(operation.id) <= _LONGEST_ID:
        return "The operation or the thing it is about has no usable id"
    return "The text holds a character that cannot be kept" if b"\\u0000" in body else ""


def _again(tx: Tx, by: By, operation: Operation, fingerprint: bytes) -> Answer:
    before = store.told(tx, by.device, operation.op)
    if bytes(before.fingerprint) == fingerprint:
        return msgspec.convert(before.answer, Answer)
    access.record(tx, by, "operation.reused", why=operation.op)
    structlog.get_logger().warning("operation reused", device=by.device)
    return Answer(operation.op, 409, title="This operation id was used for something else")


def _decide(tx: Tx, words: Words, by: By, operation: Operation) -> Answer:
    if operation.kind not in words.facts:
        return Answer(operation.op, 422, title="Central does not know this kind of fact")
    args_type, decide = words.facts[operation.kind]
    touched, operation = feed.mark(tx), words.follow(tx, operation)
    try:
        args = msgspec.convert(operation.args, args_type)
        with tx.begin_nested():
            who = words.who(tx, replace(by, op=operation.op, at=_when(operation.at)), operation.staff)
            verdict = decide(tx, who, operation.id, operation.base, args)
    except Refused as refused:
        feed.go_back(tx, touched)
        return Answer(operation.op, refused.status, title=refused.title, theirs=refused.theirs)
    except msgspec.ValidationError as error:
        return Answer(operation.op, 422, title=f"The fact is not well formed: {error}")
    except (sa.exc.DataError, OverflowError):
        feed.go_back(tx, touched)
        return Answer(operation.op, 422, title="A value is out of its range")
    return Answer(operation.op, 200, ver=verdict.ver, result=verdict.result)


def _when(at: str) -> str:
    """The device's time where it can be believed: readable, with a zone and not after central's own."""
    try:
        moment = datetime.fromisoformat(at)
        return min(stamp(moment), now()) if moment.tzinfo else now()
    except (ValueError, OverflowError):
        return now()
