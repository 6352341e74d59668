"""How often a person will buy and what she will spend, by models of buying till one stops; knows no shop.

Purchases: BG/NBD, Fader, Hardie and Lee (2005), "Counting your customers" the easy way, Marketing Science 24(2). Spend:
Gamma-Gamma, Fader and Hardie (2013), The Gamma-Gamma model of monetary value. Both are fitted by maximum likelihood.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy import optimize
from scipy.special import betaln, gammaln, hyp2f1, xlogy

from clienteling.central.insight.domain import Array

_SMALLEST, _LARGEST = -8.0, 12.0
"""Between which logarithms the parameters are looked for."""
_NEVER = -1e300
"""The logarithm of nothing, finite so that it can be weighed."""


class History(NamedTuple):
    """A row for each person, in one unit of time of the caller's.

    On how many days she bought after the first, how long after the first the last was, how long ago the first was.
    """

    repeats: Array
    last: Array
    age: Array

    @staticmethod
    def of(days: Array, present: int) -> History:
        """From a row for each person: on how many days she bought, the first and the last of them (ordinals)."""
        times, first, last = days.T.astype(float)
        return History(times - 1, last - first, present - first)


class Buying(NamedTuple):
    """Purchases come at a rate drawn from Gamma(r, alpha); after each one stops with a chance from Beta(a, b)."""

    r: float
    alpha: float
    a: float
    b: float

    def likelihood(self, history: History) -> Array:
        """Its logarithm, equation (6) of the paper, for each person."""
        r, alpha, a, b = self
        repeats, last, age = history
        common = gammaln(r + repeats) - gammaln(r) + r * np.log(alpha) - betaln(a, b)
        going = betaln(a, b + repeats) - (r + repeats) * np.log(alpha + age)
        stopped = np.full(len(repeats), _NEVER)
        again = repeats > 0
        stopped[again] = betaln(a + 1, b + repeats[again] - 1) - (r + repeats[again]) * np.log(alpha + last[again])
        found: Array = common + np.logaddexp(going, stopped)
        return found

    def alive(self, history: History) -> Array:
        """The chance that she has not stopped; 1 for who bought once, since one stops only after a repeat."""
        r, alpha, a, b = self
        repeats, last, age = history
        later = np.maximum(repeats, 1)
        odds = np.log(a / (b + later - 1)) + (r + later) * np.log((alpha + age) / (alpha + last))
        found: Array = np.where(repeats > 0, 1 / (1 + np.exp(np.minimum(odds, 700))), 1.0)
        return found

    def active(self, history: History, span: float) -> Array:
        """The chance that she buys within `span` at all: that she has not stopped and one comes till then."""
        seen = self.alpha + history.age
        none = (self.r + history.repeats) * np.log(seen / (seen + span))
        found: Array = self.alive(history) * -np.expm1(none)
        return found

    def expected(self, history: History, span: float) -> Array:
        """How many purchases she will make within `span`, equation (10).

        The hypergeometric function is turned by Euler's transformation, so that many repeats do not overflow it.
        """
        r, alpha, a, b = self
        if abs(a - 1) < 1e-6:
            a += 2e-6  # the formula has a gap there that it is continuous over
        repeats, _, age = history
        part = span / (alpha + age + span)
        turned = hyp2f1(a + b - 1 - r, a - 1, a + b + repeats - 1, part)
        found: Array = (a + b + repeats - 1) / (a - 1) * (1 - (1 - part) ** (a - 1) * turned) * self.alive(history)
        return found


class Spending(NamedTuple):
    """A purchase is worth Gamma(p, n), where n differs from person to person by Gamma(q, v)."""

    p: float
    q: float
    v: float

    def likelihood(self, purchases: Array, mean: Array) -> Array:
        """Its logarithm, equation (1a), of people whose `purchases` were worth `mean` each."""
        p, q, v = self
        shape = p * purchases
        found: Array = xlogy(q, v) + xlogy(shape - 1, mean) + xlogy(shape, purchases) - betaln(shape, q)
        return found - (shape + q) * np.log(v + mean * purchases)

    def expected(self, purchases: Array, mean: Array) -> Array:
        """What a later purchase of hers is worth, equation (5); of who never bought, what one is worth in all."""
        p, q, v = self
        found: Array = p * (v + mean * purchases) / (p * purchases + q - 1)
        return found


def fit_buying(history: History) -> Buying:
    """What makes these histories of one person or more likeliest; the same history is counted together."""
    told, counts = np.unique(np.column_stack(history), axis=0, return_counts=True)
    rows = History(*told.T)
    unit = max(float(rows.age.mean()), 1e-9) / 10
    scaled = History(rows.repeats, rows.last / unit, rows.age / unit)
    r, alpha, a, b = _likeliest(lambda *tried: float(Buying(*tried).likelihood(scaled) @ counts), 4)
    return Buying(r, alpha * unit, a, b)


def fit_spending(purchases: Array, mean: Array) -> Spending:
    """What makes these means likeliest; who spent nothing says nothing, and somebody must have."""
    paid = (purchases > 0) & (mean > 0)
    unit = float(mean[paid].mean())
    p, q, v = _likeliest(lambda *tried: Spending(*tried).likelihood(purchases[paid], mean[paid] / unit).sum(), 3)
    return Spending(p, q, v * unit)


def _likeliest(likelihood: Callable[..., float], count: int) -> list[float]:
    """The `count` positive parameters of the largest likelihood, looked for by their logarithms."""

    def unlikelihood(logs: Array) -> float:
        return -float(likelihood(*np.exp(logs)))

    bounds = [(_SMALLEST, _LARGEST)] * count
    found = optimize.minimize(unlikelihood, np.zeros(count), method="L-BFGS-B", bounds=bounds)
    return [float(one) for one in np.exp(found.x)]
