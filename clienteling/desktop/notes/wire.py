"""Notes to and from the contract."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import msgspec

from clienteling.contract.ids import new_id
from clienteling.contract.v1 import notes as v1
from clienteling.contract.v1.sync import Change, Operation
from clienteling.desktop.notes import store
from clienteling.desktop.notes.domain import Note
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import say
from clienteling.desktop.sync import outbox

_decode = msgspec.msgpack.Decoder(v1.Note).decode


def tell(tx: Tx, fact: Operation) -> None:
    """Keep a fact for central and lay it over the rows; both or neither."""
    outbox.put(tx, fact)
    NoteMirror().redo(tx, fact)


def written(note: Note) -> Operation:
    """The fact `note.written`."""
    args = v1.Written(note.customer, note.store, note.text, cast(Any, note.visibility), note.product)
    return _fact("note.written", note.id, args, note.author)


def edited(note: Note, text: str) -> Operation:
    """The fact `note.edited`."""
    return _fact("note.edited", note.id, v1.Edited(text), note.author, note.version)


def deleted(note: Note) -> Operation:
    """The fact `note.deleted`."""
    return _fact("note.deleted", note.id, v1.Deleted(), note.author, note.version)


def reviewed(note: Note, reviewer: str, verdict: str, reason: str) -> Operation:
    """The fact `note.reviewed`."""
    args = v1.Reviewed(cast(Any, verdict), note.version, reason)
    return _fact("note.reviewed", note.id, args, reviewer, note.version)


def describe(operation: Operation) -> str:
    """A fact in plain words."""
    if operation.kind == "note.reviewed":
        return say("Your decision on a note")
    if operation.kind == "note.deleted":
        return say("A note you deleted")
    return say("Note: {text}", text=operation.args.get("text", "")[:60])


def _fact(kind: str, id: str, args: msgspec.Struct, staff: str, base: int = 0) -> Operation:
    return Operation(new_id(), kind, id, msgspec.to_builtins(args), base, staff, now())


_WORDED = ("note.written", "note.edited")


class NoteMirror:
    """How the record `note` lives in the table note."""

    kind = "note"
    local = True

    def apply(self, tx: Tx, changes: Sequence[Change]) -> None:
        notes = [_note(_decode(change.data)) for change in changes if change.data is not None]
        store.save(tx, notes)
        redacted = [note.id for note in notes if note.review == "redacted"]
        if redacted:  # their wording stands in the facts of its author too
            outbox.forget_told(tx, _WORDED, redacted)

    def remove(self, tx: Tx, ids: Sequence[str]) -> None:
        store.remove(tx, ids)

    def redo(self, tx: Tx, operation: Operation) -> None:
        _REDO[operation.kind](tx, operation)


def _note(record: v1.Note) -> Note:
    first, last = record.versions[0], record.versions[-1]
    return Note(
        id=record.id,
        customer=record.customer,
        author=record.author,
        store=record.store,
        visibility=record.visibility,
        review=record.review,
        text=last.text,
        version=last.number,
        written_at=first.at,
        edited_at=last.at,
        reason=record.reason,
        reviewer=record.reviewer,
        reviewed_at=record.reviewed_at,
        product=record.product,
    )


def _redo_written(tx: Tx, operation: Operation) -> None:
    args = msgspec.convert(operation.args, v1.Written)
    note = Note(
        id=operation.id,
        customer=args.customer,
        author=operation.staff or "",
        store=args.store,
        visibility=args.visibility,
        review="unreviewed",
        text=args.text,
        version=1,
        written_at=operation.at,
        edited_at=operation.at,
        product=args.product,
    )
    store.save(tx, [note])


def _redo_edited(tx: Tx, operation: Operation) -> None:
    note = store.get(tx, operation.id)
    if note is None:
        return
    text = msgspec.convert(operation.args, v1.Edited).text
    anew = replace(note, text=text, version=note.version + 1, edited_at=operation.at, review="unreviewed", reason="")
    store.save(tx, [anew])


def _redo_deleted(tx: Tx, operation: Operation) -> None:
    store.remove(tx, [operation.id])


def _redo_reviewed(tx: Tx, operation: Operation) -> None:
    args = msgspec.convert(operation.args, v1.Reviewed)
    values: dict[str, Any] = {"review": args.verdict, "reason": args.reason, "reviewer": operation.staff}
    if args.verdict == "redacted":
        values["text"] = ""
    store.change(tx, operation.id, {**values, "reviewed_at": operation.at})


_REDO = {
    "note.written": _redo_written,
    "note.edited": _redo_edited,
    "note.deleted": _redo_deleted,
    "note.reviewed": _redo_reviewed,
}
