"""A person's history: told once, counted, read newest first by whoever holds her."""

import pytest

from clienteling.central.clientbook import actions
from clienteling.central.clientbook.domain import Happening
from clienteling.central.customers import actions as customers
from clienteling.central.customers.domain import Person
from clienteling.central.orders.domain import Line, Step
from clienteling.central.runtime.clock import days_ago
from clienteling.central.signin import actions as signin
from clienteling.central.sync.domain import Refused
from clienteling.contract.v1.clientbook import Noted, TakenBack
from clienteling.contract.v1.customers import Patched
from tests.helpers.actions import JOSE, MINSEO, YUNA, by

WEB = by("web", staff=None, role=None, device="shop", kind="web")


def viewed(id="e1", what="viewed", at="2026-01-01T10:00:00.000Z", customer=MINSEO):
    return Happening(id, customer, at, "online", what, "coat")


def test_an_event_is_told_once(central):
    assert central.run(actions.record, WEB, [viewed(), viewed("e2", "saved")]) == 2
    assert central.run(actions.record, WEB, [viewed(), viewed("e3", "carted")]) == 1
    assert central.record("event", "e2").phase == "choose"
    assert ("event", "e3") in central.told("store:here")
    assert central.record("customer", MINSEO).path == "ask"
    assert {row["what"] for row in central.rows("interest", customer=MINSEO)} == {"viewed", "saved"}


def test_what_she_looked_at_is_not_kept_against_her_will(central):
    central.tell(by(), "customer.patched", MINSEO, Patched({"consents": {"profiling": False}}), 1)
    assert central.run(actions.record, WEB, [viewed("e1"), viewed("e2", "saved")]) == 1
    assert [row["id"] for row in central.rows("event")] == ["e2"]
    assert [row["what"] for row in central.rows("interest")] == ["saved"]


def test_the_web_does_not_tell_of_sales(central):
    with pytest.raises(Refused) as refused:
        central.run(actions.record, WEB, [viewed(what="bought")])
    assert refused.value.status == 422
    with pytest.raises(Refused):
        central.run(actions.record, WEB, [viewed(customer="nobody")])


def test_the_timeline_is_read_in_pages_newest_first(central):
    told = [viewed(f"e{at}", at=f"2026-01-01T10:00:0{at // 2}.000Z") for at in range(6)]
    central.run(actions.load, told)
    first = central.read(actions.timeline, by(), MINSEO, "", 4, "", "")
    rest = central.read(actions.timeline, by(), MINSEO, f"{first[-1]['at']}|{first[-1]['id']}", 4, "", "")
    assert [event["id"] for event in first + rest] == ["e5", "e4", "e3", "e2", "e1", "e0"]
    assert central.read(actions.timeline, by(), MINSEO, "", 4, "buy", "") == []
    assert len(central.read(actions.timeline, by(), MINSEO, "", 9, "choose", "online")) == 6
    with pytest.raises(Refused):
        central.read(actions.timeline, by(), YUNA, "", 4, "", "")


def test_the_facts_of_twelve_months(central):
    central.run(actions.visited, "v1", MINSEO, "here", "ann", days_ago(2))
    central.run(actions.visited, "v1", MINSEO, "here", "ann", days_ago(1))
    facts = central.record("customer", MINSEO)
    assert (facts.path, facts.last_visit[:10]) == ("ask", days_ago(2)[:10])
    assert central.run(actions.count_facts) == 1
    assert len(central.run(actions.entities_of, MINSEO)) == 1


def note(central, what="tried", id="o1", customer=MINSEO, variant="coat", who=None):
    return central.tell(who or by(), "outcome.noted", id, Noted(customer, variant, what, "here"))


def test_an_outcome_stands_once_in_her_history_with_store_staff_and_product(central):
    assert [note(central).ver, note(central).ver] == [1, 1]
    event = central.record("event", "o1")
    assert (event.what, event.phase, event.channel) == ("tried", "choose", "store")
    assert (event.store, event.staff, [item.variant for item in event.items]) == ("here", "ann", ["coat"])
    assert ("event", "o1") in central.told("store:here")
    assert central.record("customer", MINSEO).path == "ask"


def test_an_outcome_is_of_a_known_person_and_product(central):
    assert note(central, customer="nobody").status == 404
    assert note(central, variant="nothing").status == 404
    assert note(central, what="bought").status == 422
    assert central.rows("event") == []


def test_what_is_seen_of_her_needs_that_she_has_not_said_no(central):
    central.tell(by(), "customer.patched", MINSEO, Patched({"consents": {"profiling": False}}), 1)
    assert [note(central, "shown", "o1").status, note(central, "tried", "o2").status] == [422, 422]
    assert note(central, "declined", "o3").status == 200, "that she said herself"
    assert [row["id"] for row in central.rows("event")] == ["o3"]


