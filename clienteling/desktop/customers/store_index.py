"""The keys and trigrams people are found by, beside the table customer; knows spelling and row numbers, no person."""

from collections.abc import Iterator, Sequence

from clienteling.contract.spelling import customer_keys, fragments, trigrams
from clienteling.desktop.runtime.db import Tx

Findable = tuple[int, str, str, str, str]
"""Row number, name, phone, e-mail, loyalty number."""
FREQUENT = 40
"""Rarer trigrams are not counted: any of them alone is selective enough."""

_CREATE = (
    "CREATE TABLE IF NOT EXISTS customer_key (k TEXT NOT NULL, x TEXT NOT NULL, n INTEGER NOT NULL, "
    "PRIMARY KEY (k, x, n)) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE IF NOT EXISTS customer_tri USING fts5("
    "doc, content='', contentless_delete=1, detail=none, tokenize='trigram')",
    "CREATE VIRTUAL TABLE IF NOT EXISTS customer_tri_vocab USING fts5vocab(customer_tri, 'row')",
    "CREATE TABLE IF NOT EXISTS customer_tri_df (term TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID",
)
_TUNED = ""
"""The term under which the highest row number at the last counting is kept."""


def create_search_tables(tx: Tx) -> None:
    """Make the tables of the search; the migration and `create_all` both call it."""
    for statement in _CREATE:
        tx.exec_driver_sql(statement)


def drop_search_tables(tx: Tx) -> None:
    """Undo `create_search_tables`."""
    for table in ("customer_tri_vocab", "customer_tri", "customer_tri_df", "customer_key"):
        tx.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")


def add(tx: Tx, people: Sequence[Findable]) -> None:
    """Make people findable."""
    keys = [(key, extra, n) for n, *told in people for key, extra in customer_keys(*told)]
    if keys:
        tx.exec_driver_sql("INSERT OR IGNORE INTO customer_key (k, x, n) VALUES (?, ?, ?)", keys)
    documents = [(n, fragments(*told)) for n, _, *told in people]
    tx.exec_driver_sql("INSERT INTO customer_tri (rowid, doc) VALUES (?, ?)", documents)


def remove(tx: Tx, n: int, name: str, phone: str, email: str, loyalty: str) -> None:
    """Undo `add`, with the values it was called with."""
    keys = [(key, extra, n) for key, extra in customer_keys(name, phone, email, loyalty)]
    if keys:
        tx.exec_driver_sql("DELETE FROM customer_key WHERE k = ? AND x = ? AND n = ?", keys)
    tx.exec_driver_sql("DELETE FROM customer_tri WHERE rowid = ?", (n,))


def tune(tx: Tx) -> None:
    """Count the trigrams anew once there are twice as many people as at the last counting."""
    last = tx.exec_driver_sql("SELECT max(n) FROM customer").scalar() or 0
    counted = tx.exec_driver_sql("SELECT n FROM customer_tri_df WHERE term = ?", (_TUNED,)).scalar() or FREQUENT
    if last < 2 * counted:
        return
    tx.exec_driver_sql("DELETE FROM customer_tri_df")
    tx.exec_driver_sql(
        "INSERT INTO customer_tri_df (term, n) SELECT term, doc FROM customer_tri_vocab WHERE doc >= ?", (FREQUENT,)
    )
    tx.exec_driver_sql("INSERT INTO customer_tri_df (term, n) VALUES (?, ?)", (_TUNED, last))


def by_prefix(tx: Tx, prefix: str, end: str, limit: int) -> Iterator[int]:
    """Row numbers of keys from `prefix` up to `end`."""
    sql = "SELECT n FROM customer_key WHERE k >= ? AND k < ? LIMIT ?"
    return (row[0] for row in tx.exec_driver_sql(sql, (prefix, end, limit)))


def by_key(tx: Tx, key: str, extra: str, end: str, limit: int) -> Iterator[int]:
    """Row numbers of one key whose extra lies from `extra` up to `end`."""
    sql = "SELECT n FROM customer_key WHERE k = ? AND x >= ? AND x < ? LIMIT ?"
    return (row[0] for row in tx.exec_driver_sql(sql, (key, extra, end, limit)))


def keys_between(tx: Tx, begin: str, end: str, limit: int) -> Iterator[tuple[str, str, int]]:
    """Key, extra and row number from `begin` up to `end`."""
    sql = "SELECT k, x, n FROM customer_key WHERE k >= ? AND k < ? LIMIT ?"
    return ((row[0], row[1], row[2]) for row in tx.exec_driver_sql(sql, (begin, end, limit)))


def documents_by_prefix(tx: Tx, prefix: str, end: str, limit: int) -> Iterator[tuple[int, str]]:
    """Row number and document of keys from `prefix` up to `end`."""
    sql = (
        "SELECT k.n, c.doc FROM (SELECT n FROM customer_key WHERE k >= ? AND k < ? LIMIT ?) k "
        "CROSS JOIN customer c ON c.n = k.n"
    )
    return ((row[0], row[1]) for row in tx.exec_driver_sql(sql, (prefix, end, limit)))


def documents_by_infix(tx: Tx, needles: list[str], limit: int) -> Iterator[tuple[int, str]]:
    """Row number and document of those who have the rarest trigrams of the needles; to be verified."""
    sql = (
        "SELECT f.rowid, c.doc FROM (SELECT rowid FROM customer_tri WHERE customer_tri MATCH ? LIMIT ?) f "
        "CROSS JOIN customer c ON c.n = f.rowid"
    )
    return ((row[0], row[1]) for row in tx.exec_driver_sql(sql, (_match(tx, needles), limit)))


def _match(tx: Tx, needles: list[str], most: int = 3) -> str:
    grams = list(dict.fromkeys(gram for needle in needles for gram in trigrams(needle)))
    places = ",".join("?" * len(grams))
    sql = f"SELECT term, n FROM customer_tri_df WHERE term IN ({places})"
    counted: dict[str, int] = {term: n for term, n in tx.exec_driver_sql(sql, tuple(grams))}
    rarest = sorted(grams, key=lambda gram: counted.get(gram, 0))[:most]
    return " AND ".join('"' + gram.replace('"', '""') + '"' for gram in rarest)
