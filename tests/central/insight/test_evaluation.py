"""The trial on a shop's own last weeks: what loses to the plain formula, or of which too few say so, is not used."""

import numpy as np
import pytest

from clienteling.central.insight import evaluation
from clienteling.central.insight.domain_nights import Night
from clienteling.central.insight.engine import Engine
from clienteling.central.insight.measures import Score
from clienteling.central.insight.training import Untaught
from tests.helpers.gift_shop import habits, lines

pytestmark = pytest.mark.slow


def silent(step, done, total):
    pass


def trial(ours, plain, people=100):
    scores = [{"all": Score(0.1, ndcg, 0.1, people)} for ndcg in (ours, plain)]
    return evaluation.Trial(*scores, 0.8, 0.01)


def test_what_loses_is_not_used():
    assert trial(0.3, 0.2).is_used
    assert not trial(0.2, 0.2).is_used
    assert not trial(0.2, 0.3).is_used
    assert not trial(0.3, 0.2, people=evaluation.FEWEST_PEOPLE - 1).is_used


def test_what_is_written_down_of_a_night():
    told = {"all": Score(0.1, 0.3, 0.1, 100), "new": Score(0.1, 0.05, 0.1, 90)}
    plain = {"all": Score(0.1, 0.2, 0.1, 100), "new": Score(0.1, 0.02, 0.1, 90)}
    found = evaluation.Trial(told, plain, 0.8, 0.01)
    assert found.night("tonight") == Night("tonight", 100, 0.3, 0.2, 0.05, 0.02, used=True)


def test_a_shop_of_habits():
    engine = Engine(habits())
    found = evaluation.trial(engine, silent)
    engine.close()
    assert found.ours["all"].people == found.plain["all"].people > evaluation.FEWEST_PEOPLE
    assert found.ours["new"].recall > found.plain["new"].recall, "who bought tea gets its cup"
    assert found.ours["again"].recall > 0.9
    assert found.due_auc > 0.6


def test_the_plain_formula():
    engine = Engine(
        lines(("ann", "1", 1, "tea"), ("ann", "2", 2, "tea"), ("bea", "3", 2, "cup"), ("bea", "4", 2, "cup"))
    )
    known = engine.known(3)
    engine.close()
    assert list(known.products) == ["cup", "tea"]
    assert evaluation.plain(known, 0) == pytest.approx(np.array([1, 1.9 + 1]))
    assert evaluation.plain(known, 1) == pytest.approx(np.array([1.9 + 1, 1]))


def test_a_short_past():
    engine = Engine(lines(("ann", "1", 1, "tea"), ("ann", "2", 20, "tea")))
    with pytest.raises(Untaught):
        evaluation.trial(engine, silent)
    engine.close()