def test_an_outcome_noted_by_mistake_leaves_every_tablet(central):
    note(central)
    assert central.tell(by("there"), "outcome.taken_back", "o1", TakenBack()).status == 404, "not theirs to take back"
    assert [central.tell(by(), "outcome.taken_back", "o1", TakenBack()).status for _ in range(2)] == [200, 200]
    assert central.record("event", "o1") is None and ("event", "o1") not in central.told("store:here")
    assert central.record("customer", MINSEO).path == "aware"


def test_only_an_outcome_is_taken_back(central):
    central.run(actions.record, WEB, [viewed()])
    assert central.tell(by(), "outcome.taken_back", "e1", TakenBack()).status == 404
    assert central.record("event", "e1")


def bought(order, days, customer=MINSEO):
    line = Line(f"{order}-1", "coat", 1, 389_000, "take")
    return Step(order, customer, "here", "ann", "store", "bought", days_ago(days), "KRW", (line,))


def gap(central, customer=MINSEO):
    return central.record("customer", customer).gap


def test_the_usual_gap_is_hers_and_the_shops(central):
    central.run(actions.orders_loaded, [bought(f"m{days}", days) for days in (100, 80)])
    central.run(actions.orders_loaded, [bought("j1", 50, JOSE), bought("j2", 50, JOSE)])
    central.run(actions.count_facts)
    assert [gap(central, id) for id in (MINSEO, JOSE, YUNA)] == [21, 21, 0], "20 drawn to 3 weeks; nothing bought"
    central.run(actions.visited, "v1", MINSEO, "here", "ann", days_ago(30))
    assert gap(central) == 21, "a visit is no purchase"
    central.run(actions.order_stepped, bought("m0", 0))
    assert gap(central) == 36, "of 20 and 80 days"
    central.run(actions.order_stepped, bought("m0", 0)._replace(what="cancelled"))
    assert gap(central) == 21


def test_the_night_counts_what_the_shop_has_learned(central):
    central.run(actions.order_stepped, bought("y1", 9, YUNA))
    assert gap(central, YUNA) == 0, "nobody's gap is known yet"
    central.run(actions.orders_loaded, [bought(f"m{days}", days) for days in (90, 62, 34)])
    central.run(actions.learn_gap)
    before = central.record("customer", JOSE)
    assert central.run(actions.count_gaps, "") == (None, 2)
    assert (gap(central), gap(central, YUNA)) == (28, 28)
    told = {id: central.told(f"store:{home}")["customer", id] for id, home in ((MINSEO, "here"), (YUNA, "there"))}
    central.run(actions.count_gaps, "")
    again = {id: central.told(f"store:{home}")["customer", id] for id, home in ((MINSEO, "here"), (YUNA, "there"))}
    assert told == again and central.record("customer", JOSE) == before, "what stays as it was is not told again"


def test_every_tenant_has_a_rhythm_of_its_own(central):
    def settle(tx):
        signin.load_stores(tx, "other", [("far", "FAR", "far", "far", "store", "KRW", "Seoul")])
        customers.load(tx, "other", [Person(id, id, "far", "", "", id) for id in ("zoe", "zara")])

    central.run(settle)
    central.run(actions.orders_loaded, [bought("m1", 90), bought("m2", 69), bought("j1", 5, JOSE)])
    far = [bought("z1", 90, "zoe"), bought("z2", 6, "zoe"), bought("z3", 6, "zara")]
    central.run(actions.orders_loaded, [step._replace(store="far") for step in far])
    central.run(actions.count_facts)
    assert (gap(central, JOSE), gap(central, "zara")) == (21, 84)


def test_the_night_goes_on_where_it_was(central, monkeypatch):
    monkeypatch.setattr(actions, "_AT_ONCE", 1)
    central.run(actions.orders_loaded, [bought("j1", 9, JOSE), bought("m1", 9), bought("m2", 2)])
    central.run(actions.learn_gap)
    turns = [central.run(actions.count_gaps, place) for place in ("", JOSE, MINSEO)]
    assert turns == [(JOSE, 1), (MINSEO, 1), (None, 0)]
    assert gap(central, JOSE) == gap(central) == 7


def test_who_does_not_want_a_profile_has_no_gap(central):
    central.run(actions.orders_loaded, [bought("m1", 60), bought("m2", 30)])
    central.run(actions.count_facts)
    assert gap(central)
    central.tell(by(), "customer.patched", MINSEO, Patched({"consents": {"profiling": False}}), 2)
    central.run(actions.count_gaps, "")
    assert gap(central) == 0
    central.run(actions.order_stepped, bought("m3", 1))
    central.run(actions.count_facts)
    assert gap(central) == 0


def test_the_path_ratios_of_a_store(central):
    central.run(actions.order_stepped, bought("m1", 9))
    found = central.read(actions.path_ratios)
    here, there = found["HERE"], found["THERE"]
    assert here.people["act"] == 1 and here.par == 1 / sum(here.people.values()) and here.bar == 0
    assert there.par == 0 and sum(there.people.values()) == there.people["aware"]
