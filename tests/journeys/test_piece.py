"""A code that says what its piece costs, from the scanner to central's order."""

from clienteling.contract.ids import cart_of
from tests.helpers.screen import until
from tests.helpers.shop_folder import MINSEO, variant

COAT = variant(1)


def test_two_pieces_with_prices_of_their_own_reach_central_beside_an_ordinary_one(town, tablets):
    tablet = tablets().synced().sign_in().open_customer(MINSEO)
    gtin = town.one("SELECT gtin FROM variant WHERE id = ?", COAT)
    for pieces, code in enumerate((gtin, f"(01){gtin}(3920)12345", f"(01){gtin}(3920)12345"), start=1):
        tablet.app.scanning.typed(code)
        until(lambda pieces=pieces: tablet.app.cart.pieces == pieces, why="to lie in the cart")
    tablet.screen.wait_for("개별 가격")
    tablet.synced()
    kept = town.rows(
        "SELECT variant, quantity, price, tag FROM cart_line WHERE cart = ? ORDER BY price", cart_of(MINSEO)
    )
    assert kept == [*[(COAT, 1, 12_345, f"(01){gtin}(3920)12345")] * 2, (COAT, 1, 389_000, "")]
    tablet.app.scanning.typed(f"(01){gtin}(3103)001250")
    until(lambda: bool(tablet.problems), why="to ask")
    assert "1.25 kg" in str(tablet.problems.pop())
    tablet.screen.click("checkout")
    tablet.screen.click("send")
    until(lambda: tablet.app.cart.checkout.receipt != "", why="to be sent")
    tablet.synced()
    [[order, total]] = town.rows("SELECT id, total FROM orders WHERE customer = ? AND device IS NOT NULL", MINSEO)
    sold = town.rows("SELECT price, tag != '', problem FROM order_line WHERE \"order\" = ? ORDER BY price", order)
    assert total == 389_000 + 2 * 12_345
    assert [(price, bool(own)) for price, own, _ in sold] == [(12_345, True), (12_345, True), (389_000, False)]
    assert "price" not in [problem for *_, problem in sold]
    assert town.one("SELECT sum(quantity) FROM cart_line WHERE cart = ?", cart_of(MINSEO)) == 0
