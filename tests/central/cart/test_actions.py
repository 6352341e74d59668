"""One cart from many hands: deltas from tablets and the web, in any order, once each."""

from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clienteling.central.cart import actions
from clienteling.central.cart.domain import Carried
from clienteling.contract.ids import cart_of
from clienteling.contract.v1 import cart as v1
from tests.helpers.actions import GTIN, MINSEO, PRICES, YUNA, Central, by, open_shop

CART = cart_of(MINSEO)


def added(line="coat", quantity=1, **more):
    more.setdefault("price", PRICES.get(line, 0))
    return v1.LineAdded(line=line, quantity=quantity, currency="KRW", store="here", customer=MINSEO, **more)


def quantities(central, cart=CART):
    record = central.record("cart", cart)
    return {line.id: line.quantity for line in record.lines} if record else {}


def test_two_scans_are_one_line_of_two(central):
    central.tell(by(), "cart.line_added", CART, added())
    central.tell(by("there"), "cart.line_added", CART, added())
    assert quantities(central) == {"coat": 2}
    assert ("cart", CART) in central.told("store:here")


def test_the_same_operation_again_adds_nothing(central):
    for _ in range(3):
        assert central.tell(by(), "cart.line_added", CART, added(), op="op-1").ver == 1
    assert quantities(central) == {"coat": 1}


def test_what_others_added_stays_when_a_line_goes(central):
    central.tell(by(), "cart.line_added", CART, added(quantity=2))
    central.tell(by("web", kind="web"), "cart.line_added", CART, added())
    central.tell(by(), "cart.line_removed", CART, v1.LineRemoved("coat", 2))
    assert quantities(central) == {"coat": 1}


def test_a_line_may_go_before_it_has_come(central):
    """As after a backup was put back: each tablet tells its own part again, in whatever order they come."""
    central.tell(by(), "cart.line_added", CART, added("scarf"))
    central.tell(by(), "cart.line_removed", CART, v1.LineRemoved("coat", 2))
    assert quantities(central) == {"scarf": 1}
    central.tell(by("there"), "cart.line_added", CART, added(quantity=3, price=389_000))
    assert quantities(central) == {"scarf": 1, "coat": 1}
    assert central.tell(by(), "cart.line_removed", CART, v1.LineRemoved("no such thing", 2)).status == 200
    assert len(central.rows("cart_line")) == 2


def test_what_was_taken_out_and_put_in_again_comes_from_where_it_was_put_in(central):
    central.tell(by(), "cart.line_added", CART, added())
    central.tell(by(), "cart.line_removed", CART, v1.LineRemoved("coat", 1))
    central.tell(by("web", kind="web"), "cart.line_added", CART, added())
    assert central.record("cart", CART).lines[0].source == "online"
    central.tell(by(), "cart.line_added", CART, added())
    assert central.record("cart", CART).lines[0].source == "online", "one more of what lies there"


def test_two_tablets_that_take_the_last_away_leave_none(central):
    central.tell(by(), "cart.line_added", CART, added())
    for store in ("here", "there"):
        central.tell(by(store), "cart.line_removed", CART, v1.LineRemoved("coat", 1))
    assert quantities(central) == {}


def test_a_code_becomes_its_variant_at_the_present_price(central):
    central.tell(by(), "cart.line_added", CART, added("gtin:" + GTIN[1:], gtin=GTIN))
    [line] = central.record("cart", CART).lines
    assert (line.id, line.variant, line.price, line.price_version) == ("coat", "coat", PRICES["coat"], 1)
    central.tell(by(), "cart.line_removed", CART, v1.LineRemoved("gtin:" + GTIN[1:], 1))
    assert quantities(central) == {}


def test_an_unknown_code_stays_unresolved(central):
    central.tell(by(), "cart.line_added", CART, added("gtin:0000000000000"))
    [line] = central.record("cart", CART).lines
    assert (line.id, line.variant) == ("gtin:0000000000000", None)


@pytest.mark.parametrize(
    ("fact", "status"),
    [
        (added(price=1), 422),
        (added(quantity=0), 422),
        (added(fulfilment="pickup"), 422),
        (added("nothing"), 404),
        (v1.LineAdded("coat", 1, PRICES["coat"], "USD", "here", MINSEO), 422),
        (v1.LineAdded("coat", 1, PRICES["coat"], "KRW", "here", YUNA), 422),
        (v1.LineAdded("coat", 1, PRICES["coat"], "KRW", "here", "nobody"), 404),
    ],
)
def test_what_may_not_be_in_a_cart(central, fact, status):
    assert central.tell(by(), "cart.line_added", CART, fact).status == status
    assert quantities(central) == {}


