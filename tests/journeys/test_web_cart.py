"""The web cart meets the store cart: one cart, changed from both sides, told by nudges."""

from tests.helpers.screen import until
from tests.helpers.shop_folder import GANGNAM, MINSEO, gtin, variant


def test_one_cart_from_both_sides(town, tablets):
    tablet = tablets().synced().sign_in().open_customer(MINSEO)
    boots = town.ask(town.web.find(gtin(3)))
    assert boots.id == variant(3)

    town.ask(town.web.put(MINSEO, boots))
    until(lambda: tablet.cart() == {boots.id: 1}, why="to be nudged")
    tablet.screen.wait_for("첼시 부츠")
    until(lambda: tablet.app.cart.online == 1)

    tablet.app.cart.step(boots.id, 1)
    until(lambda: _quantities(town) == {boots.id: 2}, why="to be seen on the web")

    tablet.app.cart.remove(boots.id)
    until(lambda: _quantities(town) == {}, why="to be gone from the web")
    town.ask(town.web.look(MINSEO, boots))
    assert tablet.synced().cart() == {} == _quantities(town)

    town.ask(town.web.put(MINSEO, boots, 2))
    until(lambda: tablet.cart() == {boots.id: 2})
    town.ask(town.web.take_out(MINSEO, boots.id))
    until(lambda: tablet.cart() == {}, why="to be gone from the tablet")
    until(lambda: tablet.app.cart.state == "empty")


def test_what_she_does_online_is_in_her_history(town, tablets):
    tablet = tablets().synced().sign_in().open_customer(MINSEO)
    until(lambda: tablet.app.clientbook.historyState == "rows")
    before = tablet.app.clientbook.history.count
    town.ask(town.web.wish(MINSEO, town.ask(town.web.find(gtin(10)))))
    until(lambda: tablet.app.clientbook.history.count == before + 1, why="to stand in her history")
    tablet.screen.wait_for("찜")


def test_her_app_says_that_she_is_here(town, tablets):
    tablet = tablets().synced().sign_in()
    town.ask(town.web.come_in(MINSEO, GANGNAM))
    until(lambda: tablet.app.today.hereState == "rows", why="to be in the store")
    tablet.screen.wait_for("김민서")


def _quantities(town):
    return {line.id: line.quantity for line in town.ask(town.web.cart(MINSEO)).lines}
