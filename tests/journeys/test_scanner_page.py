"""Trying a scanner touches no cart, and is over when its page is left."""

from tests.helpers.screen import until
from tests.helpers.shop_folder import MINSEO, PHOTOGRAPHED


def test_a_scanner_sells_again_after_it_was_tried(town, tablets):
    tablet = tablets().synced().sign_in().open_customer(MINSEO)
    tablet.app.navigator.go("scanner")
    until(lambda: tablet.app.scanning.testing, why="to try")
    tablet.app.scanning.typed(PHOTOGRAPHED[1])
    tablet.screen.wait_for(PHOTOGRAPHED[1].lstrip("0"))
    assert tablet.app.cart.pieces == 0
    tablet.screen.click("leaveTest")
    until(lambda: not tablet.app.scanning.testing, why="that trying is over")
    tablet.open_customer(MINSEO).scan(PHOTOGRAPHED[1])
