"""The note table of this tablet: what stands in it is what may be shown."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from clienteling.contract.spelling import fold
from clienteling.desktop.notes.domain import Note
from clienteling.desktop.runtime.db import Tx, metadata, touched

note = sa.Table(
    "note",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("customer", sa.Text, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("store", sa.Text, nullable=False),
    sa.Column("visibility", sa.Text, nullable=False),
    sa.Column("review", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("folded", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("written_at", sa.Text, nullable=False),
    sa.Column("edited_at", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("reviewer", sa.Text),
    sa.Column("reviewed_at", sa.Text, nullable=False),
    sa.Column("product", sa.Text),
    sa.Index("note_customer", "customer", "edited_at"),
    sa.Index("note_review", "store", "review", "edited_at"),
    sa.Index("note_author", "author", "edited_at"),
)

_COLUMNS = [column for column in note.c if column.name != "folded"]


def save(tx: Tx, notes: Iterable[Note]) -> None:
    """Write notes over what stands."""
    rows = [(*_row(each), fold(each.text)) for each in notes]
    names = [column.name for column in _COLUMNS] + ["folded"]
    marks = ", ".join("?" * len(names))
    tx.exec_driver_sql(f"INSERT OR REPLACE INTO note({', '.join(names)}) VALUES ({marks})", rows)
    touched(tx, "note")


def _row(each: Note) -> tuple[Any, ...]:
    return tuple(getattr(each, column.name) for column in _COLUMNS)


def change(tx: Tx, id: str, values: Mapping[str, Any]) -> None:
    """Change some columns of one note."""
    extra = {"folded": fold(values["text"])} if "text" in values else {}
    tx.execute(note.update().where(note.c.id == id).values(**values, **extra))


def remove(tx: Tx, ids: Sequence[str]) -> None:
    """Delete notes."""
    tx.execute(note.delete().where(note.c.id.in_(list(ids))))


def get(tx: Tx, id: str) -> Note | None:
    """One note, or None."""
    row = tx.execute(sa.select(*_COLUMNS).where(note.c.id == id)).first()
    return Note(**row._mapping) if row else None


def of_customer(tx: Tx, customer: str, limit: int = 50) -> list[Note]:
    """Her notes, newest first."""
    return _read(tx, note.c.customer == customer, limit)


def of_author(tx: Tx, staff: str, limit: int = 200) -> list[Note]:
    """What one person wrote, newest first."""
    return _read(tx, note.c.author == staff, limit)


def of_store(tx: Tx, store: str, limit: int = 200) -> list[Note]:
    """The store's notes, newest first."""
    return _read(tx, note.c.store == store, limit)


def unreviewed(tx: Tx, store: str, limit: int = 200) -> list[Note]:
    """The store's notes that wait for a manager, oldest first."""
    where = sa.and_(note.c.store == store, note.c.review == "unreviewed")
    query = sa.select(*_COLUMNS).where(where).order_by(note.c.edited_at, note.c.id).limit(limit)
    return [Note(**row._mapping) for row in tx.execute(query)]


def search(tx: Tx, text: str, customers: Sequence[str] = (), limit: int = 200) -> list[Note]:
    """Notes that hold every word of `text`, whatever its case and accents, or are about these; newest first."""
    words = fold(text).split()
    held = sa.and_(sa.true(), *(sa.func.instr(note.c.folded, word) > 0 for word in words))
    return _read(tx, sa.or_(held, note.c.customer.in_(list(customers))), limit)


def unreviewed_count(tx: Tx, store: str, but_author: str) -> int:
    """How many notes wait for a manager who did not write them."""
    where = sa.and_(note.c.store == store, note.c.review == "unreviewed", note.c.author != but_author)
    return tx.execute(sa.select(sa.func.count()).select_from(note).where(where)).scalar_one()


def returned_count(tx: Tx, author: str) -> int:
    """How many of a person's notes a manager asked to reword."""
    where = sa.and_(note.c.author == author, note.c.review == "reword")
    return tx.execute(sa.select(sa.func.count()).select_from(note).where(where)).scalar_one()


def _read(tx: Tx, where: sa.ColumnElement[bool], limit: int) -> list[Note]:
    query = sa.select(*_COLUMNS).where(where).order_by(note.c.edited_at.desc(), note.c.id.desc()).limit(limit)
    return [Note(**row._mapping) for row in tx.execute(query)]
