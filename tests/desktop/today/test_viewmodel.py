"""The page of the day, by Python and by hand."""

import pytest

from clienteling.contract.v1.suggestions import Suggestion
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.today.viewmodel_read import PEOPLE_ROLES
from tests.helpers import clients, damage, shop


def rows(model):
    return [dict(zip(PEOPLE_ROLES, row, strict=True)) for row in model.rows]


@pytest.fixture
def settled(today, qtbot):
    qtbot.waitUntil(lambda: today.state == "rows")
    return today


def test_a_day_without_anything_says_so_and_invents_nothing(settled):
    assert (settled.hereState, settled.pickupState) == ("empty", "empty")
    assert (settled.weekOrders, settled.weekEndless) == (0, 0)
    assert settled.greeting.endswith(", 이서준") and settled.subtitle.startswith("Gangnam · ")


def test_who_is_here_and_why_she_matters(settled, db, run, qtbot):
    visits = [
        clients.visit("v1", clients.MINSEO, clients.ago(minutes=4), zone="Shoes"),
        clients.visit("v2", clients.JANA, clients.ago(minutes=1, seconds=5)),
    ]
    run(db.run(clients.tell, "visit", visits))
    run(db.run(clients.tell, "order", [clients.order("7", "ready", clients.ago(days=1), customer=clients.JANA)]))
    qtbot.waitUntil(lambda: settled.here.count == 2 and "T1-000007" in rows(settled.here)[0]["detail"])
    jana, minseo = rows(settled.here)
    assert (jana["detail"], jana["since"]) == ("Order T1-000007 is ready", "1 min")
    assert [tag["text"] for tag in minseo["tags"]] == ["Gold", "Shoes"]
    assert minseo["detail"].startswith("Cashmere scarf: About every 6 weeks")
    assert minseo["detail"].endswith("your client") and minseo["since"] == "4 min"


def test_the_online_cart_is_a_reason(settled, db, run, qtbot):
    whose = cart.whose(clients.MINSEO, shop.HERE, "staff-1")
    run(db.run(cart.add, whose, shop.BOOTS, source="online"))
    settled.begin_visit(clients.MINSEO, "scan")
    qtbot.waitUntil(lambda: settled.here.count == 1)
    assert rows(settled.here)[0]["detail"] == "Leather chelsea boots in the online cart · your client"


def test_a_visit_begins_and_ends_by_hand(settled, qtbot):
    settled.switch_visit(clients.HANEUL, begin=True)
    qtbot.waitUntil(lambda: settled.here.count == 1)
    settled.leave(clients.HANEUL)
    qtbot.waitUntil(lambda: settled.here.count == 0)


def test_worth_a_word_is_who_is_due_agreed_and_was_not_here_lately(settled, db, run, qtbot):
    assert [row["name"] for row in rows(settled.worth)] == ["김민서"]
    due = [Suggestion("boots", "due", {"weeks": 4, "last": "2026-10-01"}, 0.9)]
    run(db.run(clients.suggest, due, clients.HANEUL))
    qtbot.wait(250)
    assert [row["name"] for row in rows(settled.worth)] == ["김민서"], "박하늘 did not agree to be written to"
    settled.begin_visit(clients.MINSEO, "scan")
    qtbot.waitUntil(lambda: settled.worth.count == 0)


def test_pickups_are_the_orders_that_lie_ready_here(settled, db, run, qtbot):
    run(db.run(clients.tell, "order", [clients.order("7", "ready", clients.ago(days=2))]))
    qtbot.waitUntil(lambda: settled.pickups.count == 1)
    order, title, _, since, initials = settled.pickups.rows[0]
    assert (order, title, since, initials) == ("7", "T1-000007 · 김민서", "2 d", "김민")


def test_the_week_counts_my_orders_by_day(settled, db, run, qtbot):
    mine = [clients.order(str(at), "accepted", clients.ago(minutes=at), total=100_000) for at in (1, 2)]
    others = [clients.order("9", "accepted", clients.ago(minutes=3), staff="staff-2")]
    run(db.run(clients.tell, "order", mine + others))
    qtbot.waitUntil(lambda: settled.weekOrders == 2)
    assert (settled.weekEndless, settled.weekTotal) == (2, "₩200K")
    bars = settled.days.rows
    assert len(bars) == 7 and sum(bar[1] for bar in bars) == 1.0
    (today,) = [bar for bar in bars if bar[3]]
    assert today[1:3] == (1.0, "₩200,000")


def test_a_client_and_an_order_are_opened_by_touch(settled, db, run, show, qtbot):
    settled.begin_visit(clients.MINSEO, "scan")
    run(db.run(clients.tell, "order", [clients.order("7", "ready", clients.ago(days=2))]))
    qtbot.waitUntil(lambda: settled.here.count == 1 and settled.pickups.count == 1)
    page = show("clienteling.desktop.today", "TodayPage", size=(1192, 728), model=settled)
    with qtbot.waitSignal(page.page.customerOpened) as opened:
        page.click("here-0")
    assert opened.args == [clients.MINSEO]
    with qtbot.waitSignal(page.page.orderOpened) as opened:
        page.click("pickup-0")
    assert opened.args == ["7"]


def test_every_sentence_has_korean_words(settled, language, show, qtbot):
    show("clienteling.desktop.today", "TodayPage", size=(800, 1130), model=settled)
    language.apply("ko")
    qtbot.waitUntil(lambda: "님, 좋은" in settled.greeting)
    assert not language.missing


def test_a_day_that_could_not_be_read_is_read_again(settled, db, show, qtbot):
    page = show("clienteling.desktop.today", "TodayPage", model=settled)
    with damage.unreadable(db):
        settled.reload()
        qtbot.waitUntil(lambda: settled.state == "error")
    assert not page.has("week")
    damage.try_again(page, qtbot)
    page.wait("worth-0")
    assert (settled.hereState, settled.worthState) == ("empty", "rows")
