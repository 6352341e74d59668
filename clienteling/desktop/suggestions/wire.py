"""Suggestions to and from the contract."""

from collections.abc import Sequence

import msgspec

from clienteling.contract.ids import new_id
from clienteling.contract.v1 import suggestions as v1
from clienteling.contract.v1.sync import Change, Operation
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import say
from clienteling.desktop.suggestions import store
from clienteling.desktop.suggestions.domain import Made, Suggestion
from clienteling.desktop.sync import held, outbox

_decode = msgspec.msgpack.Decoder(v1.Suggestions).decode


def refused(tx: Tx, customer: str, product: str, staff: str) -> Operation:
    """The fact `suggestions.refused`."""
    args = msgspec.to_builtins(v1.Refused(product))
    return Operation(new_id(), "suggestions.refused", customer, args, store.made(tx, customer).ver, staff, now())


def readmitted(tx: Tx, customer: str, product: str, staff: str) -> Operation:
    """The fact `suggestions.readmitted`."""
    args = msgspec.to_builtins(v1.Readmitted(product))
    return Operation(new_id(), "suggestions.readmitted", customer, args, store.made(tx, customer).ver, staff, now())


def tell(tx: Tx, operation: Operation) -> None:
    """Keep a fact for central and show what it changes, both in this transaction."""
    outbox.put(tx, operation)
    SuggestionsMirror().redo(tx, operation)


def describe(operation: Operation) -> str:
    """A fact in plain words."""
    if operation.kind == "suggestions.readmitted":
        return say("A suggestion that may come again")
    return say("A suggestion that was not right")


class SuggestionsMirror:
    """How the record `suggestions` lives in the tables suggestion and suggestion_list."""

    kind = "suggestions"
    local = True

    def apply(self, tx: Tx, changes: Sequence[Change]) -> None:
        """Write central's lists over the rows."""
        for change in changes:
            if change.data is not None:
                record = _decode(change.data)
                made = Made(change.ver, record.at, record.made_by)
                store.write(tx, change.id, made, _suggestions(record), record.refused)

    def remove(self, tx: Tx, ids: Sequence[str]) -> None:
        """Forget these people's lists."""
        store.remove(tx, ids)

    def redo(self, tx: Tx, operation: Operation) -> None:
        """Take away what was refused on this device; what was refused by mistake stands as central last told it."""
        product = operation.args["product"]
        if operation.kind == "suggestions.refused":
            store.refuse(tx, operation.id, product)
            return
        store.readmit(tx, operation.id, product)
        if word := held.base_of(tx, self.kind, operation.id):
            items = _suggestions(_decode(word.data or b""))
            store.add(tx, operation.id, [item for item in items if item.product == product])


def _suggestions(record: v1.Suggestions) -> list[Suggestion]:
    """Those whose reason this version has words for."""
    return [
        Suggestion(item.product, item.reason, item.score, item.values, item.variant, tuple(item.goes_with))
        for item in record.items
        if item.reason in v1.REASONS
    ]
