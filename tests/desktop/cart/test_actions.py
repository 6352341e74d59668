"""Each thing a person does with a cart is one change on the tablet and one fact for central."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clienteling.contract.ids import cart_of
from clienteling.contract.money import Money
from clienteling.contract.v1.cart import Cart, CartLine
from clienteling.contract.v1.catalog import Product, Variant
from clienteling.contract.v1.sync import Answer
from clienteling.desktop.cart import actions, domain
from clienteling.desktop.cart.wire import describe
from clienteling.desktop.runtime.db import metadata, open_engine
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync import outbox, push
from tests.helpers import shop
from tests.helpers.vault import KEY

HAT = Variant("hat-1", "HT-1", shop.UNKNOWN_CODE, 50_000, "KRW", 1)


@pytest.fixture
def hers(tx):
    shop.open_shop(tx)
    return actions.whose(shop.MINSEO, shop.HERE, "staff-1")


def facts(tx, whose):
    return [item.operation for item in outbox.of_entity(tx, "cart", whose.cart)]


def shown(tx, whose):
    return {line.id: line.quantity for line in actions.lines(tx, whose.cart)}


def test_a_scan_is_a_line_and_a_fact(tx, hers):
    added = actions.add_scanned(tx, hers, shop.COAT_CODE, offline=False, currency="KRW")
    assert (added.line, added.quantity, added.fulfilment) == (shop.COAT, 1, "now")
    (fact,) = facts(tx, hers)
    assert (fact.kind, fact.id, fact.staff) == ("cart.line_added", cart_of(shop.MINSEO), "staff-1")
    assert (fact.args["quantity"], fact.args["price"], fact.args["price_version"]) == (1, 389_000, 3)


def test_two_of_the_same_are_one_line_of_two(tx, hers):
    for _ in range(2):
        actions.add_scanned(tx, hers, shop.COAT_CODE, offline=False, currency="KRW")
    assert shown(tx, hers) == {shop.COAT: 2}


def test_what_is_not_here_is_shipped(tx, hers):
    assert actions.add(tx, hers, shop.BOOTS).fulfilment == "ship"


def test_one_more_than_the_shelf_holds_turns_the_line_to_shipping(tx, hers):
    actions.add(tx, hers, shop.COAT, 2)
    assert actions.add(tx, hers, shop.COAT).fulfilment == "ship"


def test_an_unknown_code_is_a_problem_while_central_answers(tx, hers):
    with pytest.raises(Problem, match="No product has the code"):
        actions.add_scanned(tx, hers, shop.UNKNOWN_CODE, offline=False, currency="KRW")
    assert facts(tx, hers) == []


def test_an_unknown_code_waits_for_the_catalogue_while_offline(tx, hers):
    added = actions.add_scanned(tx, hers, shop.UNKNOWN_CODE, offline=True, currency="KRW", sure=True)
    assert added.line == f"gtin:{shop.UNKNOWN_CODE}" and added.item is None
    (line,) = actions.lines(tx, hers.cart)
    assert not line.resolved and line.gtin == shop.UNKNOWN_CODE


def test_the_catalogue_resolves_it_later(tx, hers):
    actions.add_scanned(tx, hers, shop.UNKNOWN_CODE, offline=True, currency="KRW", sure=True)
    actions.add_scanned(tx, hers, shop.UNKNOWN_CODE, offline=True, currency="KRW", sure=True)
    product = shop.PRODUCTS[2]
    late = replace_variant(product, id="late", gtin=shop.UNKNOWN_CODE)
    shop.tell(tx, "product", "late", late)
    assert actions.resolve(tx, hers) == 1
    assert shown(tx, hers) == {"late": 2}
    assert actions.resolve(tx, hers) == 0


def replace_variant(product, id, gtin):
    import msgspec

    variant = msgspec.structs.replace(product.variants[0], id=id, gtin=gtin)
    return msgspec.structs.replace(product, id=id, variants=[variant])


def test_a_quantity_never_falls_below_zero(tx, hers):
    actions.add(tx, hers, shop.COAT, 2)
    actions.change(tx, hers, shop.COAT, -5)
    assert shown(tx, hers) == {}
    assert actions.change(tx, hers, shop.COAT, -1) is None


def test_undo_of_a_change_is_the_opposite_fact(tx, hers):
    actions.add(tx, hers, shop.COAT)
    before = actions.change(tx, hers, shop.COAT, 3)
    actions.restore(tx, hers, before, -3)
    assert shown(tx, hers) == {shop.COAT: 1}
    assert [fact.args["quantity"] for fact in facts(tx, hers)] == [1, 3, -3]


def test_undo_of_a_removal_brings_the_line_back_as_it_was(tx, hers):
    actions.add(tx, hers, shop.SCARF, 2)
    actions.set_fulfilment(tx, hers, shop.SCARF, "pickup", shop.HONGDAE)
    before = actions.remove(tx, hers, shop.SCARF)
    assert shown(tx, hers) == {}
    actions.restore(tx, hers, before, before.quantity)
    (line,) = actions.lines(tx, hers.cart)
    assert (line.quantity, line.fulfilment, line.pickup_store) == (2, "pickup", shop.HONGDAE)


def test_a_pick_up_needs_its_store(tx, hers):
    actions.add(tx, hers, shop.SCARF)
    with pytest.raises(Problem, match="Choose the store"):
        actions.set_fulfilment(tx, hers, shop.SCARF, "pickup")


def test_a_way_that_is_set_already_is_not_told_again(tx, hers):
    actions.add(tx, hers, shop.BOOTS)
    actions.set_fulfilment(tx, hers, shop.BOOTS, "ship")
    assert [fact.kind for fact in facts(tx, hers)] == ["cart.line_added"]


def test_several_carts_are_open_and_one_can_be_set_aside(tx, hers):
    guest = actions.whose(None, shop.HERE, "staff-1")
    actions.add(tx, hers, shop.COAT)
    actions.add(tx, guest, shop.SCARF, 2)
    actions.park(tx, guest, True, "Fitting room 2")
    found = {one.cart: one for one in actions.open_carts(tx, shop.HERE)}
    assert found[guest.cart].parked and found[guest.cart].label == "Fitting room 2"
    assert found[guest.cart].totals == (Money(196_000, "KRW"),)
    assert found[hers.cart].customer == shop.MINSEO


def test_her_online_cart_arrives_beside_what_was_scanned(tx, hers):
    actions.add(tx, hers, shop.COAT)
    online = CartLine(shop.BOOTS, 1, 219_000, "KRW", variant=shop.BOOTS, fulfilment="ship", source="online")
    shop.tell(tx, "cart", hers.cart, Cart(hers.cart, shop.HERE, [online], customer=shop.MINSEO))
    assert shown(tx, hers) == {shop.BOOTS: 1, shop.COAT: 1}
    assert {line.source for line in actions.lines(tx, hers.cart)} == {"online", "store"}


def test_a_refused_fact_no_longer_shows(tx, hers):
    actions.add(tx, hers, shop.COAT)
    actions.add(tx, hers, shop.SCARF)
    batch = push.take(tx, 10)
    answers = [Answer(batch[0].operation.op, 422, title="no"), Answer(batch[1].operation.op, 200, ver=1)]
    push.settle(tx, shop.MIRRORS, batch, answers)
    assert shown(tx, hers) == {shop.SCARF: 1}


def test_todays_price_is_taken_over_only_when_asked(tx, hers):
    actions.add(tx, hers, shop.SCARF, 2)
    product = shop.PRODUCTS[2]
    import msgspec

    dearer = msgspec.structs.replace(product.variants[0], price=105_000, price_version=2)
    shop.tell(tx, "product", "scarf", msgspec.structs.replace(product, variants=[dearer]), ver=2)
    assert domain.totals(actions.lines(tx, hers.cart)) == (Money(196_000, "KRW"),)
    actions.quote_anew(tx, hers, shop.SCARF)
    assert domain.totals(actions.lines(tx, hers.cart)) == (Money(210_000, "KRW"),)


def test_facts_are_told_in_plain_words(tx, hers, language):
    actions.add(tx, hers, shop.COAT, 2)
    actions.change(tx, hers, shop.COAT, -1)
    actions.remove(tx, hers, shop.COAT)
    actions.park(tx, hers, True)
    told = [describe(fact) for fact in facts(tx, hers)]
    assert told == ["2 put into a cart", "1 taken out of a cart", "A line taken out of a cart", "A cart set aside"]


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from([shop.COAT, shop.BOOTS]), st.integers(-3, 3)),
        st.tuples(st.just("answer"), st.integers(1, 3), st.just(0)),
        st.tuples(st.just("web"), st.sampled_from([shop.COAT, shop.BOOTS]), st.integers(-2, 3)),
        st.tuples(st.just("pull"), st.just(""), st.just(0)),
    ),
    max_size=25,
)


class Central:
    """What central makes of the deltas: it adds them up, and tells what is above zero."""

    def __init__(self):
        self.quantities, self.ver, self.told = {}, 0, {}

    def apply(self, line, delta):
        self.quantities[line] = self.quantities.get(line, 0) + delta
        self.ver += 1

    def record(self, cart):
        self.told = dict(self.quantities)
        lines = [CartLine(id, held, 1, "KRW", variant=id) for id, held in self.quantities.items()]
        return Cart(cart, shop.HERE, lines, customer=shop.MINSEO)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_in_any_order_the_cart_shows_central_and_what_is_untold(steps):
    engine = open_engine(":memory:", KEY)
    metadata.create_all(engine)
    with engine.begin() as tx:
        tx.info["touched"] = set()
        _follow(tx, steps)
    engine.dispose()


def _follow(tx, steps):
    whose = actions.whose(shop.MINSEO, shop.HERE, None)
    central = Central()
    for what, arg, delta in steps:
        if what == "add" and delta:
            line = domain.Line(arg, 0, 1, "KRW", arg, None)
            actions.restore(tx, whose, line, delta)
        if what == "web":
            central.apply(arg, delta)
        if what == "answer":
            batch = push.take(tx, arg)
            for item in batch:
                central.apply(item.operation.args["line"], item.operation.args["quantity"])
                push.settle(tx, shop.MIRRORS, [item], [Answer(item.operation.op, 200, ver=central.ver)])
        if what == "pull" and central.ver:
            shop.tell(tx, "cart", whose.cart, central.record(whose.cart), central.ver)
            outbox.deliver(tx, [item.n for item in outbox.acked(tx)], "2026-11-22")
        _check(tx, whose, central)


def _check(tx, whose, central):
    expected = dict(central.told)
    for item in outbox.of_entity(tx, "cart", whose.cart):
        if item.state != "delivered":
            args = item.operation.args
            expected[args["line"]] = expected.get(args["line"], 0) + args["quantity"]
    assert shown(tx, whose) == {line: held for line, held in expected.items() if held > 0}


def scanned(tx, whose, code, offline=False):
    return actions.add_scanned(tx, whose, code, offline, "KRW", sure=True)


def test_a_code_that_nobody_here_knows_is_not_kept_unless_it_is_sure(tx, hers):
    with pytest.raises(Problem, match="Scan it once more"):
        actions.add_scanned(tx, hers, shop.UNKNOWN_CODE, offline=True, currency="KRW", sure=False)
    assert actions.lines(tx, hers.cart) == [] and outbox.items(tx) == []
    assert actions.add_scanned(tx, hers, shop.COAT_CODE, offline=True, currency="KRW", sure=False).quantity == 1


def test_one_scan_is_taken_back_and_no_more(tx, hers):
    first, second = (scanned(tx, hers, shop.COAT_CODE) for _ in range(2))
    actions.take_back(tx, hers, first)
    assert shown(tx, hers) == {shop.COAT: 1}
    actions.take_back(tx, hers, second)
    assert shown(tx, hers) == {}
    assert [fact.args["quantity"] for fact in facts(tx, hers)] == [1, 1, -1, -1]


def test_the_scan_that_made_it_too_many_gives_the_way_back_too(tx, hers):
    *_, third = (scanned(tx, hers, shop.COAT_CODE) for _ in range(3))
    assert third.turned and actions.line(tx, hers.cart, shop.COAT).fulfilment == "ship"
    fourth = scanned(tx, hers, shop.COAT_CODE)
    assert not fourth.turned
    actions.take_back(tx, hers, third)
    assert actions.line(tx, hers.cart, shop.COAT).fulfilment == "ship", "three are still more than the shelf holds"
    actions.take_back(tx, hers, replace(fourth, turned=True))
    assert actions.line(tx, hers.cart, shop.COAT).fulfilment == "now"


def test_a_way_that_was_chosen_stays_when_a_scan_is_taken_back(tx, hers):
    scanned(tx, hers, shop.COAT_CODE)
    actions.set_fulfilment(tx, hers, shop.COAT, "ship")
    actions.take_back(tx, hers, scanned(tx, hers, shop.COAT_CODE))
    assert actions.line(tx, hers.cart, shop.COAT).fulfilment == "ship"


def test_what_is_gone_is_not_taken_back_below_nothing(tx, hers):
    added = scanned(tx, hers, shop.COAT_CODE)
    actions.remove(tx, hers, shop.COAT)
    with pytest.raises(Problem, match="not in the cart any more"):
        actions.take_back(tx, hers, added)
    scanned(tx, hers, shop.COAT_CODE)
    assert shown(tx, hers) == {shop.COAT: 1}, "the next scan counts whole"


def test_a_code_that_the_catalogue_has_named_meanwhile_is_taken_back_too(tx, hers):
    added = scanned(tx, hers, shop.UNKNOWN_CODE, offline=True)
    shop.tell(tx, "product", "hat", Product("hat", "모자", "Hat", "", "Hats", [HAT]), scope="tenant:t")
    assert actions.resolve(tx, hers) == 1 and shown(tx, hers) == {HAT.id: 1}
    actions.take_back(tx, hers, added)
    assert shown(tx, hers) == {}
