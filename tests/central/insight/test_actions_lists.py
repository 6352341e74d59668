"""The model in force: that of this shop, as it was kept last; serving loads nothing before somebody asks for it."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from clienteling.central.insight import actions, shelf
from clienteling.central.insight.actions_lists import MOST, Learned, foresight
from clienteling.central.insight.folder import FILE
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


@pytest.mark.logs("what was learned cannot be read")
@pytest.mark.parametrize("cut", [0, 100, -100])
def test_a_spoilt_file_is_as_good_as_none(shop, given, cut):
    gift_shop.keep(shop, shop.model, shop.folder)
    whole = (shop.folder / FILE).read_bytes()
    (shop.folder / FILE).write_bytes(whole[:cut])
    assert shop.read(given.model) is None
    (shop.folder / FILE).write_bytes(whole)
    assert shop.read(given.model) is not None


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


HEAVY = "{'numpy', 'scipy', 'pyarrow', 'ibis', 'duckdb'} & set(sys.modules)"


def loaded(code):
    """What is loaded of all that is heavy after these lines."""
    asked = f"import sys; {code}; print({HEAVY})"
    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True)
    return done.stdout.decode().strip()


def test_central_begins_without_arithmetic_and_warms_where_there_is_a_model(tmp_path):
    assert loaded("import clienteling.central.app") == "set()"
    warm = f"from clienteling.central.insight.actions_lists import *; Learned(Path({str(tmp_path)!r})).warm()"
    assert loaded(warm) == "set()"
    (tmp_path / FILE).write_bytes(b"")
    assert "numpy" in loaded(warm) and "duckdb" not in loaded(warm)
