"""Choosing products for their labels, one by one or all that are listed."""

import pytest

from clienteling.desktop.catalog.viewmodel import CatalogViewModel
from tests.helpers import shop


@pytest.fixture
def catalog(db, tasks, session, language, central, run, qtbot):
    run(db.run(shop.open_shop))
    catalog = CatalogViewModel(db, tasks, session, language, central)
    catalog.reload()
    qtbot.waitUntil(lambda: catalog.state == "rows")
    catalog.told = []
    catalog.choosing.wanted.connect(catalog.told.append)
    return catalog


def test_a_touch_chooses_and_another_lets_go(catalog):
    catalog.choosing.begin()
    for product in ("coat", "scarf", "coat"):
        catalog.choosing.toggle(product)
    assert (catalog.choosing.chosen, catalog.choosing.words) == (["scarf"], "1 product chosen")
    catalog.choosing.label()
    assert (catalog.told, catalog.choosing.on, catalog.choosing.count) == ([["scarf"]], False, 0)


def test_all_that_are_listed_join_what_was_chosen(catalog, qtbot):
    catalog.choosing.begin()
    catalog.choosing.toggle("coat")
    catalog.choose("Boots")
    qtbot.waitUntil(lambda: catalog.products.count == 1)
    catalog.choosing.chooseListed()
    qtbot.waitUntil(lambda: catalog.choosing.chosen == ["coat", "boots"])


def test_by_hand_a_touch_on_a_picture_chooses_it(catalog, qtbot, show):
    page = show("clienteling.desktop.catalog", "ProductsPage", model=catalog)
    page.click("choose-products")
    page.click("product-coat")
    page.click("product-boots")
    assert not catalog.card.open
    page.click("label-chosen")
    assert catalog.told == [["coat", "boots"]]
    page.click("product-coat")
    qtbot.waitUntil(lambda: catalog.card.open)
    page.click("label-product")
    assert catalog.told[-1] == ["coat"]
