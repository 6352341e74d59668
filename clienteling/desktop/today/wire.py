"""Visits to and from the contract."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import msgspec

from clienteling.contract.ids import new_id
from clienteling.contract.v1 import today as v1
from clienteling.contract.v1.sync import Change, Operation
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import say
from clienteling.desktop.sync import outbox
from clienteling.desktop.today import store
from clienteling.desktop.today.domain import Visit

_decode = msgspec.msgpack.Decoder(v1.Visit).decode


def started(customer: str, place: str, source: str, staff: str) -> Operation:
    """The fact `visit.started`."""
    args = msgspec.to_builtins(v1.Started(customer, place, cast(Any, source)))
    return Operation(new_id(), "visit.started", new_id(), args, 0, staff, now())


def ended(visit: str, staff: str) -> Operation:
    """The fact `visit.ended`."""
    return Operation(new_id(), "visit.ended", visit, {}, 0, staff, now())


def tell(tx: Tx, operation: Operation) -> None:
    """Keep a fact for central and show what it changes, both in this transaction."""
    outbox.put(tx, operation)
    VisitMirror().redo(tx, operation)


def describe(operation: Operation) -> str:
    """A fact in plain words."""
    return say("A visit began") if operation.kind == "visit.started" else say("A visit ended")


class VisitMirror:
    """How the record `visit` lives in the table visit."""

    kind = "visit"
    local = True

    def apply(self, tx: Tx, changes: Sequence[Change]) -> None:
        """Write central's visits over the rows."""
        records = [_decode(change.data) for change in changes if change.data is not None]
        store.save(tx, [Visit(**msgspec.structs.asdict(record)) for record in records])

    def remove(self, tx: Tx, ids: Sequence[str]) -> None:
        """Delete visits."""
        store.remove(tx, ids)

    def redo(self, tx: Tx, operation: Operation) -> None:
        """Apply one fact of this device."""
        known = store.get(tx, operation.id)
        if operation.kind == "visit.ended":
            if known and not known.ended_at:
                store.save(tx, [replace(known, ended_at=operation.at)])
            return
        if known is None:
            args = msgspec.convert(operation.args, v1.Started)
            visit = Visit(operation.id, args.customer, args.store, operation.at, args.source, args.zone)
            store.save(tx, [visit])
