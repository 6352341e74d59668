"""Reasons and showings to and from the contract."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec

from clienteling.contract.ids import new_id
from clienteling.contract.v1 import reasons as v1
from clienteling.contract.v1.sync import Change, Operation
from clienteling.desktop.reasons import store
from clienteling.desktop.reasons.domain import Night, Reason, Report, Tally
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import say
from clienteling.desktop.sync import outbox

_decode = msgspec.msgpack.Decoder(v1.Reasons).decode


def tell_shown(tx: Tx, customer: str, place: str, items: Iterable[tuple[str, str]], staff: str) -> None:
    """Keep the fact `showing.noted` of (product, reason) for central; nothing here follows from it."""
    noted = v1.Noted(customer, place, [v1.ShownItem(*item) for item in items])
    outbox.put(tx, Operation(new_id(), "showing.noted", new_id(), msgspec.to_builtins(noted), 0, staff, now()))


def tell_restored(tx: Tx, place: str, reason: str, staff: str) -> None:
    """Keep the fact `reasons.restored` for central and show what it changes, both in this transaction."""
    args = msgspec.to_builtins(v1.Restored(reason))
    operation = Operation(new_id(), "reasons.restored", place, args, 0, staff, now())
    outbox.put(tx, operation)
    ReasonsMirror().redo(tx, operation)


def describe(operation: Operation) -> str:
    """A fact in plain words."""
    if operation.kind == "reasons.restored":
        return say("A reason that may be used again")
    return say("Suggestions that were shown")


class ReasonsMirror:
    """How the record `reasons` lives in the table reasons."""

    kind = "reasons"
    local = True

    def apply(self, tx: Tx, changes: Sequence[Change]) -> None:
        """Write what central tells over the rows."""
        for change in changes:
            if change.data is not None:
                store.save(tx, _report(_decode(change.data)))

    def remove(self, tx: Tx, ids: Sequence[str]) -> None:
        """Forget these stores."""
        store.remove(tx, ids)

    def redo(self, tx: Tx, operation: Operation) -> None:
        """A reason that a manager restored on this device is used again."""
        report = store.get(tx, operation.id)
        if report is None:
            return
        said = msgspec.convert(operation.args, v1.Restored)
        restored = {"retired_at": "", "restored_at": operation.at, "restored_by": operation.staff}
        told = [replace(one, **restored) if one.reason == said.reason else one for one in report.reasons]
        store.save(tx, replace(report, reasons=tuple(told)))


def _report(record: v1.Reasons) -> Report:
    nights = tuple(Night(**msgspec.structs.asdict(night)) for night in record.nights)
    return Report(record.id, record.at, tuple(map(_reason, record.reasons)), record.way, record.since, nights)


def _reason(told: v1.Reason) -> Reason:
    judged = _tally(told.judged) if told.judged else None
    tallies = {"lately": _tally(told.lately), "before": _tally(told.before), "judged": judged}
    return Reason(**{**msgspec.structs.asdict(told), **tallies})


def _tally(told: v1.Tally) -> Tally:
    return Tally(**msgspec.structs.asdict(told))
