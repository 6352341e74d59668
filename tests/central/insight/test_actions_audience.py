"""Who may be told of a product: who allows it, is no stranger, did not refuse it; the likeliest buyers first."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from clienteling.central.customers import actions as customers
from clienteling.central.insight import actions_audience as audience
from clienteling.central.suggestions import actions as suggestions
from clienteling.central.sync.domain import Refused
from tests.helpers import gift_shop
from tests.helpers.actions import by

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """A central of people with habits, all of whom allow messages, and what was learned of it."""
    folder = tmp_path_factory.mktemp("shop")
    central, model = gift_shop.learned(folder, datetime.now(UTC).date())
    gift_shop.keep(central, model, folder)
    for id in model.known.customers:
        allow(central, str(id), sms=True)
    yield central
    central.close()


def allow(central, id, **consents):
    ver = central.rows("customer", id=id)[0]["ver"]
    central.run(customers.patch, by(), id, ver, {"consents": consents}, {})


def told(shop, product, place="here", limit=1000):
    return audience.answer(shop.read(audience.ask, "t", place, product), limit)


def test_who_buys_it_again_and_again_is_first(shop):
    buyers = {line["customer"] for line in gift_shop.habits(80, 300).to_pylist() if line["product"] == "own-03"}
    found = told(shop, "own-03")
    assert buyers == {one.customer for one in found[: len(buyers)]}
    assert {one.reason.kind for one in found[: len(buyers)]} == {"again"}
    assert [one.customer for one in found[:2]] == [one.customer for one in told(shop, "own-03", limit=2)]
    assert len(found) == 80


def test_her_own_word_comes_first(shop):
    first, second, third = (one.customer for one in told(shop, "own-03", limit=3))
    allow(shop, first, sms=False)
    allow(shop, second, profiling=False)
    assert {first, second} <= {one.customer for one in told(shop, "own-05")} | {first, second}
    shop.run(suggestions.refuse, by(), third, "own-03")
    left = [one.customer for one in told(shop, "own-03")]
    assert not {first, second, third} & set(left) and len(left) == 77
    assert third in [one.customer for one in told(shop, "own-05")], "she refused one product"
    allow(shop, first, email=True)
    allow(shop, second, profiling=True)
    assert len(told(shop, "own-03")) == 79, "another way will do"


def test_only_people_of_the_store(shop):
    assert told(shop, "own-03", place="elsewhere") == []
    assert told(shop, "own-03", place=None)


def test_what_nobody_bought_and_what_nobody_sells(shop, central):
    question = shop.read(audience.ask, "t", "here", "own-03")
    for product in ("aaa", "zzz"):
        assert audience.answer(audience.Question(product, question.model, question.people, {}), 5) == []
    for tenant, product in (("t", "nothing"), ("another", "own-03")):
        with pytest.raises(Refused, match="not known"):
            shop.read(audience.ask, tenant, None, product)
    assert audience.answer(central.read(audience.ask, "t", None, "p-coat"), 5) == [], "nobody ever bought anything"


def test_an_operator_names_no_tenant(shop):
    found = shop.read(audience.everywhere, None, "own-03")
    assert found.people == shop.read(audience.everywhere, "HERE", "own-03").people != set()
    for place, product in (("NOWHERE", "own-03"), (None, "nothing")):
        with pytest.raises(LookupError):
            shop.read(audience.everywhere, place, product)


def test_nobody_is_told_of_a_sensitive_category(shop, monkeypatch):
    monkeypatch.setattr(audience.catalog, "listing", lambda tx: [])
    with pytest.raises(Refused, match="this category"):
        shop.read(audience.ask, "t", None, "own-03")


def test_serving_loads_no_arithmetic_before_somebody_asks():
    asked = "import clienteling.central.insight.routes, sys; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
