"""Lists by what was learned: repeats beside what is new to her, and every reason a fact of the shop's own lines."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from clienteling.central.insight import shelf
from clienteling.central.insight.domain import Foreseen
from clienteling.central.suggestions import actions
from clienteling.central.suggestions.domain import MOST, Interest, Person, Purchase
from clienteling.central.suggestions.learned import suggest
from clienteling.contract.v1 import suggestions as v1
from clienteling.contract.v1.customers import Patched
from tests.central.orders.test_actions import line, placed
from tests.helpers import gift_shop
from tests.helpers.actions import by
from tests.helpers.facts import Facts

pytestmark = pytest.mark.slow

TODAY = date(2026, 6, 30).toordinal()
AGO = datetime.now(UTC).date() - timedelta(days=14)
NAMES = {f"p{at}": (f"상품 {at}", f"Product {at}", "Coats" if at < 15 else "Scarves") for at in range(20)}


def bought(product, *days_ago):
    return [Purchase(f"b{days}", TODAY - days, product, f"v-{product}-{days}") for days in days_ago]


def again(product, chance=0.3, due=0.0):
    return Foreseen(product, chance, False, due, "")


def new(product, chance=0.02, with_hers=""):
    return Foreseen(product, chance, True, 0.0, with_hers)


def shown(person, *foreseen):
    return [(one.product, one.reason) for one in suggest(person, foreseen, NAMES, TODAY)]


def test_the_likelier_is_first_whatever_the_reason():
    person = Person([*bought("p1", 90, 60), *bought("p2", 90, 60)])
    found = shown(person, again("p1", 0.1), new("p3", 0.2, "p1"), again("p2", 0.05), new("p4", 0.06, "p2"))
    assert found == [("p3", "together"), ("p1", "again"), ("p4", "together"), ("p2", "again")]


def test_people_are_counted_where_no_baskets_had_both():
    person = Person(bought("p1", 90))
    [one] = suggest(person, [new("p3", 0.2, "p1")._replace(people=7)], NAMES, TODAY)
    values = {"product": "p1", "name_ko": "상품 1", "name_en": "Product 1", "people": 7}
    assert (one.product, one.reason, one.values) == ("p3", "people", values)


def test_a_reason_that_is_retired_in_her_store_is_not_given():
    person = Person(bought("p1", 90, 60), [Interest("p5", "v", "saved", TODAY)], retired={"together", "saved"})
    assert shown(person, new("p3", 0.2, "p1"), again("p1", 0.1)) == [("p1", "again")]


def test_due_is_said_of_a_rhythm_that_is_likely_to_go_on():
    rhythm = Person(bought("p1", 100, 65, 30))
    [one] = suggest(rhythm, [again("p1", due=0.6)], NAMES, TODAY)
    assert (one.reason, one.values, one.variant) == ("due", {"weeks": 5, "last": "2026-05-31"}, "v-p1-30")
    [one] = suggest(rhythm, [again("p1", due=0.1)], NAMES, TODAY)
    assert (one.reason, one.values, one.variant) == ("again", {"times": 3, "last": "2026-05-31"}, "v-p1-30")
    assert shown(Person(bought("p1", 90, 55, 20)), again("p1", due=0.9)) == [("p1", "again")], "too early"
    assert shown(Person(bought("p1", 21, 14, 7)), again("p1", due=0.9)) == [("p1", "due")], "bought just now, due again"
    assert shown(Person(bought("p1", 50, 30, 7)), again("p1", due=0.9)) == [], "bought just now"


def test_what_one_owns_once_or_brought_back_or_refused_is_not_shown():
    once = Person(bought("p1", 90))
    assert shown(once, again("p1", 0.9, 0.9)) == []
    twice = [*bought("p1", 90, 60), *bought("p2", 90, 60), *bought("p3", 90, 60)]
    person = Person(twice, refused=frozenset({"p1"}), returned=frozenset({"p2"}))
    assert shown(person, again("p1"), again("p2"), again("p3")) == [("p3", "again")]


def test_what_is_new_needs_a_product_of_hers_and_enough_chance():
    person = Person(bought("p1", 90))
    assert shown(person, new("p2"), new("p3", with_hers="gone"), new("gone", with_hers="p1")) == []
    assert shown(person, new("p2", 0.0005, "p1")) == []


def test_what_she_wants_herself_stands_beside_it():
    person = Person(bought("p1", 90), [Interest("p2", "v", "saved", TODAY - 3)], [("p3", "v")])
    assert shown(person, new("p4", 0.01, "p1")) == [("p3", "cart"), ("p2", "saved"), ("p4", "together")]


def test_repeats_leave_room_for_what_is_new():
    person = Person([one for at in range(10) for one in bought(f"p{at}", 90, 60)])
    foreseen = [again(f"p{at}", 0.5) for at in range(10)] + [new(f"p{at}", 0.01, "p1") for at in range(10, 20)]
    reasons = [reason for _, reason in shown(person, *foreseen)]
    assert len(reasons) == MOST and reasons.count("again") == reasons.count("together")


def test_what_she_wants_herself_does_not_hide_the_others():
    saved = [Interest(f"p{at}", "v", "saved", TODAY) for at in range(3, 7)]
    bought_twice = [*bought("p1", 90, 60), *bought("p2", 90, 60)]
    person = Person(bought_twice, saved, [(f"p{at}", "v") for at in range(7, 11)])
    found = shown(person, again("p1", 0.01), again("p2", 0.02), new("p14", 0.01, "p1"), new("p15", 0.02, "p1"))
    assert found[4:] == [("p15", "together"), ("p2", "again"), ("p1", "again"), ("p14", "together")]
    assert [reason for _, reason in found[:4]] == ["cart"] * 4 and len(found) == MOST


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """A central of people with habits up to today, with what was learned of it in force and all lists made."""
    folder = tmp_path_factory.mktemp("shop")
    central, model = gift_shop.learned(folder, datetime.now(UTC).date())
    gift_shop.keep(central, model, folder)
    central.run(actions.build, lambda done, total: None)
    central.file = folder / "shop.sqlite"
    yield central
    central.close()
    shelf.forget(folder)


def test_every_reason_is_true_and_both_kinds_are_there(shop):
    facts, kinds = Facts(shop.file), Counter()
    for customer, items in facts.lists.items():
        told = [item["reason"] for item in items]
        assert all(facts.is_true(customer, item) for item in items)
        assert len([one for one in told if one in {"together", "people"}]) >= 2, "repeats never hide what is new"
        long_ago = max(day for bought in facts.hers[customer].values() for day, _ in bought) <= AGO
        assert not long_ago or {"again", "due"} & set(told), "nor does what is new hide all repeats"
        kinds.update(told)
    assert len(facts.lists) == 80 and min(kinds[reason] for reason in ("again", "due", "together")) > 20
    assert len({str(items) for items in facts.lists.values()}) == 80, "no two are alike"


def items(shop, customer):
    return {one["product"]: one for one in shop.rows("suggestions", id=customer)[0]["items"]}


def test_one_list_made_anew_is_the_same_as_in_the_building_of_all(shop):
    before = shop.rows("suggestions")
    shop.run(actions.refresh, [row["id"] for row in before])
    assert shop.rows("suggestions") == before


def test_what_she_buys_counts_at_once(shop):
    before, mine = items(shop, "c005"), Facts(shop.file).hers["c005"]
    product = next(product for product in before if product in mine)
    order = placed(line("l-new", f"v-{product}"), number="n-new", customer="c005")
    shop.tell(by(), "order.placed", "new", order)
    assert product not in items(shop, "c005")
    facts = Facts(shop.file)
    assert all(facts.is_true("c005", item) for item in facts.lists["c005"])


def test_what_she_refuses_or_forbids(shop):
    first, *_ = items(shop, "c006")
    shop.tell(by(), "suggestions.refused", "c006", v1.Refused(first))
    assert first not in items(shop, "c006")
    shop.tell(by(), "customer.patched", "c006", Patched({"consents": {"profiling": False}}), 1)
    assert {one["reason"] for one in items(shop, "c006").values()} == {"popular"}


def test_without_a_model_the_plain_formulas_make_the_lists(shop, monkeypatch):
    monkeypatch.setattr(actions.insight, "foresight", lambda tx: None)
    shop.run(actions.refresh, ["c007"])
    plain = items(shop, "c007")
    monkeypatch.undo()
    shop.run(actions.refresh, ["c007"])
    assert plain != items(shop, "c007")
    assert "again" not in {one["reason"] for one in plain.values()}
