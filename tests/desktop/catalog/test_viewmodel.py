"""The products screen and its card, by Python and by hand."""

import pytest
from PySide6.QtCore import QModelIndex

from clienteling.desktop.catalog.viewmodel import CatalogViewModel
from tests.helpers import damage, shop


@pytest.fixture
def held_session(session):
    """The session as view models need it: a QObject in the app, told of changes."""
    from clienteling.desktop.signin.viewmodel import Session

    held = Session()
    vars(held).update({name: value for name, value in vars(session).items() if not name.startswith("_")})
    return held


@pytest.fixture
def catalog(db, tasks, held_session, language, central, run, qtbot):
    run(db.run(shop.open_shop))
    catalog = CatalogViewModel(db, tasks, held_session, language, central)
    catalog.reload()
    qtbot.waitUntil(lambda: catalog.state == "rows")
    return catalog


def names(catalog):
    return [row[1] for row in catalog.products.rows]


def test_an_empty_tablet_says_what_will_appear(db, tasks, held_session, language, central, qtbot):
    catalog = CatalogViewModel(db, tasks, held_session, language, central)
    assert catalog.state == "loading"
    catalog.reload()
    qtbot.waitUntil(lambda: catalog.state == "empty")
    assert "heard from central" in catalog.sentence


def test_products_with_price_and_place(catalog):
    by_id = {row[0]: row for row in catalog.products.rows}
    assert by_id["coat"][3:6] == ("from ₩389,000", "Here 3", "ok")
    assert by_id["boots"][3:6] == ("₩219,000", "Online 14", "online")
    assert by_id["scarf"][3:6] == ("₩98,000", "Nearby 3", "store")


def test_what_is_sold_by_weight_has_the_price_of_a_kilogram(catalog, db, run, qtbot):
    run(db.run(shop.tell_salt))
    qtbot.waitUntil(lambda: "Bath salt" in names(catalog))
    assert {row[0]: row[3] for row in catalog.products.rows}["salt"] == "₩12,000 / kg"
    catalog.open("salt")
    qtbot.waitUntil(lambda: catalog.card.price == "₩12,000 / kg")


def test_search_and_category_narrow_the_list(catalog, qtbot):
    catalog.search("scarf")
    qtbot.waitUntil(lambda: names(catalog) == ["Cashmere scarf"])
    catalog.choose("Boots")
    qtbot.waitUntil(lambda: catalog.state == "empty")
    catalog.search("")
    qtbot.waitUntil(lambda: names(catalog) == ["Leather chelsea boots"])


def test_the_card_opens_on_a_variant_that_is_here(catalog, qtbot):
    catalog.open("coat")
    qtbot.waitUntil(lambda: catalog.card.open)
    assert catalog.card.price == "₩389,000" and catalog.card.hereNow
    assert [row[:2] for row in catalog.card.colours.rows] == [("Camel", True), ("Navy", False)]
    assert catalog.card.sizes.rows == [("55", True, True), ("66", False, False)]
    assert catalog.card.shelves.rows[0][:3] == ("This store", 2, "ok")


def test_another_colour_keeps_the_size(catalog, qtbot):
    catalog.open("coat")
    qtbot.waitUntil(lambda: catalog.card.open)
    catalog.card.chooseColour("Navy")
    qtbot.waitUntil(lambda: catalog.card.price == "₩399,000")
    catalog.card.chooseSize("66")
    qtbot.waitUntil(lambda: catalog.card.variant == "coat-camel-66")
    assert not catalog.card.hereNow and "Sold out" in catalog.card.sentence


def test_adding_names_the_chosen_variant(catalog, qtbot):
    catalog.open("boots")
    qtbot.waitUntil(lambda: catalog.card.open)
    with qtbot.waitSignal(catalog.addWanted) as told:
        catalog.card.add()
    assert told.args == [shop.BOOTS]


def test_stock_that_arrives_by_sync_refreshes_the_card(catalog, db, run, qtbot):
    catalog.open("boots")
    qtbot.waitUntil(lambda: catalog.card.open)
    run(db.run(shop.tell, "stock", f"{shop.HERE}:{shop.BOOTS}", shop.Stock(shop.HERE, shop.BOOTS, 4), 2))
    qtbot.waitUntil(lambda: catalog.card.hereNow)


def test_names_follow_the_language(catalog, language, qtbot):
    language.apply("ko")
    qtbot.waitUntil(lambda: "캐시미어 머플러" in names(catalog))


def test_from_the_grid_into_the_cart_by_hand(show, catalog, qtbot):
    window = show("clienteling.desktop.catalog", "ProductsPage", model=catalog)
    window.click("product-coat")
    window.click("colour-Navy")
    qtbot.waitUntil(lambda: catalog.card.price == "₩399,000")
    with qtbot.waitSignal(catalog.addWanted) as told:
        window.click("add")
    assert told.args == ["coat-navy-55"]
    window.click("close")
    qtbot.waitUntil(lambda: not window.has("add"))


def test_in_portrait_the_card_comes_from_below(show, catalog):
    window = show("clienteling.desktop.catalog", "ProductsPage", size=(800, 1280), model=catalog)
    window.click("product-boots")
    assert window.wait("add").isVisible()


def test_a_card_that_is_closed_elsewhere_goes_without_a_warning(show, catalog, qtbot):
    window = show("clienteling.desktop.catalog", "ProductsPage", size=(800, 1280), model=catalog)
    window.click("product-boots")
    window.wait("add")
    catalog.close()
    qtbot.waitUntil(lambda: not window.has("add"))


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_one_touch_on_the_card_asks_whom_to_tell(catalog, show, qtbot, size):
    window = show("clienteling.desktop.catalog", "ProductsPage", model=catalog, size=size)
    window.click("product-coat")
    with qtbot.waitSignal(window.page.audienceWanted) as asked:
        window.click("whom-to-tell")
    assert asked.args == ["coat"]
    window.page.setVisible(False)  # another page is in front
    qtbot.waitUntil(lambda: not window.has("whom-to-tell"))
    window.page.setVisible(True)
    assert window.wait("whom-to-tell") and catalog.card.productId == "coat", "the way back ends at the card"


def test_products_that_could_not_be_read_are_read_again(catalog, db, show, qtbot):
    page = show("clienteling.desktop.catalog", "ProductsPage", model=catalog)
    with damage.unreadable(db):
        catalog.search("scarf")
        qtbot.waitUntil(lambda: catalog.state == "error")
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: catalog.state == "rows" and names(catalog) == ["Cashmere scarf"])


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_a_product_that_could_not_be_read_is_read_again(catalog, db, show, qtbot, size):
    page = show("clienteling.desktop.catalog", "ProductsPage", model=catalog, size=size)
    with damage.unreadable(db):
        catalog.open("boots")
        qtbot.waitUntil(lambda: catalog.card.state == "error")
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: catalog.card.state == "rows" and catalog.card.productId == "boots")
    page.wait("add")


def test_a_product_that_could_not_be_read_may_be_left(catalog, db, show, qtbot):
    page = show("clienteling.desktop.catalog", "ProductsPage", model=catalog)
    with damage.unreadable(db):
        catalog.open("boots")
        qtbot.waitUntil(lambda: catalog.card.open)
    page.click("close")
    qtbot.waitUntil(lambda: not catalog.card.open)


def test_a_further_page_that_could_not_be_read_is_no_silent_end(catalog, db, run, qtbot):
    with damage.unreadable(db):
        catalog.products.fetchMore(QModelIndex())
        qtbot.waitUntil(lambda: catalog.state == "error")
    catalog.retry()
    qtbot.waitUntil(lambda: catalog.state == "rows")
