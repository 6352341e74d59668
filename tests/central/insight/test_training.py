"""What is learned from a shop of habits: lists that come true, chances that hold, and nothing of the future."""

import numpy as np
import pyarrow.compute as pc
import pytest

from clienteling.central.insight import measures, training
from clienteling.central.insight.engine import Engine
from clienteling.central.insight.rhythm import numbers
from tests.helpers.gift_shop import CUT, habits, lines

pytestmark = pytest.mark.slow


def test_her_own_products_lead_her_list(model):
    for place in range(len(model.known.customers)):
        first = model.choices(place)[:2]
        assert all(model.known.products[one.product].startswith("own-") for one in first)
        assert not any(one.is_new for one in first)


def test_chances_hold(engine, model):
    told = dict(training.baskets(engine.following(model.known, CUT + 40)))
    chances, came = [], []
    for place, basket in told.items():
        choices = model.choices(place)
        chances += [one.chance for one in choices]
        came += [one.product in basket for one in choices]
    chances, came = np.array(chances), np.array(came)
    assert measures.auc(chances, came) > 0.85
    assert measures.calibration_error(chances, came) < 0.03


def test_who_owns_the_tea_hears_of_the_cup_because_of_the_tea(engine, model):
    names = list(model.known.products)
    tea, cup = names.index("tea-3"), names.index("cup-3")
    place = next(
        place for place in range(len(model.known.customers))
        if tea in model.known.personal["product"][model.known.rows(place)]
    )  # fmt: skip
    assert model.bought_with(place, cup) == tea
    assert model.bought_with(place, names.index("own-00")) != names.index("own-00")


def test_the_future_teaches_nothing(model):
    told = habits()
    past = Engine(told.filter(pc.less(told["day"], CUT)))
    without = training.train(past, CUT, lambda step, done, total: None)
    past.close()
    assert np.array_equal(without.basket.values, model.basket.values)
    assert without.choices(3) == model.choices(3)


def test_a_rhythm_is_foretold(engine, model):
    came = training.came_true(engine, model.known, model.rhythms)
    chances = model.due.chances(numbers(model.known, model.rhythms))
    assert measures.auc(chances, came) > 0.7


def test_a_shop_without_a_past():
    engine = Engine(lines(("ann", "1", 1, "tea")))
    with pytest.raises(training.Untaught):
        training.train(engine, 2, lambda step, done, total: None)
    engine.close()


def test_stopping_between_two_steps(engine):
    class Stop(Exception):
        pass

    def progress(step, done, total):
        if done == 1:
            raise Stop

    with pytest.raises(Stop):
        training.train(engine, CUT, progress)
