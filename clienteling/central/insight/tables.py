"""The one feature pipeline: tables of what was bought before a day, as Ibis expressions any engine can run.

`lines` has customer (null for a guest), basket, day (an ordinal) and product; knows no engine and no model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clienteling.central.insight.domain import (
    DECAYS,
    FEWEST_DAYS,
    FEWEST_TOGETHER,
    LARGEST_BASKET,
    PARTS,
    RECENT_DAYS,
    SEASON_DAYS,
    YEAR_DAYS,
)

if TYPE_CHECKING:
    from ibis.expr.types import Table


def before(lines: Table, cut: int) -> Table:
    """Each product once a basket, of all that was bought before the day `cut`."""
    return lines.filter(lines["day"] < cut).select("customer", "basket", "day", "product").distinct()


def baskets(sold: Table) -> Table:
    """Every basket of a known person with its size; `since` counts her later ones."""
    import ibis

    known = sold.filter(sold["customer"].notnull())
    found = known.group_by("customer", "basket").agg(day=known["day"].min(), size=known.count())
    latest = ibis.window(group_by="customer", order_by=[ibis.desc("day"), ibis.desc("basket")])
    return found.mutate(since=ibis.row_number().over(latest))


def people(sold: Table, cut: int) -> Table:
    """How many baskets and lines each person has, the last day, and how many baskets lately."""
    found = baskets(sold)
    return (
        found.group_by("customer")
        .agg(
            baskets=found.count(),
            lines=found["size"].sum(),
            last=found["day"].max(),
            recent=(found["day"] >= cut - RECENT_DAYS).sum(),
        )
        .order_by("customer")
    )


def personal(sold: Table) -> Table:
    """What each person bought: how often, when last, and how often in PARTS with earlier baskets weighing less."""
    placed = sold.inner_join(baskets(sold).select("customer", "basket", "since"), ["customer", "basket"])
    fading = {name: _left(placed["since"], decay).sum() for name, decay in DECAYS.items()}
    return (
        placed.group_by("customer", "product")
        .agg(times=placed.count(), since=placed["since"].min(), last=placed["day"].max(), **fading)
        .order_by("customer", "product")
    )


def _left(since: Any, decay: float) -> Any:
    """In whole parts, or the order in which an engine adds them up would tell."""
    import ibis

    return (ibis.literal(decay) ** since * PARTS).round().cast("int64")


def products(sold: Table, cut: int) -> Table:
    """In how many baskets each product was: in all, lately, in a season, in the season to come a year ago."""
    day = sold["day"]
    a_year_ago = cut - YEAR_DAYS
    return (
        sold.group_by("product")
        .agg(
            baskets=sold.count(),
            buyers=sold["customer"].nunique(),
            recent=(day >= cut - RECENT_DAYS).sum(),
            season=(day >= cut - SEASON_DAYS).sum(),
            year=((day >= a_year_ago) & (day < a_year_ago + SEASON_DAYS)).sum(),
            first=day.min(),
            last=day.max(),
        )
        .order_by("product")
    )


def spans(sold: Table) -> Table:
    """On how many days each person bought, the first and the last of them."""
    known = sold.filter(sold["customer"].notnull())
    found = known.group_by("customer").agg(
        days=known["day"].nunique(), first=known["day"].min(), last=known["day"].max()
    )
    return found.order_by("customer")


def gaps(sold: Table) -> Table:
    """The days between one day a person bought a product and the next such day."""
    import ibis

    days = sold.filter(sold["customer"].notnull()).select("customer", "product", "day").distinct()
    in_order = ibis.window(group_by=["customer", "product"], order_by="day")
    return days.mutate(gap=days["day"] - days["day"].lag().over(in_order))


def rhythms(sold: Table) -> Table:
    """Who bought what on FEWEST_DAYS days at least: how many, her gaps (median, last, longest), the usual gap."""
    each = gaps(sold)
    usual = each.filter(each["gap"].notnull()).group_by("product").agg(usual=lambda row: row["gap"].median())
    hers = each.group_by("customer", "product").agg(
        days=each.count(),
        gap=each["gap"].median(),
        last=each["day"].max(),
        last_gap=each["gap"].argmax(each["day"]),
        longest=each["gap"].max(),
    )
    return hers.filter(hers["days"] >= FEWEST_DAYS).inner_join(usual, "product").order_by("customer", "product")


def companions(sold: Table, fewest: int = FEWEST_TOGETHER) -> Table:
    """How often two products were in one basket, each pair both ways."""
    sizes = sold.group_by("basket").agg(size=sold.count())
    telling = sizes.filter((sizes["size"] > 1) & (sizes["size"] <= LARGEST_BASKET))
    one = sold.select("basket", "product").semi_join(telling, "basket")
    other = one.view().rename(other="product")
    pairs = one.inner_join(other, "basket")
    pairs = pairs.filter(pairs["product"] < pairs["other"])
    counted = pairs.group_by("product", "other").agg(times=pairs.count())
    half = counted.filter(counted["times"] >= fewest)
    return half.union(half.select(product="other", other="product", times="times")).order_by("product", "other")


def following(lines: Table, cut: int, until: int) -> Table:
    """What was in the first basket of each person from the day `cut` on, before `until`."""
    import ibis

    later = lines.filter((lines["day"] >= cut) & (lines["day"] < until) & lines["customer"].notnull())
    later = later.select("customer", "basket", "day", "product").distinct()
    first = ibis.window(group_by="customer", order_by=["day", "basket"])
    placed = later.mutate(place=ibis.dense_rank().over(first))
    return placed.filter(placed["place"] == 0).select("customer", "product").order_by("customer", "product")


def bought(lines: Table, cut: int, until: int) -> Table:
    """Who bought what from the day `cut` on, before `until`."""
    later = lines.filter((lines["day"] >= cut) & (lines["day"] < until) & lines["customer"].notnull())
    # not select and distinct: put in order, Ibis 12 makes Spark look at the day as well
    return later.group_by("customer", "product").agg().order_by("customer", "product")


def span(lines: Table) -> Any:
    """The first and the last day, 0 where there is none."""
    return lines.agg(first=lines["day"].min().fill_null(0), last=lines["day"].max().fill_null(0))
