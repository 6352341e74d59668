"""What was learned of a shop of habits up to a day, once for all who ask."""

import pytest

from clienteling.central.insight import training
from clienteling.central.insight.engine import Engine
from tests.helpers.gift_shop import CUT, habits


@pytest.fixture(scope="session")
def engine():
    running = Engine(habits())
    yield running
    running.close()


@pytest.fixture(scope="session")
def model(engine):
    return training.train(engine, CUT, lambda step, done, total: None)
