"""What the night does to a shop as its days pass: lists fall due, old things leave the tablets, leaves run out."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from clienteling.central import app
from clienteling.central.clientbook import actions as clientbook
from clienteling.central.clientbook.domain import Happening
from clienteling.central.customers import actions as customers
from clienteling.central.nightly.work import Nightly
from clienteling.central.orders import actions as orders
from clienteling.central.orders.domain import Sold
from clienteling.central.runtime.clock import days_ago
from clienteling.central.suggestions import actions as suggestions
from tests.central.orders.test_actions import move, place
from tests.helpers.actions import JOSE, MINSEO, YUNA, by


def night(central, days=0.0):
    """The chores of the night, some days from now."""
    with time_machine.travel(datetime.now(UTC) + timedelta(days=days)):
        central.runner.run(Nightly(central.db, app.chores(central.db, nothing), 18).once(lambda name, done: None))


async def nothing(told):
    """Nothing is learned: that has its own tests."""


def sold(order, customer, days, variant):
    return Sold(order, f"{order}-l", days_ago(days), customer, "here", None, "store", variant, 1, 100, "KRW")


def reasons(central, customer):
    return {item.product: item.reason for item in central.record("suggestions", customer).items}


@pytest.fixture
def past(central):
    """José bought boots on two days, 30 days apart; three people were given a list."""
    told = [sold("o1", JOSE, 32, "boots"), sold("o2", JOSE, 2, "boots"), sold("o3", MINSEO, 1, "coat")]
    central.run(orders.load, [*told, sold("o4", YUNA, 1, "scarf"), sold("o5", None, 0, "coat")])
    central.run(suggestions.build, lambda done, total: None)
    return central


def test_what_falls_due_with_the_days_is_shown_and_only_that_is_told(past):
    assert reasons(past, JOSE) == {}
    night(past, days=26)
    assert reasons(past, JOSE) == {"p-boots": "due"}
    told = past.told("store:here")
    assert (told["suggestions", JOSE], told["suggestions", MINSEO]) == (2, 1)
    seen = past.rows("scope_head", scope="store:here")
    night(past, days=27)
    assert past.rows("scope_head", scope="store:here") == seen, "the same list, a little less sure"


def test_what_goes_together_is_counted_anew(past):
    past.run(orders.load, [sold("b1", None, 0, "coat"), sold("b2", None, 0, "coat")])
    pairs = [("b1", "scarf"), ("b2", "scarf")]
    past.run(lambda tx: [tx.exec_driver_sql(_LINE.format(order=order, variant=variant)) for order, variant in pairs])
    night(past, days=0.1)
    assert reasons(past, MINSEO) == {"p-scarf": "together"}


_LINE = (
    "INSERT INTO order_line VALUES "
    "('{order}-2', '{order}', 1, '{variant}', 1, 100, 'now', 0, NULL, 'here', '', '', '', 0)"
)


def test_a_night_takes_a_few_at_a_time(past, monkeypatch):
    monkeypatch.setattr(suggestions, "_AT_ONCE", 2)
    batches = []
    original = suggestions.refresh
    monkeypatch.setattr(suggestions, "refresh", lambda tx, people: batches.append(len(people)) or original(tx, people))
    night(past)
    assert batches == [2, 1]


def test_an_order_that_is_over_leaves_the_stores_after_its_time(central):
    central.run(orders.load, [sold("o1", MINSEO, 50, "coat"), sold("o2", MINSEO, 5, "coat")])
    place(central, "open")
    central.run(customers.fetch, by("there"), MINSEO)
    night(central, days=11)
    assert {id for kind, id in central.told("store:here") if kind == "order"} == {"o2", "open"}
    night(central, days=70)
    assert {id for kind, id in central.told("store:here") if kind == "order"} == {"open"}, "somebody waits for it"
    assert {id for kind, id in central.told(f"customer:{MINSEO}") if kind == "order"} == {"o1", "o2", "open"}
    move(central, "cancelled", "open")
    night(central, days=70)
    assert not {id for kind, id in central.told("store:here") if kind == "order"}


def test_what_leaves_is_told_to_the_tablets_as_gone(central):
    central.run(orders.load, [sold("o1", MINSEO, 50, "coat")])
    night(central, days=11)
    gone = [row for row in central.rows("feed", scope="store:here", kind="order") if row["deleted"]]
    assert [row["id"] for row in gone] == ["o1"]
    assert central.rows("scope_head", scope="store:here")[0]["tallies"]["order"] == [0, "0"]
    seen = central.rows("scope_head", scope="store:here")
    night(central, days=12)
    assert central.rows("scope_head", scope="store:here") == seen, "once is enough"


def test_old_looks_leave_the_stores_and_what_she_did_stays(central):
    told = [Happening(f"e{days}", MINSEO, days_ago(days), "online", "viewed", "boots") for days in (170, 10)]
    central.run(clientbook.load, [*told, Happening("s", MINSEO, days_ago(175), "online", "saved", "boots")])
    central.run(customers.fetch, by("there"), MINSEO)
    night(central, days=15)
    assert {id for kind, id in central.told("store:here") if kind == "event"} == {"e10", "s"}
    assert {id for kind, id in central.told(f"customer:{MINSEO}") if kind == "event"} == {"e170", "e10", "s"}


def test_many_pages_of_many_stores_are_walked(central, monkeypatch):
    monkeypatch.setattr("clienteling.central.sync.feed._IDS", 2)
    people = {MINSEO: "here", YUNA: "there"}
    looked = [(id, f"{id} {number}") for id in people for number in range(5)]
    told = [Happening(event, id, days_ago(170), "online", "viewed", "boots") for id, event in looked]
    central.run(clientbook.load, told)
    night(central, days=15)
    for store in people.values():
        assert not [id for kind, id in central.told(f"store:{store}") if kind == "event"]


def test_leaves_to_read_a_person_are_forgotten_when_they_have_run_out(central):
    central.run(customers.fetch, by("there"), MINSEO)
    night(central, days=13)
    assert len(central.rows("opened_scope")) == 1
    night(central, days=15)
    assert central.rows("opened_scope") == []
