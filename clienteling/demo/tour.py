"""The guided tour: one afternoon on the shop floor, done for real through the window and checked at central."""

import asyncio
import csv
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtQuick import QQuickWindow

from clienteling.contract.ids import cart_of
from clienteling.demo import at_home, store
from clienteling.demo.halves import Process, Shop
from clienteling.demo.hands import Hands, Missed
from clienteling.desktop.app import App

TAKE_NOW = 0


@dataclass(frozen=True)
class Plan:
    """What the tour of a shop does: who signs in, whom to find by which words, which photographs to scan."""

    staff: str
    pin: str
    find: str
    customer: str
    photographs: list[Path]


def plan(folder: Path) -> Plan:
    """The tour of a shop folder: its tour.toml, its first associate, and the photographs under scans/; else Missed."""
    if not (folder / "tour.toml").exists():
        raise Missed(f'{folder / "tour.toml"} is not there; it says whom to find: find = "words", customer = "id"')
    words = tomllib.loads((folder / "tour.toml").read_text(encoding="utf-8"))
    with (folder / "staff.csv").open(encoding="utf-8") as file:
        person = next(row for row in csv.DictReader(file) if row["role"] == "associate")
    photographs = sorted((folder / "scans").glob("*.jpg"))
    return Plan(person["name"], person["pin"], words["find"], words["customer"], photographs)