def test_fulfilment_and_parking(central):
    central.tell(by(), "cart.line_added", CART, added())
    pickup = v1.LineSetFulfilment("coat", "pickup", "there")
    assert central.tell(by(), "cart.line_set_fulfilment", CART, pickup).status == 200
    assert central.tell(by(), "cart.line_set_fulfilment", CART, v1.LineSetFulfilment("boots", "ship")).status == 404
    assert central.tell(by(), "cart.parked", CART, v1.Parked(True, "here", "later")).status == 200
    cart = central.record("cart", CART)
    assert (cart.parked, cart.label, cart.lines[0].pickup_store) == (True, "later", "there")


def test_a_guests_cart_belongs_to_its_store(central):
    guest = v1.LineAdded("coat", 1, PRICES["coat"], "KRW", "here")
    assert central.tell(by(), "cart.line_added", "guest", guest).status == 200
    assert central.tell(by("there"), "cart.line_added", "guest", guest).status == 404
    assert set(central.told("store:here")) >= {("cart", "guest")}
    assert ("cart", "guest") not in central.told("store:there")


def test_a_persons_cart_is_told_to_her_home_wherever_it_was_begun(central):
    theirs = v1.LineAdded("coat", 1, PRICES["coat"], "KRW", "here", YUNA)
    central.tell(by("here", kind="web"), "cart.line_added", cart_of(YUNA), theirs)
    central.tell(by("here"), "cart.line_added", cart_of(YUNA), theirs)
    assert ("cart", cart_of(YUNA)) in central.told("store:there")
    assert ("cart", cart_of(YUNA)) not in central.told("store:here")
    assert central.record("cart", cart_of(YUNA)).store == "there"


def test_an_order_empties_no_other_cart(central):
    central.tell(by(), "cart.line_added", CART, added(quantity=2))
    guest = v1.LineAdded("coat", 2, PRICES["coat"], "KRW", "here")
    central.tell(by(), "cart.line_added", "guest", guest)
    for who, id, customer in ((by(), CART, YUNA), (by(), CART, None), (by("there"), "guest", None)):
        central.run(actions.take_out, who, id, customer, [("coat", 1)])
    assert (quantities(central), quantities(central, "guest")) == ({"coat": 2}, {"coat": 2})
    central.run(actions.take_out, by(), CART, MINSEO, [("coat", 1)])
    central.run(actions.take_out, by(), "guest", MINSEO, [("coat", 2)])
    assert (quantities(central), quantities(central, "guest")) == ({"coat": 1}, {})


def test_loaded_carts_are_online(central):
    told = [Carried(MINSEO, "coat", 1, 1, "KRW"), Carried(MINSEO, "boots", 2, 1, "KRW")]
    assert central.run(actions.load, told) == 2
    assert quantities(central) == {"boots": 2, "coat": 1}
    assert sorted(central.read(actions.online)) == [(MINSEO, "boots"), (MINSEO, "coat")]
    assert central.run(actions.entities_of, MINSEO) == [("cart", CART, 1)]


STEP = st.one_of(
    st.tuples(st.just("cart.line_added"), st.integers(1, 3)),
    st.tuples(st.just("cart.line_added"), st.integers(-3, -1)),
    st.tuples(st.just("cart.line_removed"), st.integers(1, 3)),
)


@given(st.lists(STEP, min_size=1, max_size=5), st.randoms(use_true_random=False))
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_operations_of_several_tablets_commute(steps, random):
    """The first line is there from the start: a removal of a line that was never there is nothing."""
    shuffled = list(steps)
    random.shuffle(shuffled)
    assert _after(steps) == _after(shuffled)


def _after(steps):
    with TemporaryDirectory() as folder:
        return _quantities_after(steps, Central(f"sqlite+aiosqlite:///{folder}/central.sqlite"))


def _quantities_after(steps, central):
    try:
        central.run(open_shop)
        central.tell(by(), "cart.line_added", CART, added())
        for kind, quantity in steps:
            fact = added(quantity=quantity) if kind == "cart.line_added" else v1.LineRemoved("coat", quantity)
            assert central.tell(by(), kind, CART, fact).status == 200
        return quantities(central)
    finally:
        central.close()
