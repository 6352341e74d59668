"""What may be chosen and written anew of a fact about a person that central did not take."""

import pytest

from clienteling.contract.v1.sync import Answer, Operation
from clienteling.desktop.customers.wire_words import WORDS
from clienteling.desktop.runtime.problems import Problem

MINE = {"name": "김민서", "phone": "+821099990000", "consents": {"sms": True, "email": False}}


def fact(args, kind="customer.patched"):
    return Operation("op-1", kind, "minseo", args, 3, "ann", "2026-11-21T10:00:00+00:00")


def conflict(**theirs):
    return Answer("op-1", 409, theirs=theirs)


def test_only_what_conflicts_is_shown_and_consent_never():
    answer = conflict(phone="", consents={"sms": False}, tier="VIP")
    assert [(side.label, side.mine, side.theirs) for side in WORDS.sides(fact({"set": MINE}), answer)] == [
        ("Phone", "010-9999-0000", "–")
    ]


def test_what_is_chosen_goes_over_what_was_seen_and_the_rest_is_judged_as_before():
    anew = WORDS.chosen(fact({"set": MINE}), conflict(phone="1", name="Mina"), frozenset({"phone"}))
    assert anew.args == {"set": {k: v for k, v in MINE.items() if k != "name"}, "over": {"phone": "1"}}
    assert anew.base == 3, "a yes to being written to is still as old as it was"


def test_a_second_conflict_is_over_what_was_seen_last():
    told = fact({"set": {"phone": "3", "name": "n"}, "over": {"phone": "1", "name": "0"}})
    assert WORDS.chosen(told, conflict(phone="2"), frozenset({"phone"})).args["over"] == {"phone": "2", "name": "0"}


def test_nothing_chosen_of_nothing_else_is_nothing_to_tell():
    assert WORDS.chosen(fact({"set": {"phone": "1"}}), conflict(phone="2"), frozenset()) is None


def test_a_patch_is_written_anew_field_by_field(tx):
    told = fact({"set": {**MINE, "says": ["wool", "red"], "sizes": {"top": "55", "shoes": "240"}}})
    shown = {entry.field: entry.value for entry in WORDS.entries(tx, told)}
    assert shown == {
        "name": "김민서", "phone": "+821099990000", "says": "wool, red", "sizes.top": "55", "sizes.shoes": "240",
    }  # fmt: skip
    anew = WORDS.rewritten(told, {"name": " 김 민서 ", "says": "linen,", "sizes.top": "66"}).args["set"]
    assert anew == told.args["set"] | {"name": "김 민서", "says": ["linen"], "sizes": {"top": "66", "shoes": "240"}}
    with pytest.raises(Problem):
        WORDS.rewritten(told, {"name": " "})


def test_a_new_person_needs_what_she_needed_before(tx):
    told = fact({"name": "", "phone": "010", "email": "", "store": "here"}, "customer.created")
    assert [entry.field for entry in WORDS.entries(tx, told)] == ["name", "phone", "email"]
    assert WORDS.rewritten(told, {"name": "박하늘"}).args == told.args | {"name": "박하늘"}
    with pytest.raises(Problem):
        WORDS.rewritten(told, {"name": "박하늘", "phone": ""})


def test_an_address_is_written_anew(tx):
    address = {
        "id": "a1",
        "recipient": "김민서",
        "line1": "1",
        "line2": "",
        "city": "Seoul",
        "phone": "",
        "postcode": "",
    }
    told = fact({"address": address}, "customer.address_added")
    assert [entry.label for entry in WORDS.entries(tx, told)][:2] == ["Who receives it", "Phone"]
    assert WORDS.rewritten(told, {"address.line1": " 2 "}).args == {"address": address | {"line1": "2"}}
    with pytest.raises(Problem):
        WORDS.rewritten(told, {"address.city": ""})
