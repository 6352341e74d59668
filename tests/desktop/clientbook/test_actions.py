"""A history of central's events and this device's own orders, in pages."""

import pytest

from clienteling.contract.v1.clientbook import Event, EventItem
from clienteling.contract.v1.sync import Answer, Change
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.clientbook import actions, store, wire
from clienteling.desktop.clientbook.domain import NEWEST, Place
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.suggestions import actions as suggestions
from clienteling.desktop.sync import held, outbox, push
from tests.helpers import clients, shop


def ids(tx, phase="", channel=""):
    return [event.id for event in actions.history(tx, clients.MINSEO, phase, channel)[0]]


def place_order(tx, id="draft"):
    whose = cart.whose(clients.MINSEO, shop.HERE, "staff-1")
    cart.add(tx, whose, shop.COAT)
    return orders.place(tx, id, whose, "till", customers.addresses(tx, clients.MINSEO)[0], "T1")


def test_the_history_is_newest_first_and_filtered(tx):
    clients.open_book(tx)
    assert ids(tx) == ["e1", "e2", "e3", "e4", "e5"]
    assert ids(tx, phase="buy") == ["e2", "e5"]
    assert ids(tx, channel="online") == ["e1", "e4"]
    assert ids(tx, phase="use", channel="store") == ["e3"]


def test_an_order_of_this_device_stands_in_the_history_until_central_tells_it(tx):
    clients.open_book(tx)
    place_order(tx)
    assert ids(tx) == ["draft", "e1", "e2", "e3", "e4", "e5"]
    assert ids(tx, channel="online") == ["e1", "e4"]
    first = actions.history(tx, clients.MINSEO, "", "")[0][0]
    assert (first.what, first.provisional, first.pieces, first.amount) == ("ordered", True, 1, 389_000)
    clients.tell(tx, "event", [clients.bought("e9", [shop.COAT], order="draft")])
    assert ids(tx)[:1] == ["e1"] and "draft" not in ids(tx) and "e9" in ids(tx)


def test_a_purchase_cancelled_here_stands_as_cancelled_at_once(tx):
    clients.open_book(tx)
    place_order(tx)
    clients.tell(tx, "event", [clients.bought("e9", [shop.COAT], order="draft")])
    orders.cancel(tx, "draft", "staff-1", "", into_cart=False)
    told = {event.id: event.what for event in actions.history(tx, clients.MINSEO, "", "")[0]}
    assert (told["e9"], told["e2"], "draft" in told) == ("cancelled", "bought", False)


def test_her_own_orders_here_belong_to_her_rhythm(tx):
    clients.open_book(tx)
    minseo = customers.person(tx, clients.MINSEO)
    assert actions.rhythm(tx, minseo)[:2] == ("new", 2)
    place_order(tx)
    assert actions.rhythm(tx, minseo)[:2] == ("regular", 3), "also before central has heard of it"
    orders.cancel(tx, "draft", "staff-1", "", into_cart=False)
    assert actions.rhythm(tx, minseo)[:2] == ("new", 2)
    clients.tell(tx, "event", [clients.bought("e9", [shop.COAT], order="draft")])
    assert actions.rhythm(tx, minseo)[:2] == ("new", 2), "cancelled here, whatever central has heard so far"
    assert actions.rhythm(tx, customers.person(tx, clients.JANA)) is None


def test_ten_thousand_events_come_page_by_page(tx):
    many = [
        Event(f"x{at:05d}", clients.MINSEO, f"2026-01-01T{at // 3600:02d}:{at // 60 % 60:02d}:{at % 60:02d}Z", "online",
              "choose", "viewed")
        for at in range(10_000)
    ]  # fmt: skip
    for start in range(0, len(many), 2000):
        clients.tell(tx, "event", many[start : start + 2000])
    seen, place, more = [], NEWEST, True
    while more:
        page, more = actions.history(tx, clients.MINSEO, "", "", place)
        assert len(page) <= 50
        seen += [event.id for event in page]
        place = Place(page[-1].at, page[-1].id) if page else place
    assert seen == sorted(seen, reverse=True) and len(set(seen)) == 10_000


