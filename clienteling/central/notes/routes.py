"""Notes over HTTP: what was redacted, for managers; the tablets' facts and the record for the feed."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from litestar import get
from litestar.params import Parameter

from clienteling.central.notes import actions, store
from clienteling.central.runtime.db import Database, Tx
from clienteling.central.signin import actions as signin
from clienteling.central.sync.domain import By, Verdict
from clienteling.contract.v1 import notes as v1


class Redacted(msgspec.Struct, frozen=True):
    """A wording that was taken out of a note."""

    number: int
    text: str
    redacted_by: str
    redacted_at: str


@get("/v1/notes/{note:str}/audit", operation_id="readNoteAudit", summary="What was redacted", tags=["notes"])
async def read_note_audit(
    db: Database, by: By, note: str, staff: Annotated[str | None, Parameter(header="Staff")] = None
) -> list[Redacted]:
    """For managers of the note's store, who name themselves in the header `Staff`; every reading is recorded."""
    rows = await db.run(_audit, by, note, staff)
    return [Redacted(**{name: row[name] for name in Redacted.__struct_fields__}) for row in rows]


def _audit(tx: Tx, by: By, note: str, staff: str | None) -> list[dict[str, Any]]:
    return actions.audit(tx, signin.who(tx, by, staff), note)


def written(tx: Tx, by: By, id: str, _base: int, args: v1.Written) -> Verdict:
    """Fact `note.written`."""
    return actions.write(tx, by, id, args.customer, args.text, args.visibility, args.product)


def edited(tx: Tx, by: By, id: str, _base: int, args: v1.Edited) -> Verdict:
    """Fact `note.edited`."""
    return actions.edit(tx, by, id, args.text)


def deleted(tx: Tx, by: By, id: str, _base: int, _args: v1.Deleted) -> Verdict:
    """Fact `note.deleted`."""
    return actions.delete(tx, by, id)


def reviewed(tx: Tx, by: By, id: str, _base: int, args: v1.Reviewed) -> Verdict:
    """Fact `note.reviewed`."""
    return actions.review(tx, by, id, args.verdict, args.version, args.reason)


def records(tx: Tx, ids: list[str]) -> dict[str, v1.Note]:
    """The records `note`, with all wordings that may be read."""
    return {id: _record(row) for id, row in store.many(tx, ids).items()}


def _record(row: dict[str, Any]) -> v1.Note:
    return msgspec.convert({name: row[name] for name in v1.Note.__struct_fields__}, v1.Note)


FACTS = {
    "note.written": (v1.Written, written),
    "note.edited": (v1.Edited, edited),
    "note.deleted": (v1.Deleted, deleted),
    "note.reviewed": (v1.Reviewed, reviewed),
}
RECORDS = {"note": records}
ROUTES = [read_note_audit]
