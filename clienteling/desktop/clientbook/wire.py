"""Events from the contract, and how a product went with her on the shop floor, as this device tells it."""

from collections.abc import Sequence

import msgspec

from clienteling.contract.ids import new_id
from clienteling.contract.v1 import clientbook as v1
from clienteling.contract.v1.sync import Change, Operation
from clienteling.desktop.clientbook import store
from clienteling.desktop.clientbook.domain import Event, Item, Outcome
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import say
from clienteling.desktop.sync import held, outbox

_decode = msgspec.msgpack.Decoder(v1.Event).decode


def noted(customer: str, variant: str, what: Outcome, place: str, staff: str) -> Operation:
    """The fact `outcome.noted`; its entity is the event that it becomes."""
    args = msgspec.to_builtins(v1.Noted(customer, variant, what, place))
    return Operation(new_id(), "outcome.noted", new_id(), args, 0, staff, now())


def taken_back(event: str, staff: str) -> Operation:
    """The fact `outcome.taken_back`."""
    return Operation(new_id(), "outcome.taken_back", event, {}, 0, staff, now())


def tell(tx: Tx, operation: Operation) -> None:
    """Keep a fact for central and show what it changes, both in this transaction."""
    outbox.put(tx, operation)
    OutcomeMirror().redo(tx, operation)


def describe(operation: Operation) -> str:
    """A fact in plain words."""
    words = {
        "shown": say("A product that was shown"),
        "tried": say("A product that was tried"),
        "declined": say("A product that is not for her"),
    }
    return words.get(operation.args.get("what", ""), say("An entry of her history taken back"))


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


class OutcomeMirror:
    """How the facts `outcome` live in the table event, until central's own record of the same id comes.

    Apart from EventMirror, so that central's word on a million events need not be kept a second time.
    """

    kind = "outcome"
    local = True

    def apply(self, tx: Tx, changes: Sequence[Change]) -> None:
        """Central tells of it by the record `event`."""

    def remove(self, tx: Tx, ids: Sequence[str]) -> None:
        """Delete what central did not take; what it tells of as `event` stays."""
        told = held.held_versions(tx, EventMirror.kind, ids)
        store.remove(tx, [id for id in ids if id not in told])

    def redo(self, tx: Tx, operation: Operation) -> None:
        """Apply one fact of this device."""
        if operation.kind == "outcome.taken_back":
            store.remove(tx, [operation.id])
            return
        args = msgspec.convert(operation.args, v1.Noted)
        told = {"channel": "store", "phase": "choose", "what": args.what, "items": (Item(args.variant, 1, 0),)}
        event = Event(operation.id, args.customer, operation.at, **told, store=args.store, staff=operation.staff)
        store.save(tx, [event])


def _event(record: v1.Event) -> Event:
    items = tuple(Item(item.variant, item.quantity, item.amount) for item in record.items)
    return Event(**{**msgspec.structs.asdict(record), "items": items})
