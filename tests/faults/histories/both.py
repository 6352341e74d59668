"""Each deed once with a real tablet and once with the model; in the end central, the screens and the model agree."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec

from clienteling.contract.ids import cart_of, new_id
from clienteling.contract.v1 import cart as v1
from clienteling.contract.v1.sync import Operation
from clienteling.desktop.app import WORDS
from clienteling.desktop.cart import actions as carts
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.notes import actions as notes
from clienteling.desktop.notes.domain import Reader
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.sync import actions as sync
from clienteling.desktop.sync import outbox
from tests.faults.histories import screen
from tests.faults.histories.device import KEPT
from tests.faults.histories.direct import Desk, Town
from tests.faults.histories.model import Model, Note
from tests.faults.histories.shop import PRICES

PEOPLE = ("minseo", "jose")
FIELDS = ("name", "phone")
PATHS = ("/v1/sync/push", "/v1/sync/scopes")
LAID = "SELECT id, quantity FROM cart_line WHERE cart = ? AND quantity > 0 ORDER BY id"
BLOCKED = "SELECT op FROM outbox WHERE state IN ('conflict', 'rejected') ORDER BY n"
UNTOLD = "SELECT body FROM outbox WHERE state IN ('pending', 'sent', 'conflict', 'rejected')"


class Both:
    """A story in the making."""

    def __init__(self, town: Town) -> None:
        self.town, self.model, self._count = town, Model(), 0

    def _desk(self, n: int) -> Desk:
        return self.town.desks[n]

    def _next(self) -> str:
        self._count += 1
        return f"v{self._count:04}"

    # carts and orders

    def add(self, n: int, person: str, variant: str, count: int) -> None:
        """Something goes into her cart."""
        if self._desk(n).do(carts.add, self._whose(n, person), variant, count):
            self.model.move(person, variant, count)

    def change(self, n: int, person: str, which: int, count: int) -> None:
        """More or fewer of what is seen in it; all of it when `count` is 0."""
        if laid := self._desk(n).look(LAID, cart_of(person)):
            line, there = laid[which % len(laid)]
            if count == 0:
                self._desk(n).do(carts.remove, self._whose(n, person), line)
            else:
                self._desk(n).do(carts.change, self._whose(n, person), line, count)
            self.model.move(person, line, max(count, -there) if count else -there)

    def order(self, n: int, person: str) -> None:
        """All that is seen in her cart is ordered, and where nothing is, something new."""
        desk, draft = self._desk(n), new_id()
        if not desk.look(LAID, cart_of(person)):
            self.add(n, person, "mug", 1)
        laid = dict(desk.look(LAID, cart_of(person)))
        book = desk.do(customers.addresses, person)
        if desk.do(orders.place, draft, self._whose(n, person), "till", book[0], desk.code):
            self.model.order(draft, n, person, laid)

    def web(self, person: str, variant: str, count: int) -> None:
        """Something is put into her cart on the web."""
        args = v1.LineAdded(variant, count, PRICES[variant], "GBP", "", person)
        told = Operation(new_id(), "cart.line_added", cart_of(person), msgspec.to_builtins(args))
        assert self.town.web(told) == 200
        self.model.move(person, variant, count)

    def _whose(self, n: int, person: str) -> Any:
        return carts.whose(person, self._desk(n).store, self._desk(n).staff)

    # notes and people

    def write(self, n: int, person: str) -> None:
        """A note about her."""
        if id := self._desk(n).do(notes.write, self._by(n), person, text := self._next(), False):
            self.model.notes[id] = Note([text])

    def edit(self, n: int, which: int) -> None:
        """A note that is seen gets other words."""
        if id := self._note(n, which):
            self._desk(n).do(notes.edit, self._by(n), id, text := self._next())
            self.model.notes[id].wordings.append(text)

    def delete(self, n: int, which: int) -> None:
        """A note that is seen is deleted."""
        if id := self._note(n, which):
            self._desk(n).do(notes.delete, self._by(n), id)
            self.model.notes[id].deleted = True

    def patch(self, n: int, person: str, fields: frozenset[str]) -> None:
        """Fields of hers are written over what is seen in them."""
        names = sorted(fields)
        seen = self._desk(n).look("SELECT name, phone FROM customer WHERE id = ?", person)[0]
        values = {name: self._next() for name in names}
        self._desk(n).do(customers.patch, person, self._desk(n).staff, **values)
        for name, value in values.items():
            self.model.write(value, seen[FIELDS.index(name)])

    def _by(self, n: int) -> Reader:
        return Reader(self._desk(n).staff, "associate", self._desk(n).store)

    def _note(self, n: int, which: int) -> str:
        rows = self._desk(n).look("SELECT id FROM note ORDER BY id")
        return rows[which % len(rows)][0] if rows else ""

    # trouble

    def resolve(self, n: int, which: int, mine: frozenset[str]) -> None:
        """Somebody decides about a fact that needs her: these fields as written here, the others as central says."""
        desk = self._desk(n)
        if ops := desk.look(BLOCKED):
            [op] = ops[which % len(ops)]
            item = desk.do(outbox.blocked, op)
            self._note_choice(item, mine)
            desk.do(sync.decide, KEPT, WORDS, op, mine) if item.state == "conflict" else desk.do(sync.let_go, KEPT, op)

    def _note_choice(self, item: Any, mine: frozenset[str]) -> None:
        values, theirs = item.operation.args.get("set", {}), item.answer.theirs
        for name, value in values.items():
            if name in mine and name in theirs:
                self.model.write(value, theirs[name])
            elif name in theirs or item.state == "rejected":
                self.model.let_go.add(value)

    def cut(self, n: int, cut: bool) -> None:
        """The network is gone, or back."""
        self._desk(n).way.cut = cut

    def lose(self, n: int, path: str) -> None:
        """The next answer to this will be lost."""
        self._desk(n).way.lose = path

    def sync(self, n: int, fuse: int = 0) -> None:
        """A tablet meets central; its power may fail meanwhile."""
        self._meet(self._desk(n), fuse, tell=True)

    def hear(self, n: int) -> None:
        """Central's word comes before this tablet has told its own: something was done in the midst of a round."""
        self._meet(self._desk(n), 0, tell=False)

    def _meet(self, desk: Desk, fuse: int, tell: bool) -> None:
        if not desk.way.cut:
            desk.db.fuse = fuse
            complete = desk.sync(tell)
            desk.db.fuse = 0
            self.model.meet(desk.number, {row["id"] for row in self.town.rows("SELECT id FROM orders")}, complete)
        self.unacked_steps_stand(desk)

    def unacked_steps_stand(self, desk: Desk) -> None:
        """B11: whatever central said, what this tablet did and central has not acknowledged is what it shows."""
        assert not (flaws := desk.do(screen.flaws, desk.name)), flaws

    # the end

    def heal(self) -> None:
        """The network is back everywhere, everything is told and heard; then model, central and screens are alike."""
        for n in (0, 1, 0, 1):
            self._desk(n).way.cut, self._desk(n).way.lose = False, ""
            self.sync(n)
        seen = {text for desk in self.town.desks for text in _texts(desk)}
        self._check_fields(seen)
        self._check_notes(seen)
        for n, desk in enumerate(self.town.desks):
            while desk.look(BLOCKED):
                self.resolve(n, 0, frozenset())
                self.sync(n)
        for n in (0, 1):
            self.sync(n)
        self._check_carts()
        self._check_orders()
        for desk in self.town.desks:
            self._check_screen(desk)

    def _check_fields(self, seen: set[str]) -> None:
        standing = {value for row in self.town.rows("SELECT name, phone FROM customer") for value in row}
        assert not (lost := self.model.lost(standing, seen)), f"lost without a word: {lost}"

    def _check_notes(self, seen: set[str]) -> None:
        there = {row["id"]: row["deleted"] for row in self.town.rows("SELECT id, deleted FROM note")}
        kept = {row["text"] for row in self.town.rows("SELECT text FROM note_version")}
        assert there.keys() == self.model.notes.keys()
        for id, note in self.model.notes.items():
            assert there[id] or not note.deleted, f"note {id} was deleted and is there"
            lost = set(note.wordings) - kept - seen - self.model.let_go
            assert note.deleted or not lost, f"wordings of {id} are lost: {lost}"

    def _check_carts(self) -> None:
        names = {cart_of(person): person for person in PEOPLE}
        rows = self.town.rows("SELECT cart, id, quantity FROM cart_line")
        kept = Counter({(names[row["cart"]], row["id"]): row["quantity"] for row in rows})
        assert kept == self.model.carts, "the carts are not the sums of what was done"

    def _check_orders(self) -> None:
        lines: dict[str, dict[str, int]] = {row["id"]: {} for row in self.town.rows("SELECT id FROM orders")}
        for row in self.town.rows("SELECT * FROM order_line"):
            assert row["variant"] not in lines[row["order"]], "a line is doubled"
            lines[row["order"]][row["variant"]] = row["quantity"]
        assert lines == {id: one.lines for id, one in self.model.orders.items()}
        for row in self.town.rows("SELECT id, number, problem, state FROM orders"):
            wanted = self.model.twice(row["id"])
            assert wanted in (None, row["problem"] == "twice"), f"{row['number']} twice: {wanted}, {row['problem']!r}"
            assert not wanted or row["state"] == "attention"
        numbers = Counter(row["number"][:2] for row in self.town.rows("SELECT number FROM orders"))
        last = {row["number"][:2]: int(row["number"][-6:]) for row in self.town.rows(_LAST)}
        assert numbers == last, "a receipt number is missing or there twice"

    def _check_screen(self, desk: Desk) -> None:
        assert not desk.look(UNTOLD), "something was not told"
        self.unacked_steps_stand(desk)
        for kind in ("customer", "cart", "order", "note"):
            base = dict(desk.look("SELECT id, data FROM base WHERE kind = ?", kind))
            assert base == self.town.records(kind, list(base)), f"{desk.name} is not what central says of {kind}"


def _texts(desk: Desk) -> set[str]:
    """The words in whatever is not told yet, or was refused: a person sees them in the sync centre."""
    facts = [msgspec.msgpack.decode(body, type=Operation).args for (body,) in desk.look(UNTOLD)]
    return {str(text) for args in facts for text in (*args.get("set", {}).values(), args.get("text", ""))}


_LAST = "SELECT max(number) AS number FROM orders GROUP BY device"
