"""Codes that fit two things, shop's own coupons and links: by a keyboard scanner, whatever has the focus."""

import pytest
from PySide6.QtCore import QObject, Qt

from clienteling.contract.codes import loyalty_code
from clienteling.contract.gtin import check_digit
from clienteling.desktop.scanning.agreement import Presentations
from clienteling.desktop.shell.viewmodel_presence import LOCK_AFTER
from tests.desktop.scanning.conftest import Keyboard
from tests.helpers.screen import pump, until
from tests.helpers.shop_folder import MINSEO, SUA, gtin, variant
from tests.helpers.town import ALSO_HERE

OWN = "210000000001"
CARD = OWN + check_digit(OWN)
SECOND = "210000000002" + check_digit("210000000002")


def beep(tablet, code):
    """The keys of a scanner: as fast as they can be, with Enter at the end."""
    tablet.screen.face()
    keys = Keyboard(tablet.screen.window)
    keys.type(code)
    keys.enter()


def name(tablet, table, column, key, value):
    """Give something on this tablet another code."""
    tablet.do(lambda tx: tx.exec_driver_sql(f"UPDATE {table} SET {column} = ? WHERE id = ?", (value, key)))


@pytest.fixture
def tablet(town, tablets):
    """A tablet in a shop whose cards look like its own products' codes."""
    return alike(tablets().synced().sign_in())


def alike(tablet):
    """Let a card and a product have one code on this tablet."""
    for product, person, code in ((variant(3), MINSEO, CARD), (variant(4), "", SECOND)):
        name(tablet, "variant", "gtin", product, "0" + code)
        if person:
            name(tablet, "customer", "loyalty", person, code)
    return tablet


def test_it_asks_once_and_acts_at_once_from_then_on(tablet):
    beep(tablet, CARD)
    tablet.screen.wait_for("이 코드는 무엇인가요?")
    assert tablet.app.cart.pieces == 0 and tablet.app.navigator.page == "today"
    tablet.screen.click("ask-customer")
    until(lambda: tablet.app.clientbook.customer == MINSEO and tablet.app.navigator.page == "customer")
    tablet.screen.wait_for("21(으)로 시작하는 13자리 코드")
    tablet.app.navigator.go("scanner")
    tablet.screen.wait("rule-0")
    tablet.app.navigator.go("today")
    tablet.app.scanning._presentations = Presentations()  # her card is shown a second time, it does not lie there still
    beep(tablet, CARD)
    until(lambda: tablet.app.navigator.page == "customer")
    assert not tablet.screen.has("ask-code") and tablet.app.cart.pieces == 0
    # what is nothing but a product is one, whatever the rule says
    beep(tablet, SECOND)
    until(lambda: tablet.cart() == {variant(4): 1}, why="to lie in her cart")


def test_what_was_answered_here_is_asked_on_no_other_tablet_of_the_store(tablet, tablets):
    tablet.lose_network()
    beep(tablet, CARD)
    tablet.screen.wait("ask-customer")
    tablet.screen.click("ask-customer")
    until(lambda: tablet.app.asking.learned.count == 1)
    tablet.find_network()
    other = alike(tablets(ALSO_HERE).synced().sign_in("윤도현"))
    until(lambda: other.app.asking.learned.count == 1)
    beep(other, CARD)
    until(lambda: other.app.clientbook.customer == MINSEO and other.app.navigator.page == "customer")
    assert not other.screen.has("ask-code")


def test_an_open_question_hears_scans_and_presses_nothing(tablet):
    beep(tablet, CARD)
    tablet.screen.wait("ask-product")
    tablet.screen.key(Qt.Key.Key_Tab)  # somebody goes by keys, a choice has the focus
    beep(tablet, gtin(5))
    until(lambda: tablet.cart() == {variant(5): 1}, why="the other code to be taken")
    until(lambda: not tablet.screen.has("ask-code"), why="the question to be over")
    assert tablet.app.asking.learned.count == 0 and tablet.app.navigator.page == "today"


