"""The catalogue over HTTP: found by beginnings of words in two languages or by any GTIN, its pictures sent once."""

import msgspec
import pytest

from clienteling.central.catalog import actions, store
from clienteling.contract.v1.sync import Operation, Push
from tests.central.catalog.test_domain import png
from tests.helpers.actions import GTIN

FIND = "/v1/catalog/products"


def names(web, query, **more):
    return [one["name_en"] for one in web.ask("here", "GET", FIND, params={"q": query} | more).json()]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["boots", "coat", "scarf"]),
        ("co", ["coat"]),
        ("COAT ko", ["coat"]),
        ("hanok", ["boots", "coat", "scarf"]),
        ("sku-boots", ["boots"]),
        ("ha co", ["coat"]),
        ("oat", []),
        ("coat nothing", []),
        ("' OR 1=1 --", []),
        ("%", ["boots", "coat", "scarf"]),
    ],
)
def test_products_are_found_by_the_beginnings_of_words(web, query, found):
    assert names(web, query) == found


def test_products_are_found_in_korean_while_typing(web):
    web.run(actions.load_products, "t", [("p-wool", "울 더블 코트", "Wool", "", "", "", "", None)], {})
    assert names(web, "더브") == names(web, "코ㅌ") == ["Wool"]


def test_at_most_as_many_as_were_asked_for(web):
    assert names(web, "", limit=2) == ["boots", "coat"]
    assert web.ask("here", "GET", FIND, params={"limit": 1000}).status_code == 400


@pytest.mark.parametrize(
    ("code", "status"), [(GTIN, 200), (GTIN[1:], 200), ("9521234567890", 404), ("4006381333931", 404), ("coat", 404)]
)
def test_a_product_is_found_by_its_code(web, code, status):
    answer = web.ask("here", "GET", f"/v1/catalog/gtin/{code}")
    assert answer.status_code == status
    assert status == 404 or [one["gtin"] for one in answer.json()["variants"]] == [GTIN]


def test_stock_by_location(web):
    assert web.ask("here", "GET", "/v1/stock/coat").json() == [
        {"location": "here", "variant": "coat", "quantity": 1},
        {"location": "there", "variant": "coat", "quantity": 2},
    ]
    assert web.ask("here", "GET", "/v1/stock/nothing").json() == []


@pytest.fixture
def pictured(web):
    """A product with a picture."""

    def show(tx):
        [digest] = actions.load_pictures(tx, [png(10, 10)])
        actions.load_products(tx, "t", [("p-shown", "그림", "Shown", "", "", "", "", digest)], {})
        return digest

    return web.run(show)


def test_a_picture_is_sent_once(web, pictured):
    first = web.ask("here", "GET", "/v1/catalog/pictures/p-shown")
    assert (first.content, first.headers["content-type"]) == (png(10, 10), "image/png")
    assert first.headers["etag"] == f'"{pictured}"' and first.headers["x-content-type-options"] == "nosniff"
    again = web.ask("here", "GET", "/v1/catalog/pictures/p-shown", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert web.ask("web", "GET", FIND, params={"q": "shown"}).json()[0]["picture"] == pictured


@pytest.mark.parametrize("product", ["p-coat", "nothing"])
def test_no_picture_is_a_problem(web, product):
    answer = web.ask("here", "GET", f"/v1/catalog/pictures/{product}")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_the_same_picture_is_kept_once(web):
    digests = web.run(actions.load_pictures, [png(1, 1), png(1, 1), png(2, 1)])
    assert digests[0] == digests[1] != digests[2]
    assert web.run(lambda tx: len(tx.execute(store.picture.select()).all())) == 2


def test_the_codes_nobody_knows_are_those_of_the_tablets_store(web):
    told = {"code": "4006381333931", "symbology": "ean13"}
    operation = Operation("op-1", "catalog.code_unknown", "r-1", told, at="2026-11-20T01:00:00.000Z")
    pushed = web.ask("here", "POST", "/v1/sync/push", json=msgspec.to_builtins(Push("tablet-here", [operation])))
    assert pushed.json()["answers"][0]["status"] == 200
    [found] = web.ask("here", "GET", "/v1/catalog/unknown-codes").json()
    assert (found["code"], found["count"], found["last_at"]) == ("4006381333931", 1, "2026-11-20T01:00:00.000Z")
    assert web.ask("there", "GET", "/v1/catalog/unknown-codes").json() == []
    for who, status in ((None, 401), ("web", 403)):
        assert web.ask(who, "GET", "/v1/catalog/unknown-codes").status_code == status
