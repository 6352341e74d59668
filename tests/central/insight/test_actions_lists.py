"""The model in force: that of this shop, as it was kept last; serving loads nothing before somebody asks for it."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from clienteling.central.insight import actions, shelf
from clienteling.central.insight.actions_lists import MOST, Learned, foresight
from tests.helpers import gift_shop

TODAY = datetime.now(UTC).date()


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """A central of people with habits, and what was learned of it."""
    folder = tmp_path_factory.mktemp("shop")
    central, model = gift_shop.learned(folder, TODAY)
    central.folder, central.model = folder, model
    yield central
    central.close()


@pytest.fixture
def given(shop):
    """What transactions of this shop are given, which has nothing kept."""
    shelf.forget(shop.folder)
    yield Learned(shop.folder)
    shelf.forget(shop.folder)


def test_the_model_in_force_is_what_was_kept_last(shop, given):
    assert shop.read(given.model) is None
    gift_shop.keep(shop, shop.model, shop.folder)
    kept = shop.read(given.model)
    assert kept is not None and shop.read(given.model) is kept, "read once"
    gift_shop.keep(shop, shop.model, shop.folder)
    assert shop.read(given.model) is not kept, "another file is another model"
    shelf.forget(shop.folder)
    assert shop.read(given.model) is None


def test_what_was_learned_of_another_shop_is_not_used(shop, given):
    shelf.keep(shop.model, shop.folder, "another first order")
    assert shop.read(given.model) is None


def test_a_central_that_is_given_nothing_foresees_nothing(central):
    assert central.read(foresight) is None and central.read(actions.shop) == ""


def test_what_is_foreseen_for_a_day(shop, given):
    assert shop.read(foresight) is None
    gift_shop.keep(shop, shop.model, shop.folder)
    foresee = shop.read(foresight)
    at = TODAY.toordinal()
    bought = [("b", at - days, "own-01") for days in (90, 60, 30)]
    found = foresee(bought, at)
    assert [one.product for one in found if not one.is_new] == ["own-01"]
    assert sum(one.is_new for one in found) == MOST
    assert found == foresee(bought, at) != foresee(bought, at + 20)


def test_the_first_order_tells_one_shop_from_another(shop):
    first = shop.read(actions.shop)
    assert shop.rows("orders", id=first)[0]["placed_at"][:10] == str(TODAY - timedelta(days=299))


def test_serving_loads_no_arithmetic_before_somebody_asks():
    asked = "import clienteling.central.insight.actions_lists, sys; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
