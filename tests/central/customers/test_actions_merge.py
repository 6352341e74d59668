"""Two records of one person become one: all that is hers moves, and who still speaks of the other is understood."""

import pytest

from clienteling.central.customers import actions
from clienteling.contract.ids import cart_of
from clienteling.contract.v1 import cart as carts
from clienteling.contract.v1 import customers as v1
from clienteling.contract.v1 import notes, orders, suggestions, today
from tests.helpers.actions import JOSE, MINSEO, YUNA, by

TWIN = "twin"


@pytest.fixture
def doubled(central):
    """김민서 was made a second time on another tablet, and served under that name."""
    made = v1.Created("Min Seo", "here", phone="+82 10 1234 5678", email="new@example.com", privacy_notice=True)
    assert central.tell(by(), "customer.created", TWIN, made).result == {"duplicates": [MINSEO]}
    serve(central, TWIN, "t")
    serve(central, MINSEO, "m")
    return central


def serve(central, customer, mark):
    """A note, a cart of two, an order, a visit and a refusal."""
    line = carts.LineAdded("scarf", 2, 98_000, "KRW", "here", customer)
    sold = orders.OrderLine(f"line-{mark}", "scarf", 1, 98_000, "now")
    for kind, id, args in [
        ("note.written", f"note-{mark}", notes.Written(customer, "here", f"by {mark}", "team")),
        ("note.written", f"own-{mark}", notes.Written(customer, "here", f"own {mark}", "private")),
        ("cart.line_added", cart_of(customer), line),
        ("order.placed", f"order-{mark}", orders.Placed(f"{mark}-1", "here", "", [sold], 98_000, "KRW", customer)),
        ("visit.started", f"visit-{mark}", today.Started(customer, "here", "scan")),
        ("suggestions.refused", customer, suggestions.Refused(f"p-{'coat' if mark == 't' else 'boots'}")),
    ]:
        assert central.tell(by(), kind, id, args).status == 200, kind


def merge(central, id=MINSEO, other=TWIN, op="", device="tablet-here", **chosen):
    return central.tell(by(device=device), "customer.merged", id, v1.Merged(other, chosen), op=op)


def test_all_that_is_hers_moves_and_she_is_gone(doubled):
    answer = merge(doubled, email="new@example.com")
    assert answer.status == 200
    her = doubled.record("customer", MINSEO)
    assert (her.name, her.phone, her.email, her.also) == ("김민서", "010-1234-5678", "new@example.com", [TWIN])
    assert answer.ver == doubled.told("store:here")["customer", MINSEO]
    assert doubled.record("customer", TWIN) is None
    assert {row["customer"] for name in ("note", "orders", "event", "visit") for row in doubled.rows(name)} == {MINSEO}
    [line] = doubled.record("cart", cart_of(MINSEO)).lines
    assert line.quantity == 4
    assert doubled.record("cart", cart_of(TWIN)) is None
    assert {row["product"] for row in doubled.rows("refused")} == {"p-coat", "p-boots"}
    assert her.spend == 196_000, "both orders count"


def test_every_tablet_of_the_store_hears_of_it(doubled):
    before = doubled.told("store:here")
    merge(doubled)
    after = doubled.told("store:here")
    assert ("customer", TWIN) not in after and ("cart", cart_of(TWIN)) not in after
    for kind, id in [("note", "note-t"), ("note", "own-t"), ("order", "order-t"), ("visit", "visit-t")]:
        assert after[kind, id] == before[kind, id] + 1
    assert ("note", "note-m") in after and after["note", "note-m"] == before["note", "note-m"], "hers was hers"


def test_told_again_by_the_same_or_another_tablet_it_is_done_once(doubled):
    first = merge(doubled, op="op-1")
    assert merge(doubled, op="op-1") == first
    assert merge(doubled, device="second").status == 200
    [line] = doubled.record("cart", cart_of(MINSEO)).lines
    assert line.quantity == 4


def test_of_the_consents_the_most_restrictive_counts_and_none_is_chosen(doubled):
    yes, no = {"sms": True, "email": True}, {"sms": False}
    assert doubled.tell(by(), "customer.patched", MINSEO, v1.Patched({"consents": yes}), 99).status == 200
    assert doubled.tell(by(), "customer.patched", TWIN, v1.Patched({"consents": no}), 99).status == 200
    assert merge(doubled, consents={"sms": True}).status == 422
    assert merge(doubled).status == 200
    assert doubled.record("customer", MINSEO).consents == {"sms": False, "email": True}
    late = v1.Patched({"consents": {"sms": True}})
    doubled.tell(by(), "customer.patched", MINSEO, late, 1)
    assert doubled.record("customer", MINSEO).consents["sms"] is False, "a yes from before does not come back"


