"""Something sold by weight, from its label to central's order, with and without the network."""

import pytest

from clienteling.contract.ids import cart_of
from tests.helpers import shop_folder
from tests.helpers import town as towns
from tests.helpers.screen import until
from tests.helpers.shop_folder import MINSEO, variant

SALT = variant(5)


def sell_by_weight(folder):
    """One of the products has a price of 12,000 won a kilogram."""
    path = folder / "variants.csv"
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    by = ["kilogram" if line.startswith(SALT) else "" for line in lines]
    told = [f"{line},{word}".replace("18000", "12000") for line, word in zip(lines, by, strict=True)]
    path.write_text("\n".join([f"{head},sold_by", *told, ""]), encoding="utf-8")


@pytest.fixture
def small_shop(tmp_path):
    """Central's database over the small shop that sells something by weight."""
    return towns.found(tmp_path / "weighing", change=sell_by_weight)


def test_each_weighed_piece_is_a_line_of_its_price_in_the_store_on_the_web_and_in_the_order(town, tablets):
    tablet = tablets().synced().sign_in().open_customer(MINSEO).lose_network()
    gtin = town.one("SELECT gtin FROM variant WHERE id = ?", SALT)
    tablet.app.scanning.typed(gtin)
    until(lambda: bool(tablet.problems), why="to ask for the weight")
    assert "Weigh a piece" in str(tablet.problems.pop())
    tablet.scan(f"(01){gtin}(3103)000482")
    tablet.scan(f"(01){gtin}(3103)001000")
    tablet.screen.wait_for("0.482 kg")
    assert tablet.app.cart.total == "₩17,784"
    tablet.find_network()
    kept = town.rows("SELECT price, quantity, weight FROM cart_line WHERE cart = ? ORDER BY price", cart_of(MINSEO))
    assert kept == [(5_784, 1, 482_000), (12_000, 1, 1_000_000)]
    shared = town.ask(town.web.cart(MINSEO))
    assert sorted((line.variant, line.price, line.weight) for line in shared.lines) == [
        (SALT, 5_784, 482_000),
        (SALT, 12_000, 1_000_000),
    ]
    tablet.lose_network()
    number = tablet.order()
    tablet.find_network()
    query = "SELECT id, total, state FROM orders WHERE number = ?"
    [[order, total, state]] = town.rows(query, number)
    assert (total, state) == (17_784, "accepted")
    sold = town.rows('SELECT price, weight, problem FROM order_line WHERE "order" = ? ORDER BY price', order)
    assert sold == [(5_784, 482_000, ""), (12_000, 1_000_000, "")]
    tablet.app.navigator.open("orders", order)
    tablet.screen.wait_for("0.482 kg · × 1")
    assert town.one("SELECT sum(quantity) FROM cart_line WHERE cart = ?", cart_of(MINSEO)) == 0


def test_the_web_cannot_sell_it_unweighed(town):
    by_code = town.ask(town.web.find(shop_folder.gtin(5)))
    answer = town.ask(
        town.client.post(
            f"/v1/customers/{MINSEO}/cart/lines",
            headers={"Authorization": f"Bearer {town.shop.web}"},
            json={"op": "0192f0c4-0000-7000-8000-00000000aaaa", "line": SALT, "quantity": 1, "price": by_code.price,
                  "currency": "KRW", "store": "", "source": "online", "fulfilment": "ship"},
        )
    )  # fmt: skip
    assert (by_code.sold_by, answer.status_code) == ("kilogram", 422)
    assert "sold by weight" in answer.json()["title"]
