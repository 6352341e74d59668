"""The model in force: that of this shop, as it was kept last; serving loads nothing before somebody asks for it."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from clienteling.central.insight import actions, shelf, training
from clienteling.central.insight.actions_lists import GIVEN, MOST, Learned, foresee, learned
from clienteling.central.insight.engine import Engine
from clienteling.central.insight.folder import FILE
from tests.helpers.actions import Central
from tests.helpers.gift_shop import habits, open_habits

TODAY = datetime.now(UTC).date()


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """A central of people with habits, and what was learned of it."""
    folder = tmp_path_factory.mktemp("shop")
    central = Central(f"sqlite+aiosqlite:///{folder / 'shop.sqlite'}", given={GIVEN: Learned(folder)})
    central.run(open_habits, TODAY, habits(60, 300))
    engine = Engine(central.read(actions.lines))
    central.folder, central.model = folder, training.train(engine, engine.last + 1, lambda step, done, total: None)
    engine.close()
    yield central
    central.close()


def test_nothing_is_learned_without_a_file(shop):
    (shop.folder / FILE).unlink(missing_ok=True)
    assert shop.read(learned) is None
    shelf.keep(shop.model, shop.folder, shop.read(actions.shop))
    kept = shop.read(learned)
    assert kept is not None and shop.read(learned) is kept, "read once"
    shelf.keep(shop.model, shop.folder, shop.read(actions.shop))
    assert shop.read(learned) is not kept, "another file is another model"
    shelf.forget(shop.folder)
    assert shop.read(learned) is None


def test_what_was_learned_of_another_shop_is_not_used(shop):
    shelf.keep(shop.model, shop.folder, "another first order")
    assert shop.read(learned) is None


def test_a_central_that_is_given_nothing_has_learned_nothing(central):
    assert central.read(learned) is None and central.read(actions.shop) == ""


def test_what_is_foreseen_for_a_day(shop):
    at = TODAY.toordinal()
    bought = [("b", at - days, "own-01") for days in (90, 60, 30)]
    found = foresee(shop.model, bought, at)
    assert [one.product for one in found if not one.is_new] == ["own-01"]
    assert sum(one.is_new for one in found) == MOST
    assert found == foresee(shop.model, bought, at) != foresee(shop.model, bought, at + 20)


def test_the_first_order_tells_one_shop_from_another(shop):
    first = shop.read(actions.shop)
    assert shop.rows("orders", id=first)[0]["placed_at"][:10] == str(TODAY - timedelta(days=299))


def test_serving_loads_no_arithmetic_before_somebody_asks():
    asked = "import clienteling.central.insight.actions_lists, sys; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
