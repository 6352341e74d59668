"""Events from the contract; this device tells none."""

from collections.abc import Sequence

import msgspec

from clienteling.contract.v1 import clientbook as v1
from clienteling.contract.v1.sync import Change, Operation
from clienteling.desktop.clientbook import store
from clienteling.desktop.clientbook.domain import Event, Item
from clienteling.desktop.runtime.db import Tx

_decode = msgspec.msgpack.Decoder(v1.Event).decode


class EventMirror:
    """How the record `event` lives in the table event."""

    kind = "event"
    local = False

    def apply(self, tx: Tx, changes: Sequence[Change]) -> None:
        """Write central's events over the rows."""
        store.save(tx, [_event(_decode(change.data)) for change in changes if change.data is not None])

    def remove(self, tx: Tx, ids: Sequence[str]) -> None:
        """Delete events."""
        store.remove(tx, ids)

    def redo(self, tx: Tx, operation: Operation) -> None:
        """No fact of a device is about an event."""


def _event(record: v1.Event) -> Event:
    items = tuple(Item(item.variant, item.quantity, item.amount) for item in record.items)
    return Event(**{**msgspec.structs.asdict(record), "items": items})