def test_the_next_step_looks_at_orders_the_online_cart_and_suggestions(tx):
    clients.open_book(tx)
    person = customers.person(tx, clients.MINSEO)
    cards = suggestions.cards(tx, clients.MINSEO, shop.HERE)
    assert tuple(actions.next_step(tx, person, cards, korean=False)) == ("show", "Cashmere scarf")
    cart.add(tx, cart.whose(clients.MINSEO, shop.HERE, "staff-1"), shop.BOOTS, source="online")
    assert tuple(actions.next_step(tx, person, cards, korean=True)) == ("online", "가죽 첼시 부츠")
    clients.tell(tx, "order", [clients.order("7", "ready", clients.ago(days=1))])
    assert tuple(actions.next_step(tx, person, cards, korean=True)) == ("ready", "T1-000007")


def test_events_leave_with_their_scope(tx):
    clients.open_book(tx)
    clients.MIRRORS["event"].remove(tx, ["e1", "e2"])
    assert store.count(tx, clients.MINSEO) == 3
    assert store.latest(tx, [clients.MINSEO])[clients.MINSEO] == clients.EVENTS[2].at


def note(tx, what, variant=shop.BOOTS):
    return actions.note(tx, clients.MINSEO, variant, what, shop.HERE, "staff-1")


def carded(tx):
    return [card.suggestion.product for card in suggestions.cards(tx, clients.MINSEO, shop.HERE)]


def test_an_outcome_stands_in_her_history_at_once_and_waits_for_central(tx):
    clients.open_book(tx)
    told = note(tx, "tried")
    first = actions.history(tx, clients.MINSEO, "choose", "store")[0][0]
    assert (first.id, first.what, first.store, first.staff, first.pieces) == (told, "tried", shop.HERE, "staff-1", 1)
    (fact,) = outbox.outstanding(tx, "outcome", told)
    said = {"customer": clients.MINSEO, "variant": shop.BOOTS, "what": "tried", "store": shop.HERE}
    assert (fact.kind, fact.args, fact.staff) == ("outcome.noted", said, "staff-1")
    assert wire.describe(fact) == "A product that was tried"
    assert carded(tx) == ["scarf", "boots", "coat"]


def test_centrals_own_record_takes_the_place_of_an_outcome(tx):
    clients.open_book(tx)
    told = note(tx, "shown")
    record = clients.event(told, "shown", channel="store", items=[EventItem(shop.BOOTS, 1, 0)], store=shop.HERE)
    clients.tell(tx, "event", [record])
    assert ids(tx).count(told) == 1


def test_what_central_tells_of_an_outcome_stays_when_the_fact_has_arrived(tx):
    clients.open_book(tx)
    told = note(tx, "shown")
    held.hold(tx, "store:here", "event", [Change("event", told, 1)])
    wire.OutcomeMirror().remove(tx, [told])
    assert told in ids(tx)


def test_what_is_not_for_her_is_suggested_no_more_until_that_is_taken_back(tx):
    clients.open_book(tx)
    told = note(tx, "declined")
    assert carded(tx) == ["scarf", "coat"] and told in ids(tx)
    actions.take_back(tx, told, "staff-1")
    assert carded(tx) == ["scarf", "boots", "coat"] and told not in ids(tx)
    assert [one.kind for one in outbox.outstanding(tx, "outcome", told)] == ["outcome.noted", "outcome.taken_back"]
    actions.take_back(tx, told, "staff-1")
    assert len(outbox.outstanding(tx, "outcome", told)) == 2, "nothing is taken back twice"


def test_an_outcome_that_central_rejects_leaves_her_history(tx):
    clients.open_book(tx)
    told = note(tx, "tried")
    batch = push.take(tx, 10)
    push.settle(tx, clients.MIRRORS, batch, [Answer(batch[0].operation.op, 404, title="No")])
    assert told not in ids(tx)


def test_what_is_seen_of_her_is_not_kept_against_her_will(tx):
    clients.open_book(tx)
    customers.patch(tx, clients.MINSEO, "staff-1", consents={"profiling": False})
    for what in ("shown", "tried"):
        with pytest.raises(Problem):
            note(tx, what)
    assert note(tx, "declined") in ids(tx)