class Tour:
    """Each step does one thing through the window and looks whether it really happened."""

    def __init__(
        self, app: App, window: QQuickWindow, central: Process, shop: Shop, plan: Plan, shots: Path | None
    ) -> None:
        self.app, self.central, self.shop, self.plan = app, central, shop, plan
        self.hands = Hands(window, shots)
        self.orders: list[str] = []
        app.cart.sent.connect(lambda order, _number: self.orders.append(order))

    async def run(self, say: Callable[[str], None]) -> None:
        """Every step in turn, a line and a picture each; raises Missed at the first that fails."""
        steps = [
            (self.load, "The tablet loads its store from central"),
            (self.sign_in, "Sign in with a tile and a PIN"),
            (self.find, "Find the customer by what was typed"),
            (self.open, "Open her page: history, suggestions, cart"),
            (self.compare, "Compare what is suggested to her and to another client"),
            (self.scan, "Scan the products from photographs into her cart"),
            (self.meet, "She puts something into the same cart at home, in the web shop"),
            (self.order, "Order what this store does not have"),
            (self.cut, "Cut the network"),
            (self.work_offline, "Write a note and send another order without a network"),
            (self.restore, "Restore the network and see everything arrive"),
        ]
        for number, (step, title) in enumerate(steps, 1):
            proof = await step()
            await self.hands.shot(step.__name__.replace("_", "-"))
            say(f"{number}. {title}: {proof}")

    async def load(self) -> str:
        await self.hands.until("central", lambda: self.app.ground.connection.state == "online", 180)
        await self.hands.until("the people", lambda: self.app.sync.clients > 0)
        return f"{self.app.sync.clients} clients, {self.app.sync.products} products"

    async def sign_in(self) -> str:
        await self.hands.tap(f"staff-{self.plan.staff}")
        for digit in self.plan.pin:
            await self.hands.tap(f"key-{digit}")
        await self.hands.until("the sign-in", lambda: self.app.ground.session.signedIn)
        return self.app.ground.session.staff_name

    async def find(self) -> str:
        await self.hands.tap("rail-clients")
        await self.hands.write("search", self.plan.find)
        await self.hands.until("a hit", lambda: self._place_of_hit() >= 0)
        return f"{self.plan.find} finds her among {self.app.customers.found.hits.count}"

    async def open(self) -> str:
        await self.hands.tap(f"client-{self._place_of_hit()}")
        await self.hands.until("her page", lambda: self.app.navigator.page == "customer")
        await self.hands.until("her history", lambda: self.app.clientbook.history.count > 0)
        return f"{self.app.clientbook.history.count} entries of her history on the first page"

    async def compare(self) -> str:
        hers = await self._suggested(self.plan.customer)
        another = await self._suggested(store.text(self.shop, store.ANOTHER, self.plan.customer))
        if not hers or set(hers) == set(another):
            raise Missed("both are suggested the same")
        await self._suggested(self.plan.customer)
        first, other = next(iter(hers.items())), next(iter(another.items()))
        return f"{first[0]} ({first[1]}) for her, {other[0]} ({other[1]}) for the other"

    async def scan(self) -> str:
        read: list[str] = []
        self.app.scanning.scanned.connect(lambda scan: read.append(scan.gtin14 or scan.text))
        for photograph in self.plan.photographs:
            before = self.app.cart.pieces
            self.app.scanning.openPicture(QUrl.fromLocalFile(str(photograph)))
            await self.hands.until(
                f"{photograph.name} in the cart", lambda before=before: self.app.cart.pieces > before
            )
        return ", ".join(read)

    async def meet(self) -> str:
        pieces = self.app.cart.pieces
        code = await at_home.fill(self.shop, self.central.url, self.plan.customer)
        await self.hands.until(f"{code} in the cart", lambda: self.app.cart.pieces == pieces + 1)
        if not self.app.cart.online:
            raise Missed("the tablet does not say that it comes from online")
        return f"{code} arrived by itself beside the {pieces} that were scanned"

    async def order(self) -> str:
        lines = self.app.cart.lines
        way = lines.roles.index("way")
        elsewhere = sum(row[way] != TAKE_NOW for row in lines.rows)
        if not elsewhere:
            raise Missed("no line of the cart comes from elsewhere")
        return f"{await self._send()} with {elsewhere} lines from elsewhere"

    async def cut(self) -> str:
        await asyncio.to_thread(self.central.stop)
        await self.hands.until("the app to notice", lambda: self.app.ground.connection.state == "offline")
        return self.app.sync.chip

    async def work_offline(self) -> str:
        self.app.navigator.open("customer", self.plan.customer)
        await self.hands.tap("note")
        await self.hands.tap("addNote")
        await self.hands.write("noteText", "따뜻한 색을 좋아하세요. Prefers warm colours.")
        await self.hands.tap("saveNote")
        await self.hands.until("the note", lambda: self.app.notes.hers.count > 0)
        self.app.scanning.openPicture(QUrl.fromLocalFile(str(self.plan.photographs[0])))
        await self.hands.until("the line", lambda: self.app.cart.pieces > 0)
        number = await self._send()
        if store.count(self.shop, store.ORDERS, self.orders[-1]):
            raise Missed("the order reached central although the network was cut")
        return f"order {number} kept; {self.app.sync.chip}"

    async def restore(self) -> str:
        await asyncio.to_thread(self.central.start)
        await self.hands.until("the queue to drain", lambda: self.app.sync.waiting == 0, 120)
        await self.hands.until("the connection", lambda: self.app.ground.connection.state == "online")
        self.app.navigator.open("sync")
        found = [store.count(self.shop, store.ORDERS, order) for order in self.orders]
        notes = store.count(self.shop, store.NOTES, self.plan.customer)
        left = store.count(self.shop, store.LINES_LEFT, cart_of(self.plan.customer))
        if found != [1] * len(self.orders) or len(self.orders) != 2 or notes != 1 or left:
            raise Missed(f"central has orders {found}, notes {notes}, lines left in her cart {left}")
        return f"central has each of {len(found)} orders once, {notes} note, and her cart is empty"

    async def _suggested(self, customer: str) -> dict[str, str]:
        """The names of what is suggested to somebody whose page is opened, each with its reason."""
        cards = self.app.suggestions
        self.app.navigator.open("customer", customer)
        await self.hands.until("what is suggested", lambda: cards.customer == customer and cards.state == "rows")
        name, why = (cards.cards.roles.index(role) for role in ("name", "why"))
        return {row[name]: row[why] for row in cards.cards.rows}

    async def _send(self) -> str:
        sent = len(self.orders)
        self.app.navigator.go("cart")
        await self.hands.tap("send")
        await self.hands.until("the receipt", lambda: len(self.orders) > sent)
        await self.hands.find("receipt")
        number = str(self.app.cart.checkout.receipt)
        await self.hands.shot(f"receipt-{number}")
        await self.hands.tap("done")
        return number

    def _place_of_hit(self) -> int:
        return next(
            (place for place, row in enumerate(self.app.customers.found.hits.rows) if row[0] == self.plan.customer), -1
        )
