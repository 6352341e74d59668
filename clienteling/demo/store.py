"""What central's database says of the tour's customer: the witness that asks no API."""

import sqlite3
from contextlib import closing

from clienteling.demo.halves import Shop

LINES_LEFT = "SELECT count(*) FROM cart_line WHERE cart = ? AND quantity > 0"
NOTES = "SELECT count(*) FROM note WHERE customer = ?"
ORDERS = "SELECT count(*) FROM orders WHERE id = ?"

IN_STOCK = """SELECT v.gtin FROM variant v JOIN stock s ON s.variant = v.id
    WHERE v.gtin IS NOT NULL AND v.id NOT IN (SELECT variant FROM cart_line WHERE cart = ? AND quantity > 0)
    ORDER BY s.quantity DESC, v.id LIMIT 1"""
NAME = "SELECT name FROM customer WHERE id = ?"

ANOTHER = """SELECT s.id FROM customer her JOIN customer c ON c.store = her.store AND c.id <> her.id
    JOIN suggestions s ON s.id = c.id WHERE her.id = ? ORDER BY json_array_length(s.items) DESC, s.id LIMIT 1"""
"""Who else of her store is suggested something."""


def count(shop: Shop, question: str, id: str) -> int:
    """How many rows answer one of the questions above."""
    return int(_answer(shop, question, id))


def text(shop: Shop, question: str, id: str) -> str:
    """The words that answer one of the questions above."""
    return str(_answer(shop, question, id))


def _answer(shop: Shop, question: str, id: str) -> int | str:
    path = shop.database.removeprefix("sqlite+aiosqlite:///")
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute(question, (id,)).fetchone()[0]  # type: ignore[no-any-return]
