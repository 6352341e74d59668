"""Visits: one at a time in a store, with consent where it is needed."""

from clienteling.contract.v1 import customers as people
from clienteling.contract.v1 import today as v1
from tests.helpers.actions import MINSEO, by


def start(central, id="v1", source="scan", store="here"):
    return central.tell(by(store), "visit.started", id, v1.Started(MINSEO, store, source))


def test_a_visit_begins_once_and_is_in_her_history(central):
    assert [start(central).ver, start(central).ver] == [1, 1]
    assert [event["what"] for event in central.rows("event", customer=MINSEO)] == ["visited"]
    assert ("visit", "v1") in central.told("store:here")


def test_the_next_visit_ends_the_one_before(central):
    start(central)
    start(central, "v2")
    start(central, "v3", store="there")
    assert central.record("visit", "v1").ended_at and not central.record("visit", "v2").ended_at


def test_presence_needs_consent(central):
    assert start(central, source="beacon").status == 422
    assert central.rows("visit") == []
    central.tell(by(), "customer.patched", MINSEO, people.Patched({"consents": {"presence": True}}), 1)
    assert start(central, source="beacon").ver == 1


def test_a_visit_ends_once_where_it_is(central):
    start(central)
    assert central.tell(by("there"), "visit.ended", "v1", v1.Ended()).status == 404
    assert [central.tell(by(), "visit.ended", "v1", v1.Ended()).ver for _ in range(2)] == [2, 2]
