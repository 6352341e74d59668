"""The catalogue as other features ask it."""

import pytest

from clienteling.desktop.catalog import actions, store
from clienteling.desktop.sync import mirror
from tests.helpers import shop


@pytest.fixture
def open_shop(tx):
    shop.open_shop(tx)
    return tx


def test_a_code_finds_its_variant(open_shop):
    found = actions.find(open_shop, shop.COAT_CODE)
    assert (found.variant, found.product, found.price, found.currency) == (shop.COAT, "coat", 389_000, "KRW")
    assert found.name("ko") == "울 더블 코트" and found.detail("en") == "Camel · 55"


def test_an_unknown_code_finds_nothing(open_shop):
    assert actions.find(open_shop, shop.UNKNOWN_CODE) is None


@pytest.mark.parametrize(
    ("typed", "product"),
    [
        ("더블", "coat"), ("코트", "coat"), ("코ㅌ", "coat"), ("ㅇㄷㅂ", "coat"), ("ㅊㅅㅂㅊ", "boots"),
        ("CHELSEA", "boots"), ("ct-1", "coat"), (shop.SCARF_CODE, "scarf"),
        (shop.SCARF_CODE[1:], "scarf"), ("cash scarf", "scarf"),
        ("seongsu", "boots"), ("boots", "boots"),
    ],
)  # fmt: skip
def test_search_finds_by_name_initials_brand_sku_and_code(open_shop, typed, product):
    assert [hit.product for hit in actions.search(open_shop, typed, 10)] == [product]


@pytest.mark.parametrize("written", ["Ct-1-Ab", "CT-1-AB", "ct-1-ab", "cT-1-aB"])
def test_a_code_of_the_shops_own_is_found_in_whatever_case(open_shop, written):
    bag = shop.Variant("bag", "Ct-1-Ab", None, 1, "KRW")
    shop.tell(open_shop, "product", "bag", shop.Product("bag", "가방", "Bag", "", "Bags", [bag]))
    assert actions.find_sku(open_shop, written).variant == "bag"
    assert actions.find_sku(open_shop, "CT-1_AB") is None


def test_the_same_letters_come_before_the_same_word(open_shop):
    two = [shop.Variant(sku, sku, None, 1, "KRW") for sku in ("AB-1", "ab-1", "Ab-1")]
    shop.tell(open_shop, "product", "two", shop.Product("two", "둘", "Two", "", "Bags", two))
    assert [actions.find_sku(open_shop, sku).variant for sku in ("AB-1", "ab-1", "Ab-1")] == ["AB-1", "ab-1", "Ab-1"]


def test_every_word_must_be_there(open_shop):
    assert actions.search(open_shop, "wool boots", 10) == []


def test_an_empty_search_lists_all_and_a_category_some(open_shop):
    assert len(actions.search(open_shop, "", 10)) == 3
    assert [hit.product for hit in actions.search(open_shop, "", 10, category="Boots")] == ["boots"]
    assert store.categories(open_shop)[0] in {"Coats", "Boots", "Scarves"}


def test_a_hit_tells_the_lowest_and_the_highest_price(open_shop):
    hit = actions.search(open_shop, "coat", 1)[0]
    assert (hit.price, hit.top_price) == (389_000, 399_000)


def test_availability_is_here_nearby_and_online(open_shop):
    found = actions.availability(open_shop, [shop.COAT, shop.BOOTS, shop.SCARF, "nobody"], shop.HERE)
    assert found[shop.COAT] == (2, 0, 0, True)
    assert found[shop.BOOTS] == (0, 0, 14, True)
    assert found[shop.SCARF] == (0, 3, 5, True)
    assert found["nobody"] == (0, 0, 0, True)


def test_before_any_stock_arrived_nothing_is_said_to_be_out(tx):
    shop.tell(tx, "product", "coat", shop.PRODUCTS[0])
    assert not actions.availability(tx, [shop.COAT], shop.HERE)[shop.COAT].known


def test_shelves_name_every_place_with_this_store_first(open_shop):
    found = actions.shelves(open_shop, shop.SCARF, shop.HERE)
    assert [(shelf.kind, shelf.quantity) for shelf in found] == [("here", 0), ("store", 3), ("warehouse", 5)]


def test_a_product_told_anew_loses_the_variants_it_no_longer_has(open_shop):
    coat = shop.PRODUCTS[0]
    shop.tell(open_shop, "product", "coat", type(coat)("coat", "코트", "Coat", "", "Coats", coat.variants[:1]), ver=2)
    assert [item.variant for item in actions.card(open_shop, "coat").items] == [shop.COAT]


def test_what_central_takes_away_is_gone(open_shop):
    gone = [shop.Change("product", "coat", 2, deleted=True), shop.Change("stock", f"{shop.HERE}:{shop.COAT}", 2, True)]
    mirror.apply_changes(open_shop, shop.MIRRORS, "tenant:t", gone)
    assert actions.card(open_shop, "coat") is None
    assert actions.availability(open_shop, [shop.COAT], shop.HERE)[shop.COAT].here == 0
