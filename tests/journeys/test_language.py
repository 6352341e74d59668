"""An open sheet follows a switch of the language, and what was written in it stays."""

import pytest

from clienteling.contract.v1.sync import Answer
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.runtime.language import load
from clienteling.desktop.sync import outbox
from tests.helpers.screen import until
from tests.helpers.shop_folder import MINSEO, PHOTOGRAPHED, gtin

KOREAN = {key: forms[0] for key, forms in load("ko").items()}
WORD = 4
"""Characters up to which a Korean sentence of ours may be a name in the shop as well."""
OF_THE_OTHER = {
    "ko": {key for key, said in KOREAN.items() if said != key},
    "en": {said for said in KOREAN.values() if len(said) > WORD} - set(KOREAN),
}


def speaks(tablet, *codes):
    """Switch to each language in turn; nothing in sight may stay in another."""
    for code in codes:
        tablet.app.ground.language.apply(code)
        foreign = OF_THE_OTHER[code]
        until(lambda foreign=foreign: not foreign & set(tablet.screen.texts()), why=f"{code}: {_left(tablet, foreign)}")


def _left(tablet, foreign):
    return sorted(foreign & set(tablet.screen.texts()))


@pytest.fixture
def tablet(tablets):
    return tablets().synced().sign_in("한소라").open_customer(MINSEO)


def test_her_details(tablet):
    tablet.screen.click("change")
    tablet.screen.wait("details-name")
    tablet.screen.wait("details-size-top").setProperty("text", "66")
    speaks(tablet, "en", "ko", "en")
    assert tablet.screen.wait("details-size-top").property("text") == "66"


def test_a_decision_with_what_was_chosen(tablet):
    tablet.lose_network()
    tablet.do(customers.patch, MINSEO, tablet.app.ground.session.staff, phone="+821099998888")
    theirs = Answer("", 409, title="Somebody changed this meanwhile.", theirs={"phone": "+821011112222"})
    [[n]] = tablet.rows("SELECT max(n) FROM outbox")
    tablet.do(outbox.settle, n, "conflict", theirs)
    tablet.app.navigator.go("sync")
    tablet.screen.click("decide")
    tablet.screen.click("mine-phone")
    speaks(tablet, "en", "ko", "en")
    assert tablet.screen.wait("mine-phone").property("selected")


def test_the_sheets_of_the_cart(tablet):
    tablet.scan(PHOTOGRAPHED[1], gtin(3))
    line = tablet.app.cart.lines.rows[0][0]
    tablet.app.navigator.go("cart")
    tablet.app.cart.setWay(line, 2)
    tablet.screen.click(f"pickup-{line}")
    speaks(tablet, "en", "ko", "en")


@pytest.mark.parametrize(("button", "there"), [("switch", "park"), ("newAddress", "address-line1")])
def test_another_sheet_of_the_cart(tablet, button, there):
    tablet.scan(PHOTOGRAPHED[1])
    tablet.app.cart.setWay(tablet.app.cart.lines.rows[0][0], 1)
    tablet.app.navigator.go("cart")
    tablet.screen.click(button)
    tablet.screen.wait(there)
    speaks(tablet, "en", "ko", "en")


def test_giving_a_guests_cart(tablet):
    tablet.app.navigator.go("cart")
    tablet.app.cart.carts.begin()
    until(lambda: tablet.app.cart.customer == "")
    tablet.scan(PHOTOGRAPHED[1])
    tablet.screen.click("give")
    tablet.screen.wait("give-search")
    tablet.app.cart.giving.search("없는사람")
    until(lambda: tablet.app.cart.giving.state == "empty")
    speaks(tablet, "en", "ko", "en")


def test_a_note_half_written(tablet):
    tablet.screen.click("note")
    tablet.screen.click("addNote")
    tablet.screen.click("noteText")
    tablet.screen.type("선물 포장을 좋아하세요")
    speaks(tablet, "en", "ko", "en")
    assert tablet.screen.wait("noteText").property("text") == "선물 포장을 좋아하세요"


def test_an_order_a_product_and_the_codes_nobody_knows(tablet):
    tablet.scan(PHOTOGRAPHED[1])
    tablet.order()
    tablet.synced().app.navigator.open("orders", tablet.app.cart.checkout.order)
    until(lambda: tablet.app.orders.detail.open)
    speaks(tablet, "en", "ko")
    tablet.app.navigator.go("products")
    until(lambda: tablet.app.catalog.products.count > 0)
    tablet.app.catalog.open(tablet.app.catalog.products.rows[0][0])
    until(lambda: tablet.app.catalog.card.open)
    speaks(tablet, "en", "ko")
    tablet.screen.click("unknown-codes")
    until(lambda: tablet.app.catalog.unknown.state == "empty")
    speaks(tablet, "en", "ko", "en")
