"""The sheet of the day's receipts as a person meets it."""

from datetime import date

import pytest

from clienteling.desktop.orders.viewmodel import OrdersViewModel
from clienteling.desktop.runtime import exports
from tests.desktop.orders.test_actions_receipts import answer, place
from tests.helpers import damage, shop


@pytest.fixture
def orders(db, tasks, session, language, run, qtbot, monkeypatch, tmp_path):
    """The orders screen of a tablet that gave out two receipts, one of which central has."""
    monkeypatch.setenv("CLIENTELING_HOME", str(tmp_path))
    run(db.run(shop.open_shop))
    run(db.run(place, "T1"))
    run(db.run(answer, 200))
    run(db.run(place, "T1"))
    orders = OrdersViewModel(db, tasks, session, language)
    orders.reload()
    qtbot.waitUntil(lambda: orders.state == "rows")
    return orders


@pytest.fixture
def page(orders, show, qtbot):
    page = show("clienteling.desktop.orders", "OrdersPage", model=orders)
    page.click("receipts")
    qtbot.waitUntil(lambda: orders.receipts.state == "rows")
    page.wait("receipt-T1-000002")
    return page


def test_every_number_of_the_day_stands_there_with_its_state(orders, page):
    shown = set(page.texts())
    assert {"T1-000001", "T1-000002", "Delivered", "Waiting", "₩389,000"} <= shown
    assert orders.receipts.summary == "2 receipts · Delivered 1 · Waiting 1"


def test_the_list_follows_what_happens_while_it_is_looked_at(orders, page, db, run, qtbot):
    run(db.run(answer, 200))
    qtbot.waitUntil(lambda: orders.receipts.summary == "2 receipts · Delivered 2")


def test_another_day_has_its_own_and_tomorrow_none(orders, page, qtbot):
    page.click("day-before")
    qtbot.waitUntil(lambda: orders.receipts.state == "empty")
    qtbot.waitUntil(lambda: "This tablet gave out no receipt on this day." in page.texts())
    assert not orders.receipts.today
    page.click("day-after")
    qtbot.waitUntil(lambda: orders.receipts.state == "rows")
    assert orders.receipts.today and not page.find("day-after").property("enabled")


def test_a_touch_opens_the_order(orders, page, qtbot):
    page.click("receipt-T1-000002")
    qtbot.waitUntil(lambda: orders.detail.number == "T1-000002")
    qtbot.waitUntil(lambda: not page.has("receipt-T1-000002"))


def test_the_list_is_saved_as_a_table(orders, page, language, qtbot):
    language.apply("ko")
    page.click("export-receipts")
    qtbot.waitUntil(lambda: orders.receipts.exported != "")
    (file,) = exports.folder().iterdir()
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    assert file.name == f"영수증-T1-{date.today().isoformat()}.csv"
    assert lines[0] == '"영수증 번호","시각","합계","통화","중앙 상태"'
    assert [line.split(",")[0] + line.split(",")[-1] for line in lines[1:]] == [
        '"T1-000001""전달됨"',
        '"T1-000002""대기 중"',
    ]
    assert str(file) in orders.receipts.exported
    orders.receipts.go(-1)
    assert orders.receipts.exported == ""


def test_a_table_that_cannot_be_written_says_where(orders, page, problems, monkeypatch, qtbot, tmp_path):
    monkeypatch.setattr(exports, "write_table", lambda *_: (_ for _ in ()).throw(OSError("full")))
    page.click("export-receipts")
    qtbot.waitUntil(lambda: problems.told != [])
    assert str(tmp_path / "exports") in str(problems.told[0])


def test_a_list_that_could_not_be_read_is_read_again(orders, page, db, qtbot):
    with damage.unreadable(db):
        orders.receipts.go(-1)
        qtbot.waitUntil(lambda: orders.receipts.state == "error")
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: orders.receipts.state == "empty")


def test_the_day_is_named_in_the_language_of_the_screen(orders, page, language, qtbot):
    day = date.today()
    language.apply("ko")
    qtbot.waitUntil(lambda: f"{day.month}월 {day.day}일" in orders.receipts.day)