def test_whoever_was_offline_and_speaks_of_the_other_is_understood(doubled):
    merge(doubled)
    late = by(device="was offline")
    note = notes.Written(TWIN, "here", "late", "team")
    line = carts.LineAdded("scarf", 1, 98_000, "KRW", "here", TWIN)
    assert doubled.tell(late, "note.written", "late", note).status == 200
    assert doubled.tell(late, "cart.line_added", cart_of(TWIN), line).status == 200
    assert doubled.tell(late, "cart.line_removed", cart_of(TWIN), carts.LineRemoved("scarf", 1)).status == 200
    assert doubled.tell(late, "suggestions.refused", TWIN, suggestions.Refused("p-scarf")).status == 200
    assert doubled.record("note", "late").customer == MINSEO
    [kept] = doubled.record("cart", cart_of(MINSEO)).lines
    assert kept.quantity == 4
    assert len(doubled.rows("cart")) == 1


def test_a_change_of_the_others_record_is_shown_to_a_person_where_it_differs(doubled):
    merge(doubled)
    patch = v1.Patched({"phone": "010-0000-0000"})
    answer = doubled.tell(by(), "customer.patched", TWIN, patch, 1)
    assert (answer.status, answer.theirs) == (409, {"phone": "010-1234-5678"})
    decided = v1.Patched({"phone": "010-0000-0000"}, over={"phone": "010-1234-5678"})
    assert doubled.tell(by(), "customer.patched", TWIN, decided, 1).status == 200
    assert doubled.record("customer", MINSEO).phone == "010-0000-0000"


def test_who_became_somebody_goes_along_when_that_one_becomes_another(doubled):
    merge(doubled)
    assert merge(doubled, id=JOSE, other=MINSEO).status == 200
    assert doubled.record("customer", JOSE).also == [MINSEO, TWIN]
    assert doubled.tell(by(), "note.written", "late", notes.Written(TWIN, "here", "x", "team")).status == 200
    assert doubled.record("note", "late").customer == JOSE


def test_whom_the_tablet_does_not_hold_it_does_not_merge(doubled):
    assert merge(doubled, other=YUNA).status == 404
    assert merge(doubled, id=YUNA, other=MINSEO).status == 404
    assert merge(doubled, other="nobody").status == 404
    assert merge(doubled, other=MINSEO).status == 422
    assert merge(doubled, name=" ").status == 422
    assert doubled.record("customer", TWIN).name == "Min Seo", "nothing of it was done"


def test_somebody_of_another_store_who_was_fetched_leaves_that_store(doubled):
    serve_there = by("there", device="tablet-there")
    assert doubled.tell(serve_there, "note.written", "far", notes.Written(YUNA, "there", "x", "team")).status == 200
    doubled.run(actions.fetch, by(), YUNA)
    assert merge(doubled, other=YUNA).status == 200
    there, here = doubled.told("store:there"), doubled.told("store:here")
    assert ("customer", YUNA) not in there
    assert ("note", "far") in there and ("note", "far") in here, "it was written there, and she is at home here"
    assert doubled.told(f"customer:{YUNA}") == {}


def test_two_that_only_look_the_same_are_told_apart(doubled):
    assert doubled.record("customer", TWIN).twins == [MINSEO]
    for _ in range(2):
        assert doubled.tell(by(), "customer.told_apart", TWIN, v1.ToldApart(MINSEO)).status == 200
    assert doubled.record("customer", TWIN).twins == []
    assert doubled.told("store:here")["customer", TWIN] == doubled.rows("customer", id=TWIN)[0]["ver"]


def test_after_a_merge_nobody_is_asked_about_her_any_more(doubled):
    again = v1.Created("민서", "here", phone="010-1234-5678", privacy_notice=True)
    assert set(doubled.tell(by(), "customer.created", "third", again).result["duplicates"]) == {MINSEO, TWIN}
    before = doubled.told("store:here")["customer", "third"]
    merge(doubled)
    assert doubled.record("customer", "third").twins == [MINSEO]
    assert doubled.told("store:here")["customer", "third"] > before
