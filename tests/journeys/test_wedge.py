"""A keyboard scanner on any page, with nothing in focus: what it reads finds its room by itself."""

from clienteling.contract.codes import badge_code
from tests.desktop.scanning.conftest import Keyboard
from tests.helpers.screen import until
from tests.helpers.shop_folder import MINSEO, PHOTOGRAPHED, TEAM, gtin, variant

COAT = PHOTOGRAPHED[1]
STRANGE = "XQ-77-ABCD"


def beep(tablet, code):
    """The keys of a scanner: as fast as they can be, with Enter at the end."""
    tablet.screen.face()
    keys = Keyboard(tablet.screen.window)
    keys.type(code)
    keys.enter()


def test_a_product_goes_into_the_cart_from_any_page_and_says_so(town, tablets):
    tablet = tablets().synced().sign_in()
    tablet.app.navigator.go("settings")
    beep(tablet, COAT)
    until(lambda: tablet.app.cart.pieces == 1, why="to lie in the cart")
    tablet.screen.wait_for("담았어요")
    tablet.screen.click("toast-act")
    until(lambda: tablet.app.cart.pieces == 0, why="to be taken back")


def test_an_unknown_code_stays_in_view_with_a_way_on(town, tablets):
    tablet = tablets().synced().sign_in()
    beep(tablet, STRANGE)
    tablet.screen.wait_for(STRANGE)
    tablet.screen.click("toast-act")
    until(lambda: tablet.app.navigator.page == "products" and tablet.app.navigator.searchText == STRANGE)
    tablet.screen.click("scan")
    tablet.screen.wait("choosePicture")
    tablet.app.scanning.typed(STRANGE)
    tablet.screen.click("reportCode")
    tablet.screen.wait_for("담당자에게 알려")
    tablet.synced()
    [[code, count]] = town.rows("SELECT code, count FROM unknown_code")
    assert (code, count) == (STRANGE, 1)


def test_a_card_opens_her_page_and_a_badge_changes_hands(town, tablets):
    tablet = tablets().synced().sign_in()
    [[loyalty]] = tablet.rows("SELECT loyalty FROM customer WHERE id = ?", MINSEO)
    beep(tablet, loyalty)
    until(lambda: tablet.app.navigator.page == "customer" and tablet.app.clientbook.customer == MINSEO)
    beep(tablet, badge_code(2))
    until(lambda: tablet.app.ground.session.staff_name == TEAM[1][0], why="to change hands")


def test_each_of_two_scans_is_taken_back_by_its_own_sentence(town, tablets):
    tablet = tablets().synced().sign_in()
    tablet.app.navigator.go("settings")
    for pieces, code in enumerate((COAT, gtin(5)), 1):
        beep(tablet, code)
        until(lambda pieces=pieces: tablet.app.toasts.rows.count == pieces, why="to be told")
    first = tablet.app.toasts.rows.rows[0][0]
    tablet.app.toasts.act(first)
    until(lambda: tablet.cart() == {variant(5): 1}, why="the first to be taken back, and not the second")
