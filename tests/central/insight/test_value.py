"""The models of value say what their papers say, and find again what made the data."""

import numpy as np
import pytest

from clienteling.central.insight.value import Buying, History, Spending, fit_buying, fit_spending

CDNOW = Buying(0.243, 4.414, 0.793, 2.426)
"""Fader, Hardie and Lee (2005), table 2; the unit is a week."""
CDNOW_SPEND = Spending(6.25, 3.74, 15.44)
"""Fader and Hardie (2013), section 3."""
YEAR = 39.0


def of(*rows):
    return History(*np.array(rows, dtype=float).T)


def lives(buying, people, age, more, seed):
    """People as the model says they are: what was seen of them until `age`, and how often they bought within `more`."""
    random = np.random.default_rng(seed)
    rates = random.gamma(buying.r, 1 / buying.alpha, people)
    chances = random.beta(buying.a, buying.b, people)
    repeats, last, later = np.zeros(people), np.zeros(people), np.zeros(people)
    for person, (rate, chance) in enumerate(zip(rates, chances, strict=True)):
        day = random.exponential(1 / rate)
        while day < age + more:
            if day < age:
                repeats[person], last[person] = repeats[person] + 1, day
            else:
                later[person] += 1
            if random.random() < chance:
                break
            day += random.exponential(1 / rate)
    return History(repeats, last, np.full(people, age)), later


def test_what_the_paper_expects_of_its_customer():
    assert CDNOW.expected(of((2, 30.43, 38.86)), 39) == pytest.approx(1.226, abs=5e-4)


def test_what_others_found_with_these_parameters():
    """The vignette of the R package BTYD, whose parameters have more digits."""
    assert CDNOW.expected(of((0, 0, 0)), 52) == pytest.approx(1.444, rel=2e-3), "somebody new"
    assert CDNOW.expected(of((26, 30.86, 31)), 52) == pytest.approx(25.76, rel=1e-3)
    assert CDNOW.alive(of((26, 30.86, 31))) == pytest.approx(0.9689, abs=1e-4)
    told = [(often, 20, 39) for often in (10, 15, 20, 25)]
    assert CDNOW.expected(of(*told), 52) == pytest.approx([0.3475, 0.04283, 0.00416, 0.000358], rel=2e-3)


def test_who_bought_once_has_not_stopped_and_who_is_very_late_has():
    alive = CDNOW.alive(of((0, 0, 500), (5, 10, 10), (5, 10, 40), (400, 300, 3000)))
    assert alive[0] == 1 and alive[1] > 0.85 and alive[2] < alive[1]
    assert alive[3] == pytest.approx(0, abs=1e-12)


def test_many_repeats_overflow_nothing():
    often = of((2_000, 700, 701), (2_000, 100, 701))
    with np.errstate(all="raise", under="ignore"):
        assert np.isfinite(CDNOW.likelihood(often)).all()
        assert CDNOW.expected(often, 52) == pytest.approx([2_000 / 701 * 52, 0], rel=0.05, abs=1e-9)


def test_the_gap_of_the_formula_is_bridged():
    told, near = of((2, 30.43, 38.86)), [CDNOW._replace(a=a) for a in (0.999, 1.0, 1.001)]
    below, at, above = (float(one.expected(told, 39)[0]) for one in near)
    assert at == pytest.approx((below + above) / 2, rel=1e-5)


def test_the_likelihood_is_one_of_everything_that_can_happen():
    """Who bought never again, and who did once at any time until then or more often, is everybody."""
    age = 10.0
    times = (np.arange(4_000) + 0.5) * age / 4_000
    never = np.exp(CDNOW.likelihood(of((0, 0, age))))[0]
    once = np.exp(CDNOW.likelihood(History(np.ones(4_000), times, np.full(4_000, age)))).mean() * age
    seen, _ = lives(CDNOW, 40_000, age, 0, seed=5)
    assert never == pytest.approx((seen.repeats == 0).mean(), abs=0.01)
    assert once == pytest.approx((seen.repeats == 1).mean(), abs=0.01)


def test_what_made_the_purchases_is_found_again_and_foretells_the_next():
    told, later = lives(CDNOW, 20_000, YEAR, YEAR, seed=3)
    found = fit_buying(told)
    assert found == pytest.approx(CDNOW, rel=0.25)
    assert (found.r / found.alpha, found.a / (found.a + found.b)) == pytest.approx(
        (CDNOW.r / CDNOW.alpha, CDNOW.a / (CDNOW.a + CDNOW.b)), rel=0.05
    )
    assert found.likelihood(told).sum() >= CDNOW.likelihood(told).sum()
    expected, active = found.expected(told, YEAR), found.active(told, YEAR)
    for group in (told.repeats == 0, (told.repeats > 0) & (told.last < 20), (told.repeats > 0) & (told.last >= 20)):
        assert expected[group].mean() == pytest.approx(later[group].mean(), rel=0.08)
        assert active[group].mean() == pytest.approx((later[group] > 0).mean(), rel=0.05)


def test_the_unit_of_time_is_the_callers():
    weeks, _ = lives(CDNOW, 3_000, YEAR, 0, seed=4)
    days = History(weeks.repeats, weeks.last * 7, weeks.age * 7)
    one, other = fit_buying(weeks), fit_buying(days)
    assert other.expected(days, 70) == pytest.approx(one.expected(weeks, 10), rel=1e-3)


def test_what_a_purchase_is_worth():
    """The README of the package lifetimes has 24.66 and 18.91 of the first two customers."""
    spend = CDNOW_SPEND.expected(np.array([2.0, 1.0]), np.array([22.35, 11.77]))
    assert spend == pytest.approx([24.66, 18.91], rel=1e-3)
    nobody = CDNOW_SPEND.expected(np.zeros(1), np.zeros(1))
    assert nobody == pytest.approx(6.25 * 15.44 / 2.74), "of who never bought, what one is worth in all"


def test_what_made_the_amounts_is_found_again():
    random = np.random.default_rng(6)
    purchases = random.integers(1, 12, 20_000).astype(float)
    rates = random.gamma(CDNOW_SPEND.q, 1 / CDNOW_SPEND.v, len(purchases))
    mean = random.gamma(CDNOW_SPEND.p * purchases, 1 / rates) / purchases
    assert fit_spending(purchases, mean) == pytest.approx(CDNOW_SPEND, rel=0.06)
    won = fit_spending(purchases, mean * 1_400)
    assert won == pytest.approx(CDNOW_SPEND._replace(v=CDNOW_SPEND.v * 1_400), rel=0.06), "in any currency"


def test_a_history_is_told_by_days():
    told = History.of(np.array([[3, 10, 40], [1, 70, 70]]), 100)
    assert [list(each) for each in told] == [[2, 0], [30, 0], [90, 30]]
