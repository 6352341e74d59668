"""Codes that nobody knows: reported into the outbox, and read from central by a manager."""

import msgspec
import pytest

from clienteling.contract.v1.catalog import UnknownCode
from clienteling.desktop.catalog import actions
from clienteling.desktop.catalog.viewmodel import CatalogViewModel
from clienteling.desktop.catalog.wire import describe
from clienteling.desktop.sync import outbox
from tests.helpers import shop

PATH = "/v1/catalog/unknown-codes"
CODES = [
    UnknownCode("4006381333931", "ean13", 3, "2026-11-20T01:00:00.000Z", "staff-1"),
    UnknownCode("XQ-77-ABCD", "code128", 1, "2026-11-19T01:00:00.000Z"),
]


@pytest.fixture
def catalog(db, tasks, session, language, central, run):
    run(db.run(shop.open_shop))
    return CatalogViewModel(db, tasks, session, language, central)


@pytest.fixture
def manager(catalog, session):
    session.role = "manager"
    session.changed.emit()
    return catalog


@pytest.fixture
def answered(told):
    told.tell(PATH, [msgspec.to_builtins(one) for one in CODES])


def test_a_report_is_a_fact_for_central(tx):
    actions.report_unknown(tx, "staff-1", "XQ-77", "code128")
    [item] = outbox.items(tx)
    assert (item.operation.kind, item.operation.staff) == ("catalog.code_unknown", "staff-1")
    assert item.operation.args == {"code": "XQ-77", "symbology": "code128"} and item.operation.at
    assert describe(item.operation) == "A code nobody knows: XQ-77"


def test_a_code_too_long_for_central_is_cut(tx):
    actions.report_unknown(tx, "staff-1", "x" * 900, "qr")
    assert len(outbox.items(tx)[0].operation.args["code"]) == 200


def test_a_report_is_kept_before_it_is_said(catalog, db, run, qtbot):
    with qtbot.waitSignal(catalog.unknown.reported):
        catalog.unknown.report("XQ-77", "code128")
    assert run(db.read(outbox.counts)) == (1, 0)


def test_only_a_manager_sees_the_list(catalog, session):
    assert not catalog.unknown.allowed
    session.role = "manager"
    session.changed.emit()
    assert catalog.unknown.allowed


def test_the_list_says_how_often_and_when_in_either_language(manager, answered, language, qtbot):
    unknown = manager.unknown
    unknown.begin()
    assert unknown.state == "loading"
    qtbot.waitUntil(lambda: unknown.state == "rows")
    assert unknown.codes.rows[0] == ("4006381333931", "ean13 · 이서준", "3 times", "Fri 20 Nov")
    language.apply("ko")
    qtbot.waitUntil(lambda: unknown.codes.rows[1][2] == "1번")


def test_without_central_it_says_so_and_tries_again(manager, told, qtbot, problems):
    manager.unknown.begin()
    qtbot.waitUntil(lambda: manager.unknown.state == "error")
    told.tell(PATH, [])
    manager.unknown.begin()
    qtbot.waitUntil(lambda: manager.unknown.state == "empty")
    assert problems.told == []


def test_a_manager_opens_the_list_by_hand(manager, answered, show, qtbot):
    manager.reload()
    page = show("clienteling.desktop.catalog", "ProductsPage", size=(1192, 728), model=manager)
    page.click("unknown-codes")
    page.wait("unknown-0")
    assert "XQ-77-ABCD" in page.texts()


def test_an_associate_has_no_way_there(catalog, show):
    page = show("clienteling.desktop.catalog", "ProductsPage", size=(1192, 728), model=catalog)
    assert not page.has("unknown-codes")
