"""How edits of one person meet: by field, with consent on the safe side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.central.customers.domain import creation_problem, field_problem, mask_email, mask_phone, merge, stamped

FIELDS = ("name", "phone", "email")
PATCHES = st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(["a", "b", "c"]), min_size=1)
CONSENTS = st.dictionaries(st.sampled_from(["sms", "kakao"]), st.booleans(), min_size=1)


def write(record, versions, ver, base, patch):
    merged = merge(record, versions, base, patch, {})
    if merged.theirs or not merged.changes:
        return record, versions, ver, merged.theirs
    after = stamped(versions, merged.changes, patch.get("consents", ()), ver + 1)
    return {**record, **merged.changes}, after, ver + 1, {}


def test_a_field_conflicts_only_if_it_changed_and_differs():
    current = {"name": "새 이름", "phone": "1", "email": ""}
    versions = {"name": 3}
    assert merge(current, versions, 2, {"name": "내 이름"}, {}).theirs == {"name": "새 이름"}
    assert merge(current, versions, 2, {"name": "새 이름"}, {}) == ({}, {})
    assert merge(current, versions, 3, {"name": "내 이름"}, {}).changes == {"name": "내 이름"}
    assert merge(current, versions, 2, {"phone": "2"}, {}).changes == {"phone": "2"}


def test_a_field_is_written_over_only_while_it_says_what_was_seen():
    current, versions = {"name": "새 이름", "phone": "1"}, {"name": 3}
    mine = {"name": "내 이름", "phone": "2"}
    assert merge(current, versions, 2, mine, {"name": "새 이름"}) == (mine, {})
    assert merge(current, versions, 2, mine, {"name": "그 전 이름"}).theirs == {"name": "새 이름"}
    assert merge(current, versions, 2, mine, {"phone": "1"}).theirs == {"name": "새 이름"}


@given(PATCHES, PATCHES)
def test_two_tablets_lose_no_edit_silently(first, second):
    record, versions, ver, none = write({name: "0" for name in FIELDS}, {}, 1, 1, first)
    assert not none
    after, _, _, theirs = write(record, versions, ver, 1, second)
    for field, value in first.items():
        if after[field] != value:
            raise AssertionError("the later edit of an older base may not overwrite")
    assert set(theirs) == {field for field in first if field in second and first[field] != second[field]}


@given(PATCHES, PATCHES)
def test_edits_of_different_fields_commute(first, second):
    second = {field: value for field, value in second.items() if field not in first}
    start = ({name: "0" for name in FIELDS}, {}, 1)

    def both(one, two):
        record, versions, ver, _ = write(*start, 1, one)
        return write(record, versions, ver, 1, two)[0]

    assert both(first, second) == both(second, first)


@given(CONSENTS, CONSENTS)
def test_of_two_wishes_from_one_base_the_most_restrictive_counts(first, second):
    start = ({"consents": {"sms": True, "kakao": True}}, {}, 1)

    def both(one, two):
        record, versions, ver, _ = write(*start, 1, {"consents": one})
        return write(record, versions, ver, 1, {"consents": two})[0]["consents"]

    after = both(first, second)
    assert after == both(second, first)
    for channel in ("sms", "kakao"):
        assert after[channel] == (first.get(channel, True) and second.get(channel, True))


def test_an_older_base_never_overwrites_a_withdrawal_but_a_newer_one_may_consent_again():
    record, versions, ver, _ = write({"consents": {"sms": True}}, {}, 1, 1, {"consents": {"sms": False}})
    late, *_ = write(record, versions, ver, 1, {"consents": {"sms": True}})
    assert late["consents"] == {"sms": False}
    asked_again, *_ = write(record, versions, ver, 2, {"consents": {"sms": True}})
    assert asked_again["consents"] == {"sms": True}


@pytest.mark.parametrize(
    ("field", "value", "fits"),
    [
        ("name", "김", True), ("name", " ", False), ("birthday", "1990-02-30", False), ("birthday", "1990-02-28", True),
        ("language", "fr", False), ("sizes", {"top": "55"}, True), ("sizes", ["55"], False), 
        ("says", ["x"] * 51, False),
        ("consents", {"fax": True}, False), ("consents", {"sms": "yes"}, False), ("tier", "VIP", False),
    ],
)  # fmt: skip
def test_only_known_fields_with_fitting_values(field, value, fits):
    assert (field_problem(field, value) is None) == fits


def test_a_name_a_contact_and_the_notice_are_required():
    assert creation_problem("김민서", "010", "", True) is None
    assert creation_problem(" ", "010", "", True)
    assert creation_problem("김민서", "-", "", True)
    assert creation_problem("김민서", "010", "", False)


def test_masks_leave_enough_to_recognise():
    assert mask_phone("010-1234-5678") == "•••-••••-5678"
    assert mask_phone("12") == "12"
    assert mask_email("minseo@example.com") == "m•••@example.com"
    assert mask_email("") == ""
