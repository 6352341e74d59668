"""What an operator is told of insight, in plain lines; knows neither engine nor database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import numpy as np

from clienteling.central.insight.audience import Reason
from clienteling.central.insight.domain import RECENT_DAYS, Choice
from clienteling.central.insight.evaluation import LENGTH, Trial
from clienteling.central.insight.model import Model
from clienteling.central.insight.rhythm import HORIZON, numbers
from clienteling.central.insight.value import History, fit_buying, fit_spending
from clienteling.contract.money import digits

MOST = 8
WHOM = ("name", "customer", "ways", "why")
HALF_YEAR = 182
"""For how many days it is said how often she will buy."""
FEWEST_SPENDERS = 20
"""From how many people who came again we say what purchases are worth."""
_NOT_USED = "What was learned is not used: the plain formula is as good here, or too few people came again to tell."
_WEEK = 7


def trial(found: Trial) -> Iterator[str]:
    """The figures of a trial, and what follows from them."""
    yield f"The next basket of the last {HORIZON} days, {found.ours['all'].people:,} people, lists of {LENGTH}:"
    yield f"{'':8} {'recall':>14} {'NDCG':>14} {'hit':>14}   learned / plain formula"
    for kind, ours in found.ours.items():
        pairs = zip(ours[:3], found.plain[kind][:3], strict=True)
        yield f"{kind:8} " + " ".join(f"{one:.4f}/{other:.4f}".rjust(14) for one, other in pairs)
    yield f"Bought again within {HORIZON} days: AUC {found.due_auc:.3f}, calibration error {found.due_error:.4f}"
    yield "What was learned is used: it beats the plain formula." if found.is_used else _NOT_USED


def whom(customer: str, name: str, ways: Iterable[str], reason: Reason, names: Mapping[str, str]) -> tuple[str, ...]:
    """A row of whom to tell, as headed by WHOM."""
    return name, customer, " ".join(ways), told(reason, names)


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows of equally many cells as lines, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def told(reason: Reason, names: Mapping[str, str]) -> str:
    """The fact that speaks for a person, in words."""
    day = _day(reason.day)
    match reason.kind:
        case "again":
            return f"in {reason.times} of her baskets, last on {day}"
        case "together":
            return f"goes with {names.get(reason.product or '', reason.product)}, which she bought on {day}"
        case "category":
            return f"bought {reason.times} of its category, last on {day}"
    return f"{reason.times} baskets in {RECENT_DAYS} days, last on {day}"


def explanation(model: Model, place: int, names: Mapping[str, str]) -> Iterator[str]:
    """What a person would be shown, with the facts it follows from."""
    known, choices = model.known, model.choices(place)
    baskets, last = (int(known.people[name][place]) for name in ("baskets", "last"))
    yield f"{baskets} baskets, the last on {_day(last)}; as of {_day(known.cut - 1)}"
    for title, is_new in (("again", False), ("new to her", True)):
        yield f"{title}:"
        for choice in [one for one in choices if one.is_new is is_new][:MOST]:
            name = _name(model, choice.product, names)
            yield f"  {choice.chance:6.1%}  {name}: {_why(model, place, choice, names)}"
    yield f"due within {HORIZON} days:"
    yield from _due(model, place, names)


def expectation(
    buyers: Mapping[str, tuple[int, int, int, int]], customer: str, present: int, currency: str
) -> Iterator[str]:
    """What the purchases of everybody let expect of hers: on how many days she will buy, whether at all, what for.

    `buyers` has by id on how many days somebody bought, the first and the last (ordinals), and for how much in minor
    units of the currency.
    """
    told, hers = np.array(list(buyers.values())), np.array([buyers[customer]])
    buying, history = fit_buying(History.of(told[:, :3], present)), History.of(hers[:, :3], present)
    expected, active = buying.expected(history, HALF_YEAR)[0], buying.active(history, HALF_YEAR)[0]
    yield f"expected: she buys on {expected:.1f} days of the next {HALF_YEAR}; at all: {active:.0%}"
    yield f"  (BG/NBD over the purchases of {len(buyers):,} people)"
    again = told[(told[:, 0] > 1) & (told[:, 3] > 0)]
    if len(again) >= FEWEST_SPENDERS and hers[0, 3] > 0:
        spending = fit_spending(again[:, 0], again[:, 3] / again[:, 0])
        worth = float(spending.expected(hers[:, 0], hers[:, 3] / hers[:, 0])[0])
        yield f"worth: {_money(worth, currency)} a day, {_money(worth * expected, currency)} in all"
        yield f"  (Gamma-Gamma over the {len(again):,} of them who came again)"


def _why(model: Model, place: int, choice: Choice, names: Mapping[str, str]) -> str:
    known = model.known
    if not choice.is_new:
        return told(Reason("again", *known.bought(place, choice.product)), names)
    source = model.bought_with(place, choice.product)
    if source is None and (found := model.bought_too(place, choice.product)):
        return f"{found[1]:,} people bought it who bought {_name(model, found[0], names)} as she did"
    if source is None:
        return f"in {int(known.sold['recent'][choice.product]):,} baskets lately"
    return told(Reason("together", *known.bought(place, source), str(known.products[source])), names)


def _due(model: Model, place: int, names: Mapping[str, str]) -> Iterator[str]:
    hers = np.flatnonzero(model.rhythms["customer"] == place)
    mine = {name: column[hers] for name, column in model.rhythms.items()}
    chances = model.due.chances(numbers(model.known, mine)) if len(hers) else np.empty(0)
    for at in np.argsort(-chances, kind="stable")[:MOST]:
        weeks, last = max(1, round(float(mine["gap"][at]) / _WEEK)), int(mine["last"][at])
        rhythm = "usually every week" if weeks == 1 else f"usually every {weeks} weeks"
        yield f"  {chances[at]:6.1%}  {_name(model, int(mine['product'][at]), names)}: {rhythm}, last on {_day(last)}"


def _money(amount: float, currency: str) -> str:
    units = amount / 10 ** digits(currency)
    return f"{units:,.{digits(currency)}f} {currency}"


def _name(model: Model, product: int, names: Mapping[str, str]) -> str:
    id = str(model.known.products[product])
    return names.get(id, id)


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
