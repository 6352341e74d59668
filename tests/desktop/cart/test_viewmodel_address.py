"""A new address is written down with its country, and the country is said where it ships."""

import pytest

from clienteling.desktop.orders.actions import store as orders
from clienteling.desktop.orders.viewmodel_detail import read
from clienteling.desktop.sync import outbox
from tests.desktop.cart.conftest import nobody, tell_person
from tests.helpers import shop


@pytest.fixture
def shipping(cart, db, run, qtbot):
    """Boots to be shipped to Minseo, who has no address."""
    run(db.run(tell_person, nobody()))
    cart.add(shop.BOOTS)
    qtbot.waitUntil(lambda: cart.pieces == 1)
    return cart


def chosen(address):
    return address.countries[address.country]


def test_a_new_address_begins_in_the_stores_country(shipping, held, language):
    address = shipping.newAddress
    address.begin()
    assert chosen(address) == "South Korea" and address.postcodeHint == "As in 06236"
    language.apply("ko")
    assert chosen(address) == "대한민국" and address.postcodeHint == "예: 06236"
    held.currency = "EUR"
    address.begin()
    assert address.country == -1 and not address.complete("a", "b", "c")


def test_another_country_has_other_postcodes(shipping):
    address = shipping.newAddress
    address.begin()
    address.choose(address.countries.index("Japan"))
    assert address.postcodeHint == "As in 100-0001"
    address.choose(address.countries.index("Antarctica"))
    assert address.postcodeHint == ""


def test_what_is_needed_to_ship_is_wanted(shipping):
    address = shipping.newAddress
    address.begin()
    assert not address.complete("Mia", " ", "1 Road")
    assert address.complete("Mia", "Tokyo", "1 Road")


def test_it_goes_into_her_book_by_hand_and_is_said_at_the_checkout_and_on_the_order(
    shipping, show, qtbot, db, run, language
):
    page = show("clienteling.desktop.cart", "CartPage", size=(1180, 780), model=shipping)
    page.click("newAddress")
    page.wait("address-line1")
    for field, words in (("city", "東京"), ("line1", "銀座 4-1"), ("postcode", "104-0061")):
        page.find(f"address-{field}").setProperty("text", words)
    box = page.find("address-country")
    box.chosen.emit(shipping.newAddress.countries.index("Japan"))
    page.click("saveAddress")
    qtbot.waitUntil(lambda: shipping.checkout.maySend)
    [told] = run(db.read(outbox.outstanding, "customer", shop.MINSEO))
    assert told.args["address"]["country"] == "JP"
    assert shipping.checkout.addresses.rows[0][2] == "東京 銀座 4-1 10••• Japan"
    assert "Japan" in shipping.subtitle
    with qtbot.waitSignal(shipping.sent) as sent:
        shipping.send()
    assert run(db.read(orders.address, sent.args[0]))["country"] == "JP"
    assert run(db.read(read, sent.args[0], "en")).address == "김민서, 東京, 10•••, Japan"
    assert run(db.read(read, sent.args[0], "ko")).address == "김민서, 東京, 10•••, 일본"
