"""The app ends at the worst moments: nothing is lost and nothing is doubled."""

from tests.helpers.screen import until
from tests.helpers.shop_folder import MINSEO, gtin, variant


def test_what_was_not_told_is_told_after_the_next_start(town, tablets):
    tablet = tablets().synced().sign_in().lose_network().open_customer(MINSEO).scan(gtin(3), gtin(4))
    number = tablet.order()
    tablet.scan(gtin(5))
    tablets.close(tablet)
    assert town.one("SELECT count(*) FROM applied_op") == 0

    again = tablets(cut=True).sign_in().open_customer(MINSEO)
    assert again.cart() == {variant(5): 1}
    assert again.app.sync.waiting > 0
    again.find_network()
    _once(town, number)
    assert again.scan(gtin(6)).order().endswith("-000002")


def test_an_answer_lost_before_the_end_is_no_second_order(town, tablets):
    tablet = tablets().synced().sign_in().open_customer(MINSEO).scan(gtin(3), gtin(4)).synced()
    tablet.network.lose = 1000
    number = tablet.order()
    tablet.scan(gtin(5))
    until(lambda: town.one("SELECT count(*) FROM orders WHERE device IS NOT NULL") == 1, why="to arrive")
    tablets.close(tablet)

    again = tablets().synced().sign_in().open_customer(MINSEO)
    assert again.cart() == {variant(5): 1}
    _once(town, number)


def _once(town, number):
    assert town.rows("SELECT number FROM orders WHERE device IS NOT NULL") == [(number,)]
    assert town.one("SELECT -sum(quantity) FROM stock_move") == 2
    assert town.rows("SELECT id FROM cart_line WHERE quantity > 0") == [(variant(5),)]
