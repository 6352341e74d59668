"""From a product to whom to tell of it, to her page and back; central keeps a record of who looked."""

import csv
from pathlib import Path

import pytest

from clienteling.central.insight import actions as insight
from clienteling.central.insight import shelf
from clienteling.desktop.runtime import exports
from tests.helpers import gift_shop
from tests.helpers.screen import until
from tests.helpers.shop_folder import MINSEO, made, product

JIU, SEOJUN = made(4, 3), made(5, 1)
COAT, SCARF = product(1), product(4)


@pytest.fixture(scope="module")
def model():
    coats = [(MINSEO, f"m{day}", day, COAT) for day in (100, 130, 160, 190, 220, 250, 280)]
    return gift_shop.beside_habits(*coats, (JIU, "j1", 200, SCARF))


@pytest.fixture
def taught(town, model):
    """A town whose central has learned."""
    shelf.keep(model, Path(town.shop.home) / "files", town.ask(town.central.db.read(insight.shop)))
    return town


def ask(tablet, product=COAT):
    tablet.app.navigator.open("products", product)
    until(lambda: tablet.app.catalog.card.productId == product and tablet.app.catalog.card.state == "rows")
    tablet.screen.click("whom-to-tell")


def answered(tablet):
    ask(tablet)
    until(lambda: tablet.app.audience.state == "rows", why="that central answers")


def asked(tablet):
    return sum("/v1/audience/" in path for path in tablet.network.asked)


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_from_a_product_to_her_page_and_back(taught, tablets, monkeypatch, tmp_path, size):
    monkeypatch.setattr(exports, "user_downloads_path", lambda: tmp_path)
    tablet = tablets().synced().sign_in()
    tablet.screen.window.resize(*size)
    answered(tablet)
    assert [row[0] for row in tablet.app.audience.rows.rows] == [MINSEO, JIU]
    tablet.screen.click("save-audience")
    until(lambda: tablet.app.audience.saved != "")
    [file] = tmp_path.glob("*.csv")
    with file.open(encoding="utf-8-sig", newline="") as written:
        assert [row[0] for row in csv.reader(written)][1:] == ["김민서", "이지우"]
    tablet.screen.click("client-0")
    until(lambda: tablet.app.navigator.page == "customer" and tablet.app.clientbook.customer == MINSEO)
    tablet.app.navigator.back()
    tablet.screen.wait("client-0")
    assert tablet.app.navigator.page == "audience" and asked(tablet) == 1
    looked = taught.rows("SELECT staff, customer FROM access_record WHERE what = 'audience.viewed'")
    assert sorted(looked) == sorted([(SEOJUN, MINSEO), (SEOJUN, JIU)])


def test_a_central_that_learned_nothing_knows_who_bought_it_and_the_network_may_go(town, tablets):
    tablet = tablets().synced().sign_in()
    ask(tablet)
    tablet.screen.wait("client-0")
    tablet.lose_network()
    ask(tablet, SCARF)
    tablet.screen.wait_for("지금은 오프라인이에요")
    assert tablet.problems == []
