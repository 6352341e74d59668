"""People at central: made once, changed by field, told where they belong, seen by whom they may be."""

import pytest

from clienteling.central.customers import actions
from clienteling.central.customers.domain import Person
from clienteling.central.sync.domain import Refused
from clienteling.contract.v1 import customers as v1
from tests.helpers.actions import JOSE, MINSEO, YUNA, by


def test_creating_again_is_creating_once(central):
    args = v1.Created("박서연", "there", phone="010-1111-2222", privacy_notice=True)
    assert central.tell(by(), "customer.created", "new", args).ver == 1
    assert central.tell(by(), "customer.created", "new", args).ver == 1
    assert central.record("customer", "new").store == "here", "the token says where, not the claim"
    assert central.told("store:here")["customer", "new"] == 1


def test_a_likely_double_is_named(central):
    args = v1.Created("Min Seo", "here", phone="+82 10 1234 5678", privacy_notice=True)
    answer = central.tell(by(), "customer.created", "new", args)
    assert answer.result == {"duplicates": [MINSEO]}
    assert [row["other"] for row in central.rows("customer_twin", id="new")] == [MINSEO]


def test_a_conflict_names_theirs_by_field(central):
    assert central.tell(by(), "customer.patched", MINSEO, v1.Patched({"phone": "010-0000-0000"}), 1).ver == 2
    other = by(device="other tablet")
    answer = central.tell(other, "customer.patched", MINSEO, v1.Patched({"phone": "010-5", "email": "x@y.z"}), 1)
    assert (answer.status, answer.theirs) == (409, {"phone": "010-0000-0000"})
    assert central.record("customer", MINSEO).email == "minseo@example.com", "a conflict writes nothing"


def test_what_a_person_chose_to_write_over_is_written_over_once_it_is_still_there(central):
    assert central.tell(by(), "customer.patched", MINSEO, v1.Patched({"phone": "010-0000-0000"}), 1).ver == 2
    mine = {"phone": "010-5", "email": "x@y.z"}
    decided = v1.Patched(mine, over={"phone": "010-0000-0000"})
    assert central.tell(by(device="other tablet"), "customer.patched", MINSEO, decided, 1).status == 200
    assert (central.record("customer", MINSEO).phone, central.record("customer", MINSEO).email) == tuple(mine.values())
    late = central.tell(by(device="third tablet"), "customer.patched", MINSEO, decided, 1)
    assert (late.status, late.ver) == (200, 3), "it says so already"
    again = central.tell(by(), "customer.patched", MINSEO, v1.Patched({"phone": "0"}, over={"phone": "1"}), 1)
    assert (again.status, again.theirs) == (409, {"phone": "010-5"})


def test_what_cannot_stand_is_refused(central):
    assert central.tell(by(), "customer.patched", MINSEO, v1.Patched({"tier": "VIP"}), 1).status == 422
    assert central.tell(by(), "customer.patched", "nobody", v1.Patched({"name": "x"}), 1).status == 404
    assert central.tell(by(), "customer.created", "new", v1.Created("", "here", "010")).status == 422


def test_an_address_is_added_once(central):
    address = v1.Address("a1", "Home", "김민서", "010", "1 Street", "Seoul", "04524", "KR")
    for _ in range(2):
        assert central.tell(by(), "customer.address_added", MINSEO, v1.AddressAdded(address)).ver == 2
    assert central.record("customer", MINSEO).addresses == [address]


def test_other_stores_people_are_masked_until_fetched(central):
    [seen], more = central.read(actions.find, by(), "유나", 5)
    assert (seen["phone"], seen["says"], more) == ("•••-••••-5432", [], False)
    with pytest.raises(Refused):
        central.read(actions.held_person, by(), YUNA)
    scope = central.run(actions.fetch, by(), YUNA)
    assert central.told(scope) == {("customer", YUNA): 1}
    assert central.read(actions.view, by(), YUNA)["phone"] == "010-9876-5432"
    assert central.rows("access_record", customer=YUNA)[0]["what"] == "customer.fetched"
    assert central.read(actions.view, by("web", kind="web"), YUNA)["phone"] == "•••-••••-5432"


