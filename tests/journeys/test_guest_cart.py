"""A guest's cart, filled without a network, becomes a client's by her card and is hers on the web too."""

from tests.helpers.screen import until
from tests.helpers.shop_folder import MINSEO, PHOTOGRAPHED, gtin


def test_a_guests_cart_is_given_to_whose_card_is_scanned(town, tablets):
    tablet = tablets().synced().sign_in()
    boots = town.ask(town.web.find(gtin(3)))
    town.ask(town.web.put(MINSEO, boots))
    tablet.synced().lose_network()
    tablet.app.navigator.go("cart")
    tablet.scan(gtin(3), PHOTOGRAPHED[1])
    guest = tablet.cart()
    tablet.screen.click("give")
    tablet.screen.wait("give-search")
    [[loyalty]] = tablet.rows("SELECT loyalty FROM customer WHERE id = ?", MINSEO)
    tablet.app.scanning.typed(loyalty)
    until(lambda: tablet.app.cart.customer == MINSEO and tablet.app.cart.pieces == 3, why="to be hers")
    assert tablet.app.navigator.page == "cart"
    assert tablet.cart() == {**guest, boots.id: 2}
    until(lambda: not tablet.screen.has("give-search"), why="that the sheet closes")
    tablet.find_network()
    hers = {line.id: line.quantity for line in town.ask(town.web.cart(MINSEO)).lines}
    assert hers == tablet.cart() == {**guest, boots.id: 2}

    tablet.app.cart.undo.undo()
    until(lambda: tablet.app.cart.customer == "" and tablet.cart() == guest, why="to be the guest's again")
    tablet.synced()
    assert [line.quantity for line in town.ask(town.web.cart(MINSEO)).lines] == [1]
