"""A4: the commit of an order raises under the app's own checkout; what the screen says is so, and one order is one."""

import random
import sys
from collections import Counter
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from clienteling.desktop.cart.viewmodel import CartViewModel
from clienteling.desktop.migrations.upgrade import upgrade
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.runtime import db as runtime_db
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.faults import Deaf, fault_of
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.loop import Loop
from clienteling.desktop.runtime.problems import Problems
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.signin.domain import Person
from clienteling.desktop.signin.viewmodel import Session
from clienteling.desktop.sync.connection import Connection
from tests.faults import many
from tests.faults.tills import child, judge, till
from tests.helpers import shop
from tests.helpers.screen import until

MAYBE = "Whether this order was kept is not known yet. Send it again: it stays one order."
SYNCS = 24
"""An order with its cart makes fewer syncs than this, one try included."""
TAPS = 10


def point(folder: Path, seed: str, number: int, flaw: bool = False) -> Counter[str]:
    """An order by ten taps over a disk that fails; then a new start, and what is still in the cart is sent again."""
    if not (folder / "ground").exists():
        till.ground(folder)
    chance = random.Random(f"checkout:{seed}:{number}")
    file = till.copied(folder / "ground", folder / "run")
    traced = child.inject("fsync,fdatasync", "error=EIO", chance.randint(4, SYNCS), chance.random() < 0.5)
    first = child.run(lambda pipe: _checkout(file, till.aloud(pipe), flaw), traced)
    after = judge.judge(file, first.said)
    again = child.run(lambda pipe: _checkout(file, till.aloud(pipe)))
    whole = judge.judge(file, first.said + again.said)
    said = Counter(words[0] for words in first.said)
    found = Counter({f"screen said {word}": said[word] for word in ("told", "unknown", "denied")})
    found["!wrong message"] = int(bool(said["denied"]) and bool(after.there) and not said["told"])
    found["!not one order"] = int(len(whole.there) != 1)
    found["!crashed"] = int(first.code != 0) + int(again.code != 0)
    return found + after.faults() + whole.faults()


def _checkout(file: Path, tell: till.Tell, flaw: bool = False) -> None:
    """Put a coat into her cart if nothing was sold yet, tap ten times, and say what the screen says."""
    if flaw:
        runtime_db.fault_of = lambda name, _committing: fault_of(name, False)
    application = QCoreApplication([])
    loop = Loop(application, already_running=True)
    problems, db = Problems(), Db(file, till.KEY)
    upgrade(db.engine)
    heard: list[str] = []
    problems.raised.connect(lambda problem: heard.append(str(problem)))
    cart = _cart(db, Tasks(problems))
    cart.open(shop.MINSEO)
    _settled(cart, heard)
    if cart.state == "empty" and not _sold(db):
        cart.add(shop.COAT)
        _settled(cart, heard, 1)
    heard.clear()
    for _ in range(TAPS):
        cart.send()
    until(lambda: not cart.checkout.busy)
    _say(cart, heard, tell)
    db.close()
    loop.stop()


def _cart(db: Db, tasks: Tasks) -> CartViewModel:
    session = Session()
    session.settle({"id": "d", "store": shop.HERE, "tenant": "t", "name": "Tablet 1", "code": till.CODE}, "강남", "KRW")
    session.begin(Person(till.STAFF, "이서준", "associate", shop.HERE, ""))
    return CartViewModel(db, tasks, session, Language("en"), Connection(), orders.place)


def _settled(cart: CartViewModel, heard: list[str], pieces: int = 0) -> None:
    until(lambda: heard or (cart.state in ("rows", "empty", "error") and cart.pieces >= pieces))


def _sold(db: Db) -> int:
    with db.engine.begin() as tx:
        return tx.exec_driver_sql("SELECT count(*) FROM orders").scalar()


def _say(cart: CartViewModel, heard: list[str], tell: till.Tell) -> None:
    if cart.checkout.receipt:
        tell("told", cart.checkout.order, cart.checkout.receipt)
    elif MAYBE in heard:
        tell("unknown")
    elif str(Deaf()) in heard:
        tell("denied")


if __name__ == "__main__":
    sys.exit(many.main("checkout", point, points=60, flaws={"failed": partial(point, flaw=True)}))
