"""What is true of the people of a shop, read from central's tables by hand; knows no rule of what is suggested."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

Item = dict[str, Any]
_LINES = """SELECT o.customer, o.id, o.placed_at, v.product, o.store FROM order_line l JOIN orders o ON o.id = l."order"
    JOIN variant v ON v.id = l.variant WHERE l.quantity > 0 AND o.state <> 'cancelled'"""
_HOMES = "SELECT c.id, s.id, s.name_ko FROM customer c JOIN store s ON s.id = c.store"
_WISHES = "SELECT i.customer, v.product, i.what, i.at FROM interest i JOIN variant v ON v.id = i.variant"
_NEWS = """SELECT a.product, a.since, v.category, w.size FROM arrival a JOIN product v ON v.id = a.product
    JOIN variant w ON w.product = a.product JOIN stock s ON s.variant = w.id WHERE s.quantity > 0"""
_WORN = """SELECT o.customer, p.category, v.size, o.id FROM order_line l JOIN orders o ON o.id = l."order"
    JOIN variant v ON v.id = l.variant JOIN product p ON p.id = v.product
    WHERE l.quantity > 0 AND o.state <> 'cancelled' AND v.size <> '' """
_CARTS = """SELECT c.customer, v.product FROM cart c JOIN cart_line l ON l.cart = c.id
    JOIN variant v ON v.id = l.variant WHERE l.quantity > 0"""


class Facts:
    """`hers` has by person and product on which days and in which orders she bought it.

    `orders` and `buyers` have by product where it was and who bought it; `latest` is the day of the last order.
    """

    def __init__(self, database: Path) -> None:
        self.hers: dict[str, dict[str, set[tuple[date, str]]]] = defaultdict(lambda: defaultdict(set))
        self.orders: dict[str, set[str]] = defaultdict(set)
        self.buyers: dict[str, set[str]] = defaultdict(set)
        self.sold: dict[tuple[str, str], set[tuple[date, str]]] = defaultdict(set)
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as asked:
            for customer, order, at, product, store in asked.execute(_LINES):
                self.orders[product].add(order)
                self.buyers[product].add(customer)
                self.hers[customer][product].add((date.fromisoformat(at[:10]), order))
                self.sold[store, product].add((date.fromisoformat(at[:10]), order))
            self.latest = max(day for sold in self.sold.values() for day, _ in sold)
            self.homes = {id: told for id, *told in asked.execute(_HOMES)}
            self.wishes = {(who, product, what, at[:10]) for who, product, what, at in asked.execute(_WISHES)}
            self.carts = set(asked.execute(_CARTS))
            self.news = {(product, size): (since, category) for product, since, category, size in asked.execute(_NEWS)}
            self.worn: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
            for customer, category, size, order in asked.execute(_WORN):
                self.worn[customer, category].add((size, order))
            rows = asked.execute("SELECT id, items FROM suggestions")
            self.lists: dict[str, list[Item]] = {id: json.loads(items) for id, items in rows}

    def is_true(self, customer: str, item: Item) -> bool:
        """Whether the reason of a suggestion follows from what she bought or wants, and from the baskets of all."""
        mine, values = self.hers[customer], item["values"]
        days = sorted({day for day, _ in mine.get(item["product"], ())})
        if item["reason"] == "together":
            times = len(self.orders[item["product"]] & self.orders[values["product"]])
            return not days and bool(mine.get(values["product"])) and times >= 2
        if item["reason"] == "people":
            people = len(self.buyers[item["product"]] & self.buyers[values["product"]])
            return not days and bool(mine.get(values["product"])) and people == values["people"] >= 3
        if item["reason"] == "cart":
            return (customer, item["product"]) in self.carts
        if item["reason"] in ("saved", "viewed"):
            return (customer, item["product"], item["reason"], values["last"]) in self.wishes
        if item["reason"] == "popular":
            store, name = self.homes[customer]
            lately = self.latest - timedelta(days=28)
            times = sum(day > lately for day, _ in self.sold[store, item["product"]])
            return bool(times == values["times"] >= 3 and values["name_ko"] == name)
        if item["reason"] == "new":
            return not days and self._is_new(customer, item["product"], values)
        if str(days[-1]) != values["last"]:
            return False
        if item["reason"] == "again":
            return bool(values["times"] == len(mine[item["product"]]) >= 2)
        gap = median((later - earlier).days for earlier, later in pairwise(days))
        return bool(item["reason"] == "due" and values["weeks"] == max(1, round(gap / 7)))

    def _is_new(self, customer: str, product: str, values: dict[str, Any]) -> bool:
        """Whether it came lately, lies somewhere in that size, and she took that size most in so many baskets."""
        since, category = self.news.get((product, values["size"]), ("", ""))
        worn = self.worn[customer, category]
        taken = Counter(size for size, _ in worn)
        is_late = bool(since) and self.latest - date.fromisoformat(since) <= timedelta(days=45)
        is_hers = taken[values["size"]] == max(taken.values(), default=0) > 0
        return (
            is_late
            and is_hers
            and since == values["since"]
            and len({order for _, order in worn}) == values["times"] >= 2
        )
