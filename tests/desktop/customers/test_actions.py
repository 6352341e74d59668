"""People made, changed and told to central, and what central says of them."""

import msgspec
import pytest

from clienteling.contract.v1 import customers as v1
from clienteling.contract.v1.sync import Answer, Change
from clienteling.desktop.customers import actions, store, wire
from clienteling.desktop.customers.domain import Person
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync import mirror, outbox, push

ADDRESS = {"label": "Home", "recipient": "김민서", "line1": "Teheran-ro 1", "city": "Seoul", "postcode": "06236"}
MIRRORS = {"customer": wire.CustomerMirror()}


def create(tx, **more):
    return actions.create(
        tx, "store-1", "staff-1", **{"name": "김민서", "phone": "01012345678", **more, "privacy_notice": True}
    )


def tell(tx, ver=1, **fields):
    record = v1.Customer(**{"id": "a", "name": "김민서", "store": "store-1", **fields})
    change = Change("customer", record.id, ver, data=msgspec.Raw(msgspec.msgpack.encode(record)))
    mirror.apply_changes(tx, MIRRORS, "store:store-1", [change])


def test_a_new_person_is_here_at_once_and_waits_for_central(tx):
    id = create(tx, email="a@example.com")
    person = actions.person(tx, id)
    assert person.pending and person.owner == "staff-1"
    (told,) = outbox.outstanding(tx, "customer", id)
    assert told.kind == "customer.created"
    assert told.args["privacy_notice"] is True
    assert [one.id for one in actions.find(tx, "ㄱㅁㅅ", seconds=5)[0]] == [id]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": " "}, "Enter a name."),
        ({"phone": ""}, "Enter a phone number or an e-mail address."),
        ({"phone": "", "email": "abc"}, "This e-mail address is not complete."),
    ],
)
def test_a_person_needs_a_name_and_a_contact(tx, fields, sentence):
    with pytest.raises(Problem, match=sentence):
        create(tx, **fields)
    assert outbox.counts(tx) == (0, 0)


def test_a_person_needs_the_privacy_notice(tx):
    with pytest.raises(Problem, match="privacy notice"):
        actions.create(tx, "store-1", "staff-1", "김민서", "01012345678")


def test_centrals_record_replaces_the_pending_one(tx):
    id = create(tx)
    tell(tx, id=id, ver=3, phone="01012345678", tier="Gold", consents={"sms": True})
    person = actions.person(tx, id)
    assert (person.ver, person.tier, person.pending) == (3, "Gold", False)


def test_a_patch_tells_only_what_differs(tx):
    tell(tx, ver=4, sizes={"top": "55"}, consents={"sms": True, "email": False})
    actions.patch(tx, "a", "staff-1", name="김민서", sizes={"shoe": "240"}, consents={"sms": True, "email": True})
    (told,) = outbox.outstanding(tx, "customer", "a")
    assert told.base == 4
    assert told.args["set"] == {"sizes": {"top": "55", "shoe": "240"}, "consents": {"email": True}}
    assert actions.person(tx, "a").consents == {"sms": True, "email": True}
    actions.patch(tx, "a", "staff-1", name="김민서")
    assert len(outbox.outstanding(tx, "customer", "a")) == 1


def test_fields_of_another_system_are_not_ours_to_change(tx):
    tell(tx)
    with pytest.raises(Problem, match="tier"):
        actions.patch(tx, "a", "staff-1", tier="Platinum")


def test_an_untold_change_stays_over_centrals_newer_record(tx):
    tell(tx, ver=1, phone="01011112222")
    actions.patch(tx, "a", "staff-1", phone="01099998888")
    tell(tx, ver=2, phone="01011112222", tier="Gold")
    person = actions.person(tx, "a")
    assert (person.phone, person.tier) == ("01099998888", "Gold")


def test_a_refused_change_disappears_from_her_record(tx):
    tell(tx, ver=1, phone="01011112222")
    actions.patch(tx, "a", "staff-1", phone="01099998888")
    batch = push.take(tx, 10)
    push.settle(tx, MIRRORS, batch, [Answer(batch[0].operation.op, 422, title="No")])
    assert actions.person(tx, "a").phone == "01011112222"
    assert [one.id for one in actions.find(tx, "2222", seconds=5)[0]] == ["a"]


def test_an_address_is_added_once_and_needs_its_main_lines(tx):
    tell(tx)
    id = actions.add_address(tx, "a", "staff-1", ADDRESS)
    assert [address.id for address in actions.addresses(tx, "a")] == [id]
    (told,) = outbox.outstanding(tx, "customer", "a")
    wire.CustomerMirror().redo(tx, told)
    assert len(actions.addresses(tx, "a")) == 1
    with pytest.raises(Problem, match="street"):
        actions.add_address(tx, "a", "staff-1", {"recipient": "x"})


def test_the_recent_ten_are_those_opened_last(tx, monkeypatch):
    clock = iter(f"2026-11-21T00:00:{second:02d}.000Z" for second in range(60))
    monkeypatch.setattr(actions, "now", lambda: next(clock))
    for at in range(12):
        tell(tx, id=f"c{at}", name=f"Person {at}")
        actions.remember_opened(tx, f"c{at}")
    actions.remember_opened(tx, "c3")
    assert [one.id for one in store.recent(tx, 10)][:3] == ["c3", "c11", "c10"]
    assert len(store.recent(tx, 10)) == 10


def test_the_list_pages_by_owner_and_store_with_the_last_seen_first(tx):
    for at in range(7):
        tell(tx, id=f"c{at}", owner="me" if at % 2 else None, last_visit=f"2026-11-0{at + 1}", store=f"s{at % 3}")
    assert [one.id for one in store.listed(tx, "", "", 0, 3)] == ["c6", "c5", "c4"]
    assert [one.id for one in store.listed(tx, "", "", 3, 3)] == ["c3", "c2", "c1"]
    assert [one.id for one in store.listed(tx, "me", "", 0, 9)] == ["c5", "c3", "c1"]
    assert [one.id for one in store.listed(tx, "", "s0", 0, 9)] == ["c6", "c3", "c0"]


def test_a_person_that_leaves_this_device_is_found_no_more(tx):
    tell(tx, phone="01012345678")
    mirror.drop(tx, MIRRORS["customer"], "customer", ["a"])
    assert actions.person(tx, "a") is None
    assert actions.find(tx, "5678", seconds=5)[0] == []


def test_facts_are_described_in_plain_words(tx):
    tell(tx)
    create(tx)
    actions.patch(tx, "a", "s", phone="1")
    actions.add_address(tx, "a", "s", ADDRESS)
    words = [wire.describe(item.operation) for item in outbox.items(tx)]
    assert words == ["A new address of a client", "Changed details of a client", "New client: 김민서"]


def test_a_second_change_of_a_field_does_not_meet_ones_own_first(tx):
    tell(tx, ver=4, phone="1", email="a@b")
    actions.patch(tx, "a", "s", phone="2")
    actions.patch(tx, "a", "s", phone="3", email="c@d")
    first, second = outbox.outstanding(tx, "customer", "a")
    assert "over" not in first.args
    assert second.args == {"set": {"phone": "3", "email": "c@d"}, "over": {"phone": "2"}}


def test_what_was_typed_begins_the_sheet_for_a_new_person():
    from clienteling.desktop.customers.domain import prefill

    assert prefill(" 김민서 ").name == "김민서"
    assert prefill("010 1234").phone == "010 1234"
    assert prefill("a@b").email == "a@b"
    assert Person("a", "b", "c").pending
