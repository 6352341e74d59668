"""Lists at central: built from all lines, made anew after an order or a refusal, told to who holds her."""

import pytest

from clienteling.central.cart import actions as cart
from clienteling.central.cart.domain import Carried
from clienteling.central.catalog import actions as catalog
from clienteling.central.clientbook import actions as clientbook
from clienteling.central.clientbook.domain import Happening
from clienteling.central.orders import actions as orders
from clienteling.central.orders.domain import Sold
from clienteling.central.runtime.clock import days_ago
from clienteling.central.suggestions import actions
from clienteling.central.suggestions import actions_counts as counts
from clienteling.central.sync.domain import Refused
from clienteling.contract.ids import cart_of
from clienteling.contract.v1 import cart as v1_cart
from clienteling.contract.v1 import suggestions as v1
from clienteling.contract.v1.customers import Patched
from tests.central.orders.test_actions import line, move, placed
from tests.central.orders.test_actions import place as place_usual
from tests.helpers.actions import JOSE, MINSEO, PRICES, YUNA, by


@pytest.fixture
def past(central):
    """Two that bought coat and scarf together, one who bought the coat, one with a rhythm of boots."""

    def sold(order, customer, days, *variants):
        whose = (days_ago(days), customer, "here", None, "store")
        return [Sold(order, f"{order}-{variant}", *whose, variant, 1, 100, "KRW") for variant in variants]

    told = [*sold("o1", None, 50, "coat", "scarf"), *sold("o2", YUNA, 40, "coat", "scarf")]
    told += [*sold("o3", MINSEO, 30, "coat"), *sold("o4", JOSE, 70, "boots"), *sold("o5", JOSE, 35, "boots")]
    central.run(orders.load, told + sold("o6", None, 0, "boots"))
    return central


def place(central, order, lines=()):
    return central.tell(by(), "order.placed", order, placed(*lines)) if lines else place_usual(central, order)


def reasons(central, customer):
    return {item.product: item.reason for item in central.record("suggestions", customer).items}


def test_the_first_lists(past):
    steps = []
    past.run(cart.load, [Carried(YUNA, "boots", 1, 100, "KRW")])
    assert past.run(actions.build, lambda done, total: steps.append((done, total))) == 3
    assert steps[-1] == (3, 3)
    assert reasons(past, MINSEO) == {"p-scarf": "together"}
    assert reasons(past, JOSE) == {"p-boots": "due"}
    assert reasons(past, YUNA) == {"p-boots": "cart"}
    assert past.record("suggestions", MINSEO).items[0].values["name_en"] == "coat"
    assert past.told("store:there")["suggestions", YUNA] == 1


def test_a_tablet_is_told_what_goes_with_each_and_what_was_refused(past):
    past.run(actions.build, lambda done, total: None)
    shown = past.record("suggestions", MINSEO)
    assert ([item.goes_with for item in shown.items], shown.refused) == ([["p-coat"]], [])
    past.tell(by(), "suggestions.refused", MINSEO, v1.Refused("p-boots"))
    again = past.record("suggestions", MINSEO)
    assert (again.refused, again.items) == (["p-boots"], shown.items), "told though her list is the same"
    assert past.told("store:here")["suggestions", MINSEO] == 2
    past.run(actions.build, lambda done, total: None)
    assert past.record("suggestions", MINSEO).refused == ["p-boots"]
    past.tell(by(), "suggestions.readmitted", MINSEO, v1.Readmitted("p-boots"))
    assert past.record("suggestions", MINSEO).refused == []


def test_what_goes_with_something_turns_unsaid(past):
    past.run(actions.build, lambda done, total: None)
    past.run(counts.keep_companions, ["p-scarf"], {"p-scarf": [("p-boots", 0.5), ("p-coat", 0.01)]})
    past.run(actions.refresh, [MINSEO])
    assert past.told("store:here")["suggestions", MINSEO] == 1
    past.run(clientbook.load, [Happening("e1", MINSEO, days_ago(1), "online", "saved", "boots")])
    past.run(actions.refresh, [MINSEO])
    told = {one.product: one.goes_with for one in past.record("suggestions", MINSEO).items}
    assert told == {"p-boots": [], "p-scarf": ["p-boots"]}


def test_by_what_a_list_was_made_is_told(past):
    past.run(actions.build, lambda done, total: None)
    assert past.record("suggestions", MINSEO).made_by == "rules"
    past.tell(by(), "customer.patched", MINSEO, Patched({"consents": {"profiling": False}}), 1)
    assert past.record("suggestions", MINSEO).made_by == "store"


def test_building_again_raises_the_versions(past):
    for _ in range(2):
        past.run(actions.build, lambda done, total: None)
    assert past.told("store:here")["suggestions", MINSEO] == 2


def test_not_for_her_never_comes_again(past):
    past.run(actions.build, lambda done, total: None)
    assert past.tell(by(), "suggestions.refused", MINSEO, v1.Refused("p-scarf")).ver == 2
    assert reasons(past, MINSEO) == {}
    past.run(actions.build, lambda done, total: None)
    assert reasons(past, MINSEO) == {}
    assert past.tell(by(), "suggestions.refused", "nobody", v1.Refused("p-scarf")).status == 404


