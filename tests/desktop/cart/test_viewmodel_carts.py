"""The open carts of the store, by Python and by hand."""

from tests.desktop.cart.test_viewmodel import filled
from tests.helpers import damage, shop


def test_several_carts_are_switched_and_set_aside(cart, qtbot):
    filled(cart, qtbot, shop.COAT)
    hers = cart.cart
    cart.open("")
    qtbot.waitUntil(lambda: cart.customer == "" and cart.state == "empty")
    filled(cart, qtbot, shop.SCARF)
    assert cart.carts.count == 2
    cart.carts.park("Fitting room 2")
    qtbot.waitUntil(lambda: any(row[5] for row in cart.carts.rows.rows))
    cart.carts.open(hers)
    qtbot.waitUntil(lambda: cart.title == "Shopping for 김민서" and cart.pieces == 1)


def test_open_carts_that_could_not_be_read_are_read_again(cart, db, show, qtbot):
    page = show("clienteling.desktop.cart", "CartPage", model=cart, size=(800, 1280))
    filled(cart, qtbot, shop.COAT)
    page.click("switch")
    page.wait(f"cart-{cart.cart}")
    with damage.unreadable(db):
        cart.reload()
        qtbot.waitUntil(lambda: cart.state == "error")
    assert not page.has(f"cart-{cart.cart}")
    cart.retry()
    page.wait(f"cart-{cart.cart}")
