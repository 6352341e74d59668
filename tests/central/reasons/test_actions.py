"""What was shown at central: once a person and day, what came of it, what is retired and restored, who is told."""

import pytest

from clienteling.central.cart import actions as cart
from clienteling.central.catalog import actions as catalog
from clienteling.central.customers import actions_merge as mergers
from clienteling.central.insight import actions as insight
from clienteling.central.insight.domain_nights import Night
from clienteling.central.orders import actions as orders
from clienteling.central.orders.domain import Sold
from clienteling.central.reasons import actions, domain
from clienteling.central.runtime.clock import days_ago, now
from clienteling.central.suggestions import actions as suggestions
from clienteling.contract.ids import cart_of, new_id
from clienteling.contract.v1 import cart as v1_cart
from clienteling.contract.v1 import reasons as v1
from clienteling.contract.v1 import suggestions as v1_suggestions
from clienteling.contract.v1.customers import Patched
from tests.helpers.actions import JOSE, MINSEO, PRICES, YUNA, by

SCARF, BOOTS = ("p-scarf", "together"), ("p-boots", "due")


def show(central, *items, customer=MINSEO, days=0):
    """What stood on a page today, or some days ago."""
    if days:
        return central.run(actions.note_shown, by(at=days_ago(days)), customer, items)
    told = v1.Noted(customer, "here", [v1.ShownItem(*item) for item in items])
    return central.tell(by(), "showing.noted", new_id(), told)


def night(central):
    """What came of it is counted, and every store is told."""
    for chore in (actions.count_answers, actions.judge):
        place = ""
        while place is not None:
            place = central.run(chore, place).place


def buy(central, variant, customer=MINSEO, days=0):
    sold = Sold(new_id(), new_id(), days_ago(days), customer, "here", None, "store", variant, 1, 100, "KRW")
    central.run(orders.load, [sold])


def told(central, reason, store="here"):
    return next((one for one in central.record("reasons", store).reasons if one.reason == reason), None)


def test_a_product_counts_once_a_person_and_day(central):
    for items in ([SCARF, BOOTS], [SCARF], [("p-scarf", "saved")]):
        assert show(central, *items).status == 200
    show(central, SCARF, days=1)
    show(central, SCARF, customer=YUNA)
    rows = {(row["customer"], row["product"], row["day"], row["reason"]) for row in central.rows("shown")}
    today, yesterday = now()[:10], days_ago(1)[:10]
    assert rows == {
        (MINSEO, *SCARF[:1], today, "together"), (MINSEO, "p-boots", today, "due"),
        (MINSEO, "p-scarf", yesterday, "together"), (YUNA, "p-scarf", today, "together"),
    }  # fmt: skip


def test_what_nobody_may_keep_is_not_kept(central):
    central.tell(by(), "customer.patched", JOSE, Patched({"consents": {"profiling": False}}), 1)
    central.run(catalog.declare_sensitive, "t", ["Boots"])
    assert show(central, SCARF, customer=JOSE).status == 200
    assert show(central, SCARF, customer="nobody").status == 200
    assert show(central, SCARF, days=domain.WINDOW_DAYS + 1).ver == 1
    assert show(central, BOOTS, ("p-gone", "due")).status == 200
    assert central.rows("shown") == []
    assert show(central, *[(f"p-{place}", "due") for place in range(21)]).status == 422
    assert show(central, ("p-scarf", "x" * 33)).status == 422


def test_who_says_no_later_is_forgotten_at_once(central):
    show(central, SCARF)
    show(central, SCARF, customer=YUNA)
    central.tell(by(), "customer.patched", MINSEO, Patched({"consents": {"profiling": False}}), 1)
    assert [row["customer"] for row in central.rows("shown")] == [YUNA]