def test_a_locked_tablet_asks_nothing_and_an_open_question_ends(tablet):
    beep(tablet, CARD)
    tablet.screen.wait("ask-customer")
    presence = tablet.app.presence
    now = presence.clock() + LOCK_AFTER
    presence.clock = lambda: now
    presence.look()
    until(lambda: presence.locked and not tablet.screen.has("ask-code"), why="the question to be over")
    tablet.app.asking.choose(0)
    beep(tablet, CARD)
    beep(tablet, gtin(5))
    pump(300)
    assert tablet.app.asking.code == "" and tablet.app.cart.pieces == 0 and tablet.app.asking.learned.count == 0


def test_in_a_text_field_it_asks_and_types_nothing(tablet):
    tablet.screen.click("search")
    field = tablet.screen.window.activeFocusItem()
    beep(tablet, CARD)
    tablet.screen.wait("ask-customer")
    assert isinstance(field, QObject) and field.property("text") == ""
    tablet.screen.click("ask-none")
    until(lambda: not tablet.screen.has("ask-code"))
    assert tablet.app.cart.pieces == 0 and tablet.app.asking.learned.count == 0


def test_her_page_and_her_visit_are_taken_back(tablet):
    name(tablet, "customer", "loyalty", SUA, "CL00000009" + "X")
    beep(tablet, CARD)
    tablet.screen.click("ask-customer")
    until(lambda: tablet.app.navigator.page == "customer")
    until(lambda: tablet.rows("SELECT count(*) FROM visit WHERE ended_at = ''") == [(1,)], why="her visit to begin")
    [number] = [row[0] for row in tablet.app.toasts.rows.rows if row[1].startswith("코드로")]
    tablet.app.toasts.act(number)
    until(lambda: tablet.app.navigator.page == "today")
    until(lambda: tablet.rows("SELECT count(*) FROM visit WHERE ended_at = ''") == [(0,)], why="her visit to end")


def test_a_thing_without_a_gtin_sells_by_what_the_shop_calls_it(tablet):
    name(tablet, "variant", "gtin", variant(6), None)
    [[sku]] = tablet.rows("SELECT sku FROM variant WHERE id = ?", variant(6))
    beep(tablet, sku)
    until(lambda: tablet.cart() == {variant(6): 1}, why="to lie in the cart")
    tablet.screen.click("toast-act")
    until(lambda: tablet.app.cart.pieces == 0, why="to be taken back")


def test_an_order_number_that_is_a_sku_too_is_asked_about_and_taken_back(tablet):
    name(tablet, "variant", "sku", variant(6), "G3-000123")
    beep(tablet, "G3-000123")
    tablet.screen.click("ask-order")
    until(lambda: tablet.app.navigator.page == "orders" and tablet.app.navigator.searchText == "G3-000123")
    [number] = [row[0] for row in tablet.app.toasts.rows.rows if row[1].startswith("코드로")]
    tablet.app.toasts.act(number)
    until(lambda: tablet.app.navigator.page == "today")


def test_a_card_that_nobody_here_has_is_looked_for(tablet):
    beep(tablet, loyalty_code(4711))
    until(lambda: tablet.app.navigator.page == "clients")
    assert tablet.app.navigator.searchText == loyalty_code(4711)


def test_coupons_links_and_networks_are_refused_with_a_sentence(tablet):
    for code, words in (
        ("]C1255952000000001" + check_digit("952000000001"), "쿠폰이에요"),
        ("991234567890" + check_digit("991234567890"), "쿠폰이에요"),
        ("WIFI:S:SHOP;T:WPA;P:SECRET;;", "와이파이"),
        ("HTTPS://EXAMPLE.COM/X", "웹 주소"),
    ):
        beep(tablet, code)
        tablet.screen.wait_for(words)
        assert not tablet.screen.sees("SECRET") and tablet.app.cart.pieces == 0
        for row in list(tablet.app.toasts.rows.rows):
            tablet.app.toasts.dismiss(row[0])
    assert tablet.app.navigator.page == "today"
