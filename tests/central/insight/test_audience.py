"""Who is told of a product: those who then buy it, for a fact that is true in the lines it follows from."""

import numpy as np
import pytest

from clienteling.central.insight import audience, measures, training
from clienteling.central.insight.engine import Engine
from clienteling.central.insight.rhythm import HORIZON
from tests.helpers.gift_shop import CUT, habits, lines


@pytest.fixture(scope="module")
def crowd(model):
    return audience.Crowd(model.known, model.pull)


def everybody(model):
    return np.arange(len(model.known.customers))


PAST = [line for line in habits().to_pylist() if line["day"] < CUT]


def bought(customer, products):
    return [line["day"] for line in PAST if line["customer"] == customer and line["product"] in products]


def test_who_is_told_buys_it(engine, model, crowd):
    later = engine.bought(model.known, CUT + HORIZON)
    chances, came = [], []
    for product, id in enumerate(model.known.products):
        if id.startswith("own-"):
            found = audience.likeliest(model, crowd, product, everybody(model), 1000)
            assert len(found) == len(everybody(model))
            chances += [one.chance for one in found]
            came += list(np.isin([one.place for one in found], later["customer"][later["product"] == product]))
    chances, came = np.array(chances), np.array(came)
    assert measures.auc(chances, came) > 0.9
    assert measures.precision_at_top(chances, came, 0.05) > 8 * came.mean()
    assert measures.calibration_error(chances, came) < 0.02


def test_only_who_is_asked_for_and_no_more(model, crowd):
    who = np.array([3, 50, 71])
    all = {one.place: one for one in audience.likeliest(model, crowd, 4, everybody(model), 1000)}
    few = audience.likeliest(model, crowd, 4, who, 2)
    assert few == sorted((all[place] for place in (3, 50, 71)), key=lambda one: (-one.chance, one.place))[:2]
    assert audience.likeliest(model, crowd, 4, who[:0], 2) == []


def test_many_people_are_asked_a_block_at_a_time(model, crowd, monkeypatch):
    whole = audience.likeliest(model, crowd, 4, everybody(model), 20)
    monkeypatch.setattr(audience, "_BLOCK", 7)
    by_blocks = audience.likeliest(model, crowd, 4, everybody(model), 20)
    assert [one.place for one in by_blocks] == [one.place for one in whole]
    # the order in which a block's numbers are added up may move their last bit
    assert [one.chance for one in by_blocks] == pytest.approx([one.chance for one in whole], rel=1e-12)


def test_every_fact_is_true(model, crowd):
    categories = {str(id): str(id)[:4] for id in model.known.products}
    kinds = set()
    for product in range(0, len(model.known.products), 3):
        for place in range(0, 120, 7):
            fact = audience.reason(model, place, product, categories)
            who, id = str(model.known.customers[place]), str(model.known.products[product])
            kinds.add(fact.kind)
            if fact.kind == "again":
                days = bought(who, [id])
                assert (len(days), max(days)) == (fact.times, fact.day)
            else:
                assert not bought(who, [id])
            if fact.kind == "together":
                days = bought(who, [fact.product])
                assert (len(days), max(days)) == (fact.times, fact.day)
                assert together(fact.product, id) >= 2
            if fact.kind == "category":
                same = [one for one in categories if categories[one] == id[:4]]
                assert fact.times == sum(bool(bought(who, [one])) for one in same)
                assert max(bought(who, same)) == fact.day
    assert kinds >= {"again", "together", "category"}


def together(one, other):
    first, second = ({line["basket"] for line in PAST if line["product"] == id} for id in (one, other))
    return len(first & second)


def test_what_may_not_be_named_is_no_reason(model):
    categories = {str(id): str(id)[:4] for id in model.known.products}
    place, product, fact = next(
        (place, product, fact) for place in range(120) for product in range(len(model.known.products))
        if (fact := audience.reason(model, place, product, categories)).kind == "together"
    )  # fmt: skip
    del categories[fact.product]
    other = audience.reason(model, place, product, categories)
    assert other.kind in ("category", "regular") and other.product is None


def test_who_has_no_other_fact_comes_often(model):
    alone = next(
        (place, product) for place in range(120) for product in range(len(model.known.products))
        if audience.reason(model, place, product, {}).kind == "regular"
    )  # fmt: skip
    fact = audience.reason(model, *alone, {})
    who = str(model.known.customers[alone[0]])
    days = set(bought(who, list(map(str, model.known.products))))
    assert fact.times == len([day for day in days if day >= CUT - 28])
    assert fact.day == max(days)


def test_the_numbers_of_a_small_shop():
    running = Engine(
        lines(("ann", "1", 10, "tea"), ("ann", "2", 40, "tea"), ("ann", "2", 40, "cup"), ("bea", "3", 95, "cup"))
    )
    known = running.known(100)
    crowd = audience.Crowd(known, training.draw(running, known))
    running.close()
    tea = list(known.products).index("tea")
    rows = [dict(zip(audience.NAMES, row, strict=True)) for row in crowd.rows(tea, np.array([0, 1]))]
    ann, bea = rows
    assert (ann["owns"], bea["owns"], bea["times"], bea["fresh"]) == (1, 0, 0, 0)
    assert np.expm1(ann["times"]) == pytest.approx(2)
    assert ann["fresh"] == pytest.approx(np.exp(-1))
    assert np.expm1(bea["akin"]) == pytest.approx(1 / np.sqrt(22 * 21), rel=1e-3), "one of two buyers of cups"
    assert np.expm1(ann["buyers"]) == pytest.approx(1)
    assert np.expm1(ann["her products"]) == pytest.approx(2)
    assert np.expm1([ann["her products lately"], bea["her products lately"]]) == pytest.approx([0, 1])
    assert ann["her repeats"] == pytest.approx(1 / 3)
    assert crowd.owners(tea).tolist() == [0]


def test_learned_from_all_buyers_and_some_of_the_others(engine, monkeypatch):
    monkeypatch.setattr(audience, "PASSED_OVER", 500)
    known = engine.known(300)
    later = engine.bought(known, 300 + HORIZON)
    rows, happened, weights = audience.examples(known, training.draw(engine, known), later)
    sold = np.flatnonzero(known.sold["season"])
    assert len(sold) <= audience.PRODUCTS
    assert happened.sum() == np.isin(later["product"], sold).sum()
    assert len(rows) == len(weights) and 350 < (~happened).sum() < 650
    assert weights.sum() == pytest.approx(len(sold) * len(known.customers), rel=0.2)
    again = audience.examples(known, training.draw(engine, known), later)
    assert np.array_equal(rows, again[0]) and np.array_equal(happened, again[1])
