"""A piece that bears its own price or weight, on the screen."""

import msgspec

from clienteling.desktop.cart.viewmodel_rows import ROLES
from tests.helpers import shop


def test_a_piece_that_bears_its_price_cannot_be_two(cart, db, run, scan, qtbot):
    run(db.run(shop.tell_salt))
    cart.scanned(msgspec.structs.replace(scan(shop.SALT_LABEL), gtin14=shop.SALT_CODE, measure=shop.HALF[0]))
    cart.scanned(scan(shop.COAT_CODE))
    qtbot.waitUntil(lambda: cart.pieces == 2)
    shown = [dict(zip(ROLES, row, strict=True)) for row in cart.lines.rows]
    assert sorted((row["most"], row["price"]) for row in shown) == [(1, "₩5,784"), (999, "₩389,000")]