def test_a_refusal_by_mistake_lets_it_come_again(past):
    past.run(actions.build, lambda done, total: None)
    before = reasons(past, MINSEO)
    past.tell(by(), "suggestions.refused", MINSEO, v1.Refused("p-scarf"))
    assert past.tell(by(), "suggestions.readmitted", MINSEO, v1.Readmitted("p-scarf")).ver == 3
    assert reasons(past, MINSEO) == before != {}
    assert past.tell(by(), "suggestions.readmitted", "nobody", v1.Readmitted("p-scarf")).status == 404


def test_an_order_makes_her_list_anew(past):
    past.run(actions.build, lambda done, total: None)
    past.run(clientbook.load, [Happening("e1", MINSEO, days_ago(1), "online", "saved", "boots")])
    place(past, "new")
    assert reasons(past, MINSEO) == {"p-scarf": "together", "p-boots": "saved"}, "the coat was just bought"


def lists(past):
    return past.told("store:here")["suggestions", MINSEO]


def test_what_she_does_online_makes_her_list_anew(past):
    past.run(actions.build, lambda done, total: None)
    looked = [Happening("e1", MINSEO, days_ago(0), "online", "saved", "boots")]
    past.run(clientbook.record, by("web", kind="web"), looked)
    assert reasons(past, MINSEO)["p-boots"] == "saved"
    line = v1_cart.LineAdded("boots", 1, PRICES["boots"], "KRW", "web", MINSEO)
    past.tell(by("web", kind="web"), "cart.line_added", cart_of(MINSEO), line)
    assert reasons(past, MINSEO)["p-boots"] == "cart"
    past.tell(by(), "cart.line_removed", cart_of(MINSEO), v1_cart.LineRemoved("boots", 1))
    assert reasons(past, MINSEO)["p-boots"] == "saved"
    seen = lists(past)
    past.tell(by(), "cart.line_added", cart_of(MINSEO), v1_cart.LineAdded("coat", 1, 389_000, "KRW", "here", MINSEO))
    past.run(actions.refresh, [MINSEO])
    assert lists(past) == seen, "what has not changed is not told again"


def test_a_cancelled_order_is_forgotten(past):
    past.run(actions.build, lambda done, total: None)
    place(past, "new", lines=[line("l9", "scarf")])
    assert "p-scarf" not in reasons(past, MINSEO)
    move(past, "cancelled", "new")
    assert reasons(past, MINSEO)["p-scarf"] == "together"


def test_who_does_not_want_to_be_profiled_is_shown_what_her_store_sells(past):
    usual = ("here", None, "store", "boots", 1, 100, "KRW")
    past.run(orders.load, [Sold(f"p{at}", f"p{at}", days_ago(at), None, *usual) for at in range(3)])
    past.run(actions.build, lambda done, total: None)
    no, yes = ({"consents": {"profiling": told}} for told in (False, True))
    past.tell(by(), "customer.patched", MINSEO, Patched(no), 1)
    [shown] = past.record("suggestions", MINSEO).items
    assert (shown.product, shown.reason) == ("p-boots", "popular")
    assert shown.values == {"times": 4, "name_ko": "here", "name_en": "here"}, "one guest's boots were in the past"
    past.run(actions.build, lambda done, total: None)
    assert reasons(past, MINSEO) == {"p-boots": "popular"}
    past.tell(by(), "suggestions.refused", MINSEO, v1.Refused("p-boots"))
    assert reasons(past, MINSEO) == {}
    past.tell(by(), "customer.patched", MINSEO, Patched(yes), 9)
    assert reasons(past, MINSEO) == {"p-scarf": "together"}


def test_nothing_of_a_sensitive_category_is_shown_or_named(past):
    past.run(cart.load, [Carried(YUNA, "boots", 1, 100, "KRW")])
    past.run(catalog.declare_sensitive, "t", ["Coats", "Boots"])
    past.run(actions.build, lambda done, total: None)
    assert not any(row["items"] for row in past.rows("suggestions")), "the scarf would be for the coat"
    past.run(actions.refresh, [MINSEO, JOSE, YUNA])
    assert [row["items"] for row in past.rows("suggestions")] == [[], [], []]


def test_what_came_back_is_not_shown_again(past):
    returned = Sold("back", "back", days_ago(20), JOSE, "here", None, "store", "boots", -1, 100, "KRW")
    past.run(orders.load, [returned])
    past.run(actions.build, lambda done, total: None)
    assert reasons(past, JOSE) == {}


def test_the_list_is_for_whoever_holds_her(past):
    assert past.read(actions.view, by(), MINSEO)["items"] == []
    with pytest.raises(Refused):
        past.read(actions.view, by(), YUNA)
    past.run(actions.build, lambda done, total: None)
    assert past.run(actions.entities_of, MINSEO) == [("suggestions", MINSEO, 1)]