def test_what_came_of_it_is_counted_in_the_night(central):
    for customer in (MINSEO, JOSE, YUNA):
        show(central, SCARF, BOOTS, customer=customer, days=2)
    line = v1_cart.LineAdded("scarf", 1, PRICES["scarf"], "KRW", "here", MINSEO)
    central.tell(by(), "cart.line_added", cart_of(MINSEO), line)
    central.tell(by(), "cart.line_removed", cart_of(MINSEO), v1_cart.LineRemoved("scarf", 1))
    buy(central, "scarf", MINSEO)
    buy(central, "scarf", YUNA, days=1)
    buy(central, "boots", YUNA, days=3)
    central.tell(by(), "suggestions.refused", JOSE, v1_suggestions.Refused("p-scarf"))
    for _ in range(2):
        night(central)
    assert told(central, "together").lately == v1.Tally(shown=3, added=1, bought=2, refused=1, taken=2)
    assert told(central, "due").lately == v1.Tally(shown=3), "her boots were bought before"
    assert central.told("store:here")["reasons", "here"] == 1, "what is not other is not told again"
    central.tell(by(), "suggestions.readmitted", JOSE, v1_suggestions.Readmitted("p-scarf"))
    night(central)
    assert told(central, "together").lately.refused == 0
    assert central.record("reasons", "there").reasons == [], "it was shown here"
    assert central.record("reasons", "depot") is None, "nobody is served there"


def test_a_few_people_at_a_time(central, monkeypatch):
    monkeypatch.setattr(actions, "_AT_ONCE", 1)
    for customer in (MINSEO, JOSE, YUNA):
        show(central, SCARF, customer=customer, days=1)
        buy(central, "scarf", customer)
    night(central)
    assert told(central, "together").lately.bought == 3


def test_single_showings_go_after_their_time_and_the_count_stays(central):
    show(central, SCARF, days=domain.WINDOW_DAYS)
    central.run(actions.note_shown, by("there", at=days_ago(domain.WINDOW_DAYS)), YUNA, [SCARF])
    show(central, SCARF, days=1)
    night(central)
    assert len(central.rows("shown")) == 3, "something may still follow today"
    central.run(lambda tx: tx.exec_driver_sql(_EARLIER.format(day=days_ago(domain.WINDOW_DAYS + 1)[:10])))
    night(central)
    assert [row["day"] for row in central.rows("shown")] == [days_ago(1)[:10]]
    assert told(central, "together").lately.shown == 3, "the moved one was counted on its old day too"
    assert told(central, "together", "there").lately.shown == 2, "and nothing went before its own store counted it"
    night(central)
    assert told(central, "together").lately.shown == 3


_EARLIER = "UPDATE shown SET day = '{day}' WHERE day < (SELECT max(day) FROM shown)"


def test_two_periods_stand_side_by_side(central):
    past(central, "together", 40, domain.Tally(10, 2, 1, 0, 2))
    past(central, "together", 5, domain.Tally(20, 0, 0, 1, 0))
    past(central, "viewed", 90, domain.Tally(20, 0, 0, 1, 0))
    night(central)
    one = told(central, "together")
    assert one.before == v1.Tally(10, 2, 1, 0, 2) and one.lately == v1.Tally(20, 0, 0, 1, 0)
    assert told(central, "viewed") is None, "that is long ago"


def past(central, reason, days, tally, store="here"):
    """What came of a day long ago."""
    values = "', '".join((store, reason, days_ago(days)[:10]))
    counts = ", ".join(map(str, tally))
    central.run(lambda tx: tx.exec_driver_sql(f"INSERT INTO reason_day VALUES ('{values}', {counts})"))


@pytest.fixture
def failed(central):
    """Of what goes together hardly anything was taken here; there it was."""
    past(central, "together", 30, domain.Tally(600, taken=20))
    past(central, "together", 30, domain.Tally(600, taken=200), "there")
    sold = [("o1", None, "coat"), ("o1", None, "scarf"), ("o2", None, "coat"), ("o2", None, "scarf")]
    sold += [("o3", MINSEO, "coat"), ("o4", YUNA, "coat")]
    whose = [(order, f"{order}-{variant}", customer, variant) for order, customer, variant in sold]
    usual = ("here", None, "store")
    told = [
        Sold(order, line, days_ago(30), customer, *usual, variant, 1, 100, "KRW")
        for order, line, customer, variant in whose
    ]
    central.run(orders.load, told)
    central.run(suggestions.build, lambda done, total: None)
    return central


