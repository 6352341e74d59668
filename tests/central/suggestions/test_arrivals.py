"""For whom it is news that a product came into the shop."""

from clienteling.central.suggestions.arrivals import MOST_NEWS, NOTHING_NEW, Arrival, Arrivals
from clienteling.central.suggestions.domain import News, Purchase

HER, SIZES = "minseo", ("44", "55")
KINDS = {f"{product}-{size}": ("Coats", size) for product in ("coat", "parka", "cape") for size in SIZES}
KINDS |= {"boots-240": ("Boots", "240")}


def came(product, day, category="Coats", sizes=SIZES, at="there"):
    variants = {size: f"{product}-{size}" for size in sizes}
    return Arrival(product, category, day, variants, frozenset((variant, at) for variant in variants.values()))


def bought(*variants):
    return [Purchase(f"b{at}", at, variant.partition("-")[0], variant) for at, variant in enumerate(variants)]


def news(purchases, *arrivals, home="here"):
    by_category = {}
    for one in arrivals:
        by_category.setdefault(one.category, []).append(one)
    return Arrivals({"here": by_category}, {HER: home}, KINDS).news(HER, purchases)


def test_what_came_in_her_size_of_a_category_she_buys():
    told = news(bought("coat-55", "cape-55"), came("parka", 9), came("boots", 9, "Boots", ("240",)))
    assert told == [News("parka", "parka-55", "55", 9, 2, False)]
    assert news(bought("coat-55", "cape-55"), came("parka", 9, at="here"))[0].here


def test_one_basket_is_no_habit_however_much_was_in_it():
    assert news(bought("coat-55"), came("parka", 9)) == []
    one = [Purchase("b", 1, "coat", "coat-55"), Purchase("b", 1, "cape", "cape-55")]
    assert news(one, came("parka", 9)) == []


def test_her_size_is_what_she_took_most_and_of_several_the_latest():
    assert news(bought("coat-44", "cape-55", "coat-44"), came("parka", 9))[0].size == "44"
    assert news(bought("coat-44", "cape-55"), came("parka", 9))[0].size == "55"
    assert news(bought("coat-44", "cape-44"), came("parka", 9, sizes=("55",))) == []


def test_what_she_has_is_not_new_to_her():
    assert news(bought("parka-55", "coat-55"), came("parka", 9)) == []


def test_of_many_the_newest_and_what_her_store_has_first():
    arrivals = [came(f"p{at}", at) for at in range(5)] + [came("q", 4, at="here")]
    told = [one.product for one in news(bought("coat-55", "cape-55"), *arrivals)]
    assert told == ["q", "p4", "p3"] and len(told) == MOST_NEWS


def test_nobody_hears_of_what_came_into_the_shop_of_others():
    assert news(bought("coat-55", "cape-55"), came("parka", 9), home="elsewhere") == []
    assert NOTHING_NEW.news(HER, bought("coat-55", "cape-55")) == []


def test_all_that_came_is_known():
    by_store = {"here": {"Coats": [came("parka", 9)]}, "there": {"Boots": [came("boots", 9, "Boots")]}}
    assert Arrivals(by_store).products == {"parka", "boots"}
