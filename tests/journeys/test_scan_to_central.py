"""From a tile and a PIN over a photograph of a barcode to an order in central's database."""

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt, QUrl

from clienteling.contract.ids import cart_of
from clienteling.demo.halves import running
from tests.helpers.screen import until
from tests.helpers.shop_folder import GANGNAM, MINSEO, made, variant
from tests.helpers.tablet import Tablet
from tests.helpers.town import copied

COAT = variant(1)


def test_the_whole_way_works(town, tablets, root):
    tablet = tablets().synced().sign_in()
    _find_her(tablet)
    _scan(tablet, root / "resources/sample/scans/wool-double-coat.jpg")
    _send(tablet)
    tablet.synced()
    _arrived(town)
    assert tablet.problems == []


def test_the_same_over_a_socket(small_shop, tmp_path, run, fonts, root):
    shop = copied(small_shop, tmp_path / "central")
    with running(shop) as url:
        tablet = Tablet(tmp_path / "tablet", url, shop.tablets[0], None, run)
        tablet.synced().sign_in().open_customer(MINSEO)
        _scan(tablet, root / "resources/sample/scans/wool-double-coat.jpg")
        _send(tablet)
        tablet.synced()
        tablet.close()
    with closing(sqlite3.connect(Path(shop.home) / "central.sqlite")) as central:
        told = central.execute("SELECT customer, total FROM orders WHERE device IS NOT NULL").fetchall()
    assert told == [(MINSEO, 389_000)]


def _find_her(tablet):
    tablet.screen.click("search")
    tablet.screen.type("ㄱㅁㅅ")
    tablet.screen.wait_for("김민서")
    tablet.screen.click("client-0")
    until(lambda: tablet.app.clientbook.customer in {MINSEO, made(4, 2)} and tablet.app.clientbook.state == "rows")
    if tablet.app.clientbook.customer != MINSEO:
        tablet.open_customer(MINSEO)
    assert tablet.screen.wait("name").property("text") == "김민서"


def _scan(tablet, picture):
    tablet.screen.click("scan")
    tablet.screen.wait("choosePicture")
    tablet.app.scanning.openPicture(QUrl.fromLocalFile(str(picture)))
    until(lambda: tablet.app.cart.pieces == 1, why="to lie in the cart")
    tablet.screen.key(Qt.Key.Key_Escape)
    tablet.screen.wait_for("울 더블 코트")
    until(lambda: not tablet.screen.has("choosePicture"), why="to close the scanner")


def _send(tablet):
    tablet.screen.click("checkout")
    tablet.screen.click("send")
    until(lambda: tablet.app.cart.checkout.receipt != "", why="to be sent")
    assert tablet.screen.wait("receipt").property("text") == tablet.app.cart.checkout.receipt


def _arrived(town):
    [[order, number, state, total]] = town.rows(
        "SELECT id, number, state, total FROM orders WHERE customer = ? AND device IS NOT NULL", MINSEO
    )
    assert number.endswith("-000001") and total == 389_000 and state not in {"queued", "attention"}
    assert town.rows('SELECT variant, quantity, price FROM order_line WHERE "order" = ?', order) == [(COAT, 1, 389_000)]
    assert town.one("SELECT quantity FROM stock WHERE location = ? AND variant = ?", GANGNAM, COAT) == 2
    assert town.one("SELECT sum(quantity) FROM cart_line WHERE cart = ?", cart_of(MINSEO)) == 0
    assert town.one('SELECT count(*) FROM event WHERE customer = ? AND "order" = ?', MINSEO, order) == 1
