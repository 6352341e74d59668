"""Every fact that an explanation names is true in the lines it follows from."""

import re
from datetime import date

import pyarrow.compute as pc
import pytest

from clienteling.central.insight import evaluation, report
from clienteling.central.insight.measures import Score
from tests.helpers.gift_shop import CUT, habits


def bought(customer, product):
    told = habits()
    mine = pc.and_(pc.equal(told["customer"], customer), pc.equal(told["product"], product))
    return sorted(told.filter(pc.and_(mine, pc.less(told["day"], CUT)))["day"].to_pylist())


def baskets(product):
    """In which baskets a product was."""
    return set(habits().filter(pc.equal(habits()["product"], product))["basket"].to_pylist())


@pytest.mark.parametrize("place", [0, 17, 60])
def test_the_facts_are_true(model, place):
    customer, facts = str(model.known.customers[place]), 0
    for line in report.explanation(model, place, {}):
        if found := re.search(r"%  (\S+): in (\d+) of her baskets, last on (\S+)$", line):
            days = bought(customer, found[1])
            assert (len(days), days[-1]) == (int(found[2]), date.fromisoformat(found[3]).toordinal())
            facts += 1
        if found := re.search(r"%  (\S+): goes with (\S+), which she bought on (\S+)$", line):
            assert not bought(customer, found[1]), "it is new to her"
            assert bought(customer, found[2])[-1] == date.fromisoformat(found[3]).toordinal()
            assert baskets(found[1]) & baskets(found[2]), "somebody bought them together"
            facts += 1
        if found := re.search(r"%  (\S+): usually every .*, last on (\S+)$", line):
            days = bought(customer, found[1])
            assert len(days) >= 3 and days[-1] == date.fromisoformat(found[2]).toordinal()
            facts += 1
    assert facts > 5


def test_names_are_said_where_they_are_known(model):
    id = str(model.known.products[model.choices(0)[0].product])
    assert any("Jade tea: in" in line for line in report.explanation(model, 0, {id: "Jade tea"}))


def test_a_trial_says_what_follows_from_it():
    better, worse = {"all": Score(0.3, 0.3, 0.3, 80)}, {"all": Score(0.2, 0.2, 0.2, 80)}
    assert "is used" in list(report.trial(evaluation.Trial(better, worse, 0.8, 0.01)))[-1]
    assert "is not used" in list(report.trial(evaluation.Trial(worse, better, 0.8, 0.01)))[-1]


def test_what_is_expected_is_of_her_and_of_everybody():
    """Whoever buys each month and did so lately will again; whoever did long ago will not."""
    buyers = {f"steady-{at}": (12, at, 340 + at, 12 * 9_000) for at in range(20)}
    buyers |= {f"once-{at}": (1, at, at, 5_000) for at in range(40)}
    buyers["gone"] = (12, 1, 100, 0)
    lines = {who: list(report.expectation(buyers, who, 365, "EUR")) for who in ("steady-3", "once-3", "gone")}
    days = {who: float(re.search(r"on (\S+) days of the next 182", told[0])[1]) for who, told in lines.items()}
    assert 4 < days["steady-3"] < 8 and days["once-3"] < 2 and days["gone"] < 0.5
    chances = {who: int(re.search(r"at all: (\d+)%$", told[0])[1]) for who, told in lines.items()}
    assert chances["steady-3"] > 95 and chances["gone"] == 0
    assert lines["gone"][1:] == ["  (BG/NBD over the purchases of 61 people)"], "she never paid in euros"
    worth = re.fullmatch(r"worth: (\S+) EUR a day, (\S+) EUR in all", lines["steady-3"][2])
    assert float(worth[1]) == pytest.approx(90, rel=0.01)
    assert float(worth[2]) == pytest.approx(90 * days["steady-3"], rel=0.02)
    assert lines["steady-3"][3] == "  (Gamma-Gamma over the 20 of them who came again)"


def test_of_too_few_who_came_again_no_worth_is_told():
    buyers = {f"p-{at}": (2, at, 300 + at, 9_000) for at in range(report.FEWEST_SPENDERS - 1)}
    assert len(list(report.expectation(buyers, "p-3", 365, "KRW"))) == 2