def given(central, customer):
    return [(item.product, item.reason) for item in central.record("suggestions", customer).items]


def test_a_reason_of_which_too_little_is_taken_is_used_no_more_in_that_store(failed):
    assert given(failed, MINSEO) == given(failed, YUNA) == [SCARF]
    night(failed)
    failed.run(suggestions.refresh, [MINSEO, YUNA])
    assert (given(failed, MINSEO), given(failed, YUNA)) == ([], [SCARF])
    failed.run(suggestions.build, lambda done, total: None)
    assert (given(failed, MINSEO), given(failed, YUNA)) == ([], [SCARF])
    one = told(failed, "together")
    assert one.retired_at and one.judged == v1.Tally(600, taken=20)
    assert not told(failed, "together", "there").retired_at
    night(failed)
    assert len(failed.rows("retirement")) == 1


def restore(central, who=None, store="here"):
    return central.tell(who or by(staff="mia", role="manager"), "reasons.restored", store, v1.Restored("together"))


def test_a_manager_lets_it_be_used_again_until_it_fails_anew(failed):
    night(failed)
    assert restore(failed, by(role="associate")).status == 422
    assert restore(failed, by("there", role="manager")).status == 404
    assert told(failed, "together").retired_at
    for _ in range(2):
        assert restore(failed).status == 200
    one = told(failed, "together")
    assert (one.retired_at, one.restored_by, bool(one.restored_at)) == ("", "mia", True)
    [row] = failed.rows("access_record", what="reason.restored")
    assert (row["staff"], row["why"]) == ("mia", "together")
    night(failed)
    assert not told(failed, "together").retired_at, "what came of it before counts no more"
    failed.run(suggestions.refresh, [MINSEO])
    assert given(failed, MINSEO) == [SCARF]
    failed.run(lambda tx: tx.exec_driver_sql(f"UPDATE retirement SET restored_at = '{days_ago(60)}'"))
    night(failed)
    assert told(failed, "together").retired_at and len(failed.rows("retirement")) == 2


def test_the_store_is_told_by_what_the_lists_are_made(central):
    night(central)
    record = central.record("reasons", "here")
    assert (record.way, record.since, record.nights) == ("plain", "", [])
    scores = (60, 0.24, 0.25, 0.06, 0.02)
    for at, used in ((days_ago(3), True), (days_ago(2), False), (days_ago(1), False)):
        central.run(insight.note_night, Night(at, *scores, used))
    night(central)
    record = central.record("reasons", "here")
    assert [one.used for one in record.nights] == [False, False, True]
    assert (record.way, record.since) == ("plain", record.nights[1].at)
    assert (record.nights[0].ours, record.nights[0].plain, record.nights[0].people) == (0.24, 0.25, 60)


def test_what_was_shown_of_one_who_is_merged_was_shown_of_the_other(central):
    show(central, SCARF)
    show(central, SCARF, BOOTS, customer=JOSE)
    central.run(mergers.merge, by(), MINSEO, JOSE, {})
    assert {(row["customer"], row["product"]) for row in central.rows("shown")} == {
        (MINSEO, "p-scarf"),
        (MINSEO, "p-boots"),
    }
    show(central, ("p-coat", "saved"), customer=JOSE)
    assert len(central.rows("shown", customer=MINSEO)) == 3, "a tablet that has not heard of it yet"


def test_what_was_ever_put_into_a_cart(central):
    line = v1_cart.LineAdded("boots", 1, PRICES["boots"], "KRW", "here", MINSEO)
    central.tell(by(), "cart.line_added", cart_of(MINSEO), line)
    [(customer, variant, at)] = central.read(cart.put_in, [MINSEO, JOSE])
    assert (customer, variant, at[:10]) == (MINSEO, "boots", now()[:10])
