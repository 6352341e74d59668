"""Where a line is picked up, by Python and by hand."""

from tests.desktop.cart.test_viewmodel import filled, rows
from tests.helpers import damage, shop


def test_pick_up_chooses_the_store_with_the_most(cart, qtbot):
    filled(cart, qtbot, shop.SCARF)
    cart.setWay(shop.SCARF, 2)
    qtbot.waitUntil(lambda: rows(cart)[0]["way"] == 2)
    assert rows(cart)[0]["place"] == "Hongdae"
    assert [row[1:] for row in cart.pickup.stores.rows] == [("Hongdae", 3, False), ("Gangnam", 0, False)]
    cart.pickup.pickUpAt(shop.HERE)
    qtbot.waitUntil(lambda: rows(cart)[0]["place"] == "Gangnam")


def test_stores_that_could_not_be_read_are_read_again(cart, db, show, qtbot):
    page = show("clienteling.desktop.cart", "CartPage", model=cart)
    filled(cart, qtbot, shop.COAT)
    line = rows(cart)[0]["line"]
    cart.setWay(line, 2)
    page.wait("pickup-" + line)
    with damage.unreadable(db):
        page.click("pickup-" + line)
        qtbot.waitUntil(lambda: cart.pickup.state == "error")
    damage.try_again(page, qtbot)
    page.wait("store-" + shop.HERE)