def test_how_she_buys_is_told_to_nobody_elsewhere(central):
    central.run(actions.note_facts, YUNA, spend=5, path="act", gap=30)
    [seen], _ = central.read(actions.find, by(), "유나", 5)
    assert (seen["spend"], seen["path"], seen["gap"]) == (0, "", 0)
    [hers], _ = central.read(actions.find, by("there"), "유나", 5)
    assert (hers["spend"], hers["path"], hers["gap"]) == (5, "act", 30)


def test_who_does_not_hold_her_changes_nothing_and_learns_nothing(central):
    central.tell(by("there"), "customer.patched", YUNA, v1.Patched({"phone": "010-0000-0000"}), 1)
    answer = central.tell(by(), "customer.patched", YUNA, v1.Patched({"phone": "010-5"}), 1)
    assert (answer.status, answer.theirs) == (404, {})
    central.run(actions.fetch, by(), YUNA)
    assert central.tell(by(), "customer.patched", YUNA, v1.Patched({"phone": "010-5"}), 2).ver == 3


def test_after_the_fetch_her_changes_are_told_there_too(central):
    scope = central.run(actions.fetch, by(), YUNA)
    central.tell(by("there"), "customer.patched", YUNA, v1.Patched({"says": ["no wool"]}), 1)
    assert central.told(scope)["customer", YUNA] == 2


def test_another_tenant_knows_nobody_here(central):
    stranger = by().__class__("d", "else", "other")
    assert central.read(actions.find, stranger, "민서", 5) == ([], False)
    with pytest.raises(Refused):
        central.read(actions.view, stranger, MINSEO)


def test_facts_are_written_only_when_they_changed(central):
    central.run(actions.note_facts, JOSE, spend=5, path="act")
    central.run(actions.note_facts, JOSE, spend=5, path="act")
    assert central.told("store:here")["customer", JOSE] == 2
    central.run(actions.note_many_facts, {JOSE: {"spend": 7}, YUNA: {"spend": 9}})
    assert (central.record("customer", JOSE).spend, central.told("store:there")["customer", YUNA]) == (7, 2)


def test_loading_tells_everybody(central):
    assert central.run(actions.load, "t", [Person("l1", "One", "there"), Person("l2", "Two", "there")]) == 2
    assert {("customer", "l1"), ("customer", "l2")} <= set(central.told("store:there"))


def say(central, phone, base, device):
    return central.tell(by(device=device), "customer.patched", MINSEO, v1.Patched({"phone": phone}), base)


def test_after_a_backup_was_put_back_the_later_edit_stands_whoever_tells_it_again_first(central):
    """Central knew version 5 and knows 1 again: the edit that had seen 4 is told again, and one that had seen 2."""
    assert say(central, "010-2222-2222", 4, "later").ver == 5
    assert say(central, "010-1111-1111", 2, "earlier").status == 409, "as it would have been before"
    assert central.record("customer", MINSEO).phone == "010-2222-2222"


def test_after_a_backup_was_put_back_edits_in_their_order_follow_each_other(central):
    assert say(central, "010-1111-1111", 2, "earlier").ver == 3
    assert say(central, "010-2222-2222", 4, "later").ver == 5
    assert central.record("customer", MINSEO).phone == "010-2222-2222"


def test_a_base_that_nobody_can_have_seen_moves_no_version(central):
    assert say(central, "010-1111-1111", 2**31 - 1, "liar").ver == 2


def test_a_consent_withdrawn_while_a_tablet_was_away_stays_withdrawn(central):
    """C6: what the tablet tells was asked before; the answer says what counts, so that it sends her nothing."""
    asked = v1.Patched({"consents": {"sms": True, "kakao": True}})
    assert central.tell(by(), "customer.patched", MINSEO, asked, 1).ver == 2
    withdrawn = v1.Patched({"consents": {"sms": False}})
    assert central.tell(by(device="desk"), "customer.patched", MINSEO, withdrawn, 2).ver == 3
    late = central.tell(by(device="away"), "customer.patched", MINSEO, asked, 2)
    assert late.result == {"consents": {"sms": False, "kakao": True}}
    assert central.record("customer", MINSEO).consents == {"sms": False, "kakao": True}
    again = v1.Patched({"consents": {"sms": True}})
    assert central.tell(by(), "customer.patched", MINSEO, again, late.ver).result["consents"]["sms"] is True
