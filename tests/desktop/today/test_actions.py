"""Visits begun and ended on this device and told to central."""

from clienteling.desktop.sync import outbox
from clienteling.desktop.today import actions, wire
from tests.helpers import clients, shop


def start(tx, customer=clients.MINSEO):
    return actions.start_visit(tx, customer, shop.HERE, "staff-1", "scan")


def test_a_visit_begins_once(tx):
    first = start(tx)
    assert start(tx) == first
    assert actions.visit_of(tx, clients.MINSEO, shop.HERE).source == "scan"
    assert [told.kind for told in outbox.outstanding(tx, "visit", first)] == ["visit.started"]


def test_a_visit_ends_and_another_may_begin(tx):
    first = start(tx)
    actions.end_visit(tx, clients.MINSEO, shop.HERE, "staff-1")
    assert actions.in_store(tx, shop.HERE) == []
    actions.end_visit(tx, clients.MINSEO, shop.HERE, "staff-1")
    assert [told.kind for told in outbox.outstanding(tx, "visit", first)] == ["visit.started", "visit.ended"]
    assert start(tx) != first
    assert [wire.describe(item.operation) for item in outbox.items(tx)][::-1] == [
        "A visit began", "A visit ended", "A visit began",
    ]  # fmt: skip


def test_presence_from_elsewhere_is_here_too_and_an_ending_stays(tx):
    began = clients.ago(minutes=4)
    clients.tell(tx, "visit", [clients.visit("v1", clients.JANA, began, zone="Shoes")])
    assert actions.visit_of(tx, clients.JANA, shop.HERE).zone == "Shoes"
    actions.end_visit(tx, clients.JANA, shop.HERE, "staff-1")
    clients.tell(tx, "visit", [clients.visit("v1", clients.JANA, began, zone="Fitting room")], ver=2)
    assert actions.visit_of(tx, clients.JANA, shop.HERE) is None


def test_other_stores_have_their_own_visits(tx):
    start(tx)
    assert actions.in_store(tx, "store-2") == []
