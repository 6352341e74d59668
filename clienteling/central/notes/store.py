"""Tables and queries of notes, their wordings and the audit of redacted ones; the only SQL about notes."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import sqlalchemy as sa

from clienteling.central.runtime.db import Tx, insert_rows, metadata

note = sa.Table(
    "note",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("customer", sa.Text, nullable=False, index=True),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("store", sa.Text, nullable=False),
    sa.Column("visibility", sa.Text, nullable=False),
    sa.Column("review", sa.Text, nullable=False),
    sa.Column("product", sa.Text),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("reviewer", sa.Text),
    sa.Column("reviewed_at", sa.Text, nullable=False),
    sa.Column("deleted", sa.Boolean(create_constraint=False), nullable=False),
)
note_version = sa.Table(
    "note_version",
    metadata,
    sa.Column("note", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("staff", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
)
note_audit = sa.Table(
    "note_audit",
    metadata,
    sa.Column("note", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("redacted_by", sa.Text, nullable=False),
    sa.Column("redacted_at", sa.Text, nullable=False),
)
Row = dict[str, Any]


def one(tx: Tx, id: str, lock: bool = False) -> Row | None:
    """The note with the number of its last wording as `version`."""
    query = sa.select(note).where(note.c.id == id)
    row = tx.execute(query.with_for_update() if lock else query).mappings().first()
    if row is None:
        return None
    last = sa.select(sa.func.max(note_version.c.number)).where(note_version.c.note == id)
    return {**row, "version": tx.execute(last).scalar_one()}


def insert(tx: Tx, values: Row, text: str, at: str) -> None:
    """A new note with its first wording."""
    tx.execute(sa.insert(note).values(**values))
    add_version(tx, values["id"], 1, text, values["author"], at)


def add_version(tx: Tx, id: str, number: int, text: str, staff: str, at: str) -> None:
    """One more wording."""
    tx.execute(sa.insert(note_version).values(note=id, number=number, text=text, staff=staff, at=at))


def update(tx: Tx, id: str, **values: Any) -> None:
    """Change the note itself."""
    tx.execute(sa.update(note).where(note.c.id == id).values(**values))


def redact(tx: Tx, id: str, staff: str, at: str) -> None:
    """Move every wording out of the note and into the audit."""
    wordings = sa.select(note_version.c.number, note_version.c.text)
    rows = tx.execute(wordings.where(note_version.c.note == id, note_version.c.text != "")).all()
    columns = ("note", "number", "text", "redacted_by", "redacted_at")
    insert_rows(tx, note_audit, columns, [(id, row.number, row.text, staff, at) for row in rows])
    tx.execute(sa.update(note_version).where(note_version.c.note == id).values(text=""))


def audit(tx: Tx, id: str) -> list[Row]:
    """The wordings that were taken out of a note."""
    query = sa.select(note_audit).where(note_audit.c.note == id).order_by(note_audit.c.number)
    return [{str(name): value for name, value in row.items()} for row in tx.execute(query).mappings()]


def many(tx: Tx, ids: list[str]) -> dict[str, Row]:
    """The notes that are still there, each with its `versions` in order."""
    versions: dict[str, list[Row]] = defaultdict(list)
    query = sa.select(note_version).where(note_version.c.note.in_(ids)).order_by(note_version.c.number)
    for row in tx.execute(query).mappings():
        versions[row["note"]].append({name: row[name] for name in ("number", "text", "staff", "at")})
    rows = tx.execute(sa.select(note).where(note.c.id.in_(ids), ~note.c.deleted)).mappings()
    return {row["id"]: {**row, "versions": versions[row["id"]]} for row in rows}


def move(tx: Tx, customer: str, into: str) -> list[sa.Row[Any]]:
    """All notes about a person are about another; those that are not deleted."""
    changed = sa.update(note).where(note.c.customer == customer).values(customer=into, ver=note.c.ver + 1)
    moved = tx.execute(changed.returning(note.c.id, note.c.ver, note.c.store, note.c.visibility, note.c.deleted)).all()
    return [row for row in moved if not row.deleted]


def shared_of(tx: Tx, customer: str) -> list[tuple[str, str, int]]:
    """The team's notes about a person."""
    mine = sa.and_(note.c.customer == customer, note.c.visibility == "team", ~note.c.deleted)
    return [("note", row.id, row.ver) for row in tx.execute(sa.select(note.c.id, note.c.ver).where(mine))]
