"""The facts behind a suggestion, as far as they are on this tablet."""

from clienteling.contract.ids import cart_of
from clienteling.contract.v1.cart import Cart, CartLine
from clienteling.contract.v1.catalog import Product, Variant
from clienteling.contract.v1.suggestions import Suggestion
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.clientbook import actions_why
from clienteling.desktop.clientbook.domain_why import MOST
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.suggestions import actions as suggestions
from clienteling.desktop.suggestions.domain import Made
from tests.desktop.clientbook.test_actions import place_order
from tests.helpers import clients, shop


def because(tx, product="coat"):
    return actions_why.why(tx, clients.MINSEO, product)


def suggest(tx, reason, values, product="coat", ver=2):
    clients.suggest(tx, [Suggestion(product, reason, values, 0.9)], ver=ver)


def told(why):
    return [(one.what, one.variant) for one in why.facts]


def test_what_goes_with_hers_shows_when_she_bought_hers(tx):
    clients.open_book(tx)
    found = because(tx, "boots")
    assert told(found) == [("bought", shop.COAT), ("bought", "coat-navy-55")]
    assert found.name == ("가죽 첼시 부츠", "Leather chelsea boots")
    assert {item.detail("en") for item in found.items.values()} == {"Camel · 55", "Navy · 55"}
    assert found.places[shop.HERE] == ("강남", "Gangnam")
    assert (found.more, found.lacking) == (0, False)
    assert found.made == suggestions.made(tx, clients.MINSEO) != Made(0, "", "")


def test_a_purchase_and_its_return_are_both_told_the_newest_first(tx):
    clients.open_book(tx)
    back = clients.event("e9", "returned", phase="use", channel="store", items=[clients.EventItem(shop.COAT, 1, 100)])
    clients.tell(tx, "event", [back])
    suggest(tx, "again", {"times": 2, "last": "2026-11-01"})
    assert told(because(tx)) == [("returned", shop.COAT), ("bought", shop.COAT), ("bought", "coat-navy-55")]


def test_what_is_new_rests_on_what_she_bought_of_its_kind(tx):
    clients.open_book(tx)
    jacket = Product("parka", "파카", "Parka", "Hanok", "Coats", [Variant("parka-55", "P", None, 1, "KRW", size="55")])
    shop.tell(tx, "product", "parka", jacket)
    suggest(tx, "new", {"size": "55", "since": "2026-11-10", "times": 2}, "parka")
    found = because(tx, "parka")
    assert told(found) == [("bought", shop.COAT), ("bought", "coat-navy-55")], "the scarf is of another kind"
    assert not found.lacking


def test_what_is_older_than_this_tablet_reaches_is_said_to_be_missing(tx):
    clients.open_book(tx)
    suggest(tx, "again", {"times": 5, "last": "2026-11-01"})
    assert because(tx).lacking
    suggest(tx, "viewed", {"last": "2026-01-01"}, ver=3)
    assert because(tx).lacking and told(because(tx)) == []


def test_a_purchase_cancelled_here_is_no_fact_any_more(tx):
    clients.open_book(tx)
    place_order(tx)
    clients.tell(tx, "event", [clients.bought("e9", [shop.COAT], order="draft")])
    suggest(tx, "again", {"times": 3, "last": "2026-11-01"})
    assert len(because(tx).facts) == 3
    orders.cancel(tx, "draft", "staff-1", "", into_cart=False)
    assert len(because(tx).facts) == 2


def test_what_she_saved_shows_when(tx):
    clients.open_book(tx)
    suggest(tx, "saved", {"last": "2026-11-01"}, "scarf")
    assert told(because(tx, "scarf")) == [("saved", shop.SCARF)]


def test_what_waits_online_shows_the_line_or_when_it_was_put_there(tx):
    clients.open_book(tx)
    suggest(tx, "cart", {}, "boots")
    [fact] = because(tx, "boots").facts
    assert (fact.what, fact.pieces) == ("carted", 1)
    line = CartLine(shop.BOOTS, 2, 219_000, "KRW", shop.BOOTS, source="online", added_at="2026-11-20T01:00:00Z")
    record = Cart(cart_of(clients.MINSEO), shop.HERE, [line], clients.MINSEO)
    shop.tell(tx, "cart", record.id, record)
    [fact] = because(tx, "boots").facts
    assert (fact.at, fact.pieces) == ("2026-11-20T01:00:00Z", 2)


def test_what_her_store_sells_rests_on_nothing_of_hers(tx):
    clients.open_book(tx)
    suggest(tx, "popular", {"times": 9, "name_ko": "강남", "name_en": "Gangnam"})
    assert told(because(tx)) == [] and not because(tx).lacking


def test_of_many_facts_the_newest_are_shown_and_the_others_counted(tx):
    clients.open_book(tx)
    clients.tell(tx, "event", [clients.bought(f"m{at}", [shop.COAT], clients.ago(days=300 + at)) for at in range(MOST)])
    suggest(tx, "again", {"times": MOST + 2, "last": "2026-11-01"})
    found = because(tx)
    assert (len(found.facts), found.more, found.lacking) == (MOST, 2, False)
    assert found.facts[0].at == max(one.at for one in found.facts)


def test_what_lies_in_her_cart_and_goes_with_it_is_named(tx):
    clients.open_book(tx)
    assert because(tx, "boots").beside == ()
    cart.add(tx, cart.whose(clients.MINSEO, shop.HERE, "staff-1"), shop.COAT)
    assert because(tx, "boots").beside == (("울 더블 코트", "Wool double coat"),)


def test_what_is_suggested_no_more_is_not_explained(tx):
    clients.open_book(tx)
    assert because(tx, "nothing") is None
    suggestions.refuse(tx, clients.MINSEO, "boots", "staff-1")
    assert because(tx, "boots") is None
