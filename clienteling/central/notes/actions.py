"""What can be done with notes: write, edit, delete, review, read what was redacted; knows no route."""

from __future__ import annotations

from typing import Any

from clienteling.central.customers import actions as customers
from clienteling.central.customers.domain import Moved
from clienteling.central.notes import domain, store
from clienteling.central.runtime.clock import now
from clienteling.central.runtime.db import Tx
from clienteling.central.sync import access, feed
from clienteling.central.sync.domain import By, Refused, Verdict, store_scope

_SIGN_IN = "Sign in to do this."


def write(tx: Tx, by: By, id: str, customer: str, text: str, visibility: str, product: str | None) -> Verdict:
    """A new note at the device's store; the same id again is success. 422 without a person signed in or a wording."""
    if known := store.one(tx, id):
        return Verdict(known["ver"])
    staff, kept = _staff(by), _kept(text)
    customers.person_of(tx, by, customer)
    mine = {"id": id, "ver": 1, "customer": customer, "author": staff, "store": by.store, "visibility": visibility}
    untouched = {"review": "unreviewed", "reason": "", "reviewer": None, "reviewed_at": "", "deleted": False}
    note = {**mine, **untouched, "product": product}
    store.insert(tx, note, kept, by.at or now())
    return _tell(tx, note, 1)


def edit(tx: Tx, by: By, id: str, text: str) -> Verdict:
    """A new wording by the author, to be reviewed again; 410 when deleted, 422 for anyone else."""
    note = _note(tx, id)
    _object(domain.against_editing(_standing(note), by.staff))
    kept = _kept(text)
    store.add_version(tx, id, note["version"] + 1, kept, note["author"], by.at or now())
    return _change(tx, note, review="unreviewed", reason="", reviewer=None, reviewed_at="")


def delete(tx: Tx, by: By, id: str) -> Verdict:
    """A tombstone; deleting again is success. 422 for anyone but the author and managers of the note's store."""
    note = _note(tx, id)
    if note["deleted"]:
        return Verdict(note["ver"])
    _object(domain.against_deleting(_standing(note), by.staff, by.role, by.store))
    return _change(tx, note, deleted=True)


def review(tx: Tx, by: By, id: str, verdict: domain.Verdict, version: int, reason: str) -> Verdict:
    """A manager's verdict on the wording numbered `version`; redacting moves all wordings into the audit.

    The same verdict again is success. 409 (with the version and the verdict that stand) when the note was changed or
    decided more strictly meanwhile, 422 when it is not theirs to decide.
    """
    note = _note(tx, id)
    objection = domain.against_reviewing(_standing(note), by.staff, by.role, by.store, verdict, version, reason)
    _object(objection, {"version": note["version"], "review": note["review"]})
    if note["review"] == verdict:
        return Verdict(note["ver"])
    at = now()
    if verdict == "redacted":
        store.redact(tx, id, _staff(by), at)
    return _change(tx, note, review=verdict, reason=reason.strip(), reviewer=by.staff, reviewed_at=at)


def audit(tx: Tx, by: By, id: str) -> list[store.Row]:
    """The wordings taken out of a redacted note, for managers of its store only; the reading is recorded."""
    note = _note(tx, id)
    if by.role != "manager" or by.store != note["store"]:
        raise Refused(403, "Only a manager of the note's store can read this.")
    access.record(tx, by, "note.audit_read", note["customer"], id)
    return store.audit(tx, id)


def entities_of(tx: Tx, customer: str) -> list[tuple[str, str, int]]:
    """What a fetched person brings along: the team's notes; private ones stay with their store."""
    return store.shared_of(tx, customer)


def moved(tx: Tx, customer: str, into: str) -> list[Moved]:
    """The notes about a person who has become another."""
    rows = store.move(tx, customer, into)
    return [Moved("note", row.id, row.ver, _scopes(tx, row.store, row.visibility, into)) for row in rows]


def _note(tx: Tx, id: str) -> store.Row:
    note = store.one(tx, id, lock=True)
    if note is None:
        raise Refused(404, "This note is not known.")
    return note


def _staff(by: By) -> str:
    if by.staff is None:
        raise Refused(422, _SIGN_IN)
    return by.staff


def _kept(text: str) -> str:
    kept = domain.wording(text)
    if kept is None:
        raise Refused(422, f"A note has 1 to {domain.MAX_CHARACTERS} characters.")
    return kept


def _standing(note: store.Row) -> domain.Standing:
    return domain.Standing(note["author"], note["store"], note["version"], note["deleted"], note["review"])


def _object(objection: domain.Objection | None, theirs: dict[str, Any] | None = None) -> None:
    if objection:
        raise Refused(objection.status, objection.title, theirs if objection.status == 409 else None)


def _change(tx: Tx, note: store.Row, **values: Any) -> Verdict:
    ver = note["ver"] + 1
    store.update(tx, note["id"], ver=ver, **values)
    return _tell(tx, {**note, **values}, ver)


def _tell(tx: Tx, note: store.Row, ver: int) -> Verdict:
    scopes = _scopes(tx, note["store"], note["visibility"], note["customer"])
    feed.touch(tx, "note", note["id"], ver, scopes, deleted=note["deleted"])
    return Verdict(ver)


def _scopes(tx: Tx, place: str, visibility: str, customer: str) -> list[str]:
    """A private note stands in its own store only, the team's also where the person is at home or fetched."""
    if visibility != "team":
        return [store_scope(place)]
    return feed.person_scopes(tx, customer, customers.homes(tx, [customer])[customer], [place])
