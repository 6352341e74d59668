"""What a code names on this tablet."""

import pytest

from clienteling.desktop.catalog import store as catalog
from clienteling.desktop.customers import store as customers
from clienteling.desktop.router import named
from clienteling.desktop.scanning.domain import classify, scan
from tests.helpers import clients, shop


@pytest.fixture
def opened(tx):
    """A transaction over the small shop with its people."""
    shop.open_shop(tx)
    clients.open_book(tx)
    return tx


def called(code):
    """김민서 has this loyalty code."""
    people = customers.customer
    return people.update().where(people.c.id == clients.MINSEO).values(loyalty=code)


def found(tx, text, confidence="likely", language="en"):
    made = scan(classify(text), "wedge", "2026-01-01T00:00:00.000Z", confidence)
    return [(claim.kind, claim.key, claim.name) for claim in named(tx, made, language)]


def test_a_gtin_names_a_product_and_a_card_a_person(opened):
    assert found(opened, shop.COAT_CODE) == [("product", shop.COAT, "Wool double coat · Camel · 55")]
    assert found(opened, shop.COAT_CODE, language="ko") == [("product", shop.COAT, "울 더블 코트 · 카멜 · 55")]
    assert found(opened, "CL00000001X") == [("customer", clients.MINSEO, "김민서")]
    assert found(opened, shop.UNKNOWN_CODE) == [] == found(opened, "WIFI:S:SHOP;;")


def test_what_the_shop_calls_it_names_a_product_in_large_and_small(opened):
    for text in ("CT-1-55", "ct-1-55"):
        assert found(opened, text) == [("product", shop.COAT, "Wool double coat · Camel · 55")]


def test_one_code_may_name_two(opened):
    opened.execute(called(shop.COAT_CODE))
    assert [claim[0] for claim in found(opened, shop.COAT_CODE)] == ["product", "customer"]
    opened.execute(catalog.variant.update().where(catalog.variant.c.id == shop.SCARF).values(sku="CL00000001X"))
    opened.execute(called("CL00000001X"))
    assert [claim[0] for claim in found(opened, "CL00000001X")] == ["product", "customer"]


def test_a_doubtful_reading_names_nobody_and_nothing_by_its_letters(opened):
    opened.execute(called("1000482915"))
    assert found(opened, "1000482915") == [("customer", clients.MINSEO, "김민서")]
    assert found(opened, "1000482915", "weak") == [] == found(opened, "CT-1-55", "weak")
    assert [claim[0] for claim in found(opened, shop.COAT_CODE, "weak")] == ["product"]


def test_a_product_by_its_name_brings_the_gtin_it_is_sold_by(opened):
    made = scan(classify("CT-1-55"), "typed", "2026-01-01T00:00:00.000Z")
    [claim] = named(opened, made, "en")
    assert (claim.gtin14, claim.key) == (shop.COAT_CODE, shop.COAT)
