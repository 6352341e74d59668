"""Which facts a suggestion rests on."""

import pytest

from clienteling.contract.v1.suggestions import REASONS
from clienteling.desktop.clientbook.domain import Event, Item
from clienteling.desktop.clientbook.domain_why import EVIDENCE, Fact, about, facts, lacking
from clienteling.desktop.suggestions.domain import Suggestion


def bought(at, what="bought"):
    return Fact(what, at, "store", "here", "coat-55", 1)


def test_every_reason_follows_from_something_of_hers_but_what_her_store_sells():
    assert {*EVIDENCE, "popular"} == REASONS


def test_what_goes_with_hers_follows_from_hers():
    for reason in ("together", "people"):
        assert about(Suggestion("boots", reason, 0.5, {"product": "coat"})) == "coat"
    assert about(Suggestion("boots", "again", 0.5, {"times": 2})) == "boots"


def test_an_event_is_a_fact_for_each_of_the_variants_in_it():
    items = (Item("coat-55", -1, 100), Item("boots", 1, 50), Item("coat-66", 2, 100))
    event = Event("e", "c", "2026-11-01T10:00:00Z", "store", "use", "returned", items, store="here")
    told = facts([event], {"coat-55", "coat-66"})
    assert told == [
        Fact("returned", "2026-11-01T10:00:00Z", "store", "here", "coat-55", 1),
        Fact("returned", "2026-11-01T10:00:00Z", "store", "here", "coat-66", 2),
    ]


@pytest.mark.parametrize(
    ("reason", "values", "held", "lacks"),
    [
        ("again", {"times": 2}, [bought("2"), bought("1")], False),
        ("again", {"times": 3}, [bought("2"), bought("1"), bought("3", "returned")], True),
        ("again", {"times": 2}, [bought("1"), bought("1")], True),
        ("due", {"weeks": 5}, [bought("2"), bought("1")], False),
        ("due", {"weeks": 5}, [bought("2")], True),
        ("together", {"product": "coat"}, [bought("1")], False),
        ("saved", {}, [], True),
        ("new", {"times": 2}, [bought("2"), bought("1")], False),
        ("new", {"times": 3}, [bought("2"), bought("1")], True),
        ("popular", {"times": 9}, [], False),
    ],
)
def test_what_central_counted_and_this_tablet_does_not_hold_is_lacking(reason, values, held, lacks):
    assert lacking(Suggestion("coat", reason, 0.5, values), held) is lacks
