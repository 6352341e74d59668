"""What a store says about codes: the last word counts, and only its own people say it."""

import pytest

from clienteling.central.scanning import routes, store
from clienteling.contract.ids import rule_of
from tests.helpers.actions import by

FORM = {"store": "here", "symbology": "EAN13", "length": 13, "prefix": "21"}
ID = rule_of(*FORM.values())


def learn(central, kind="customer", id=ID, **other):
    return central.tell(by(), "code_rule.learned", id, FORM | other | {"kind": kind})


def kinds(central):
    return [row["kind"] for row in central.read(store.many, [ID])]


def test_the_last_word_counts(central):
    assert [learn(central, kind).ver for kind in ("customer", "product")] == [1, 2]
    assert kinds(central) == ["product"]


def test_what_is_taken_back_is_told_as_such(central):
    learn(central)
    answer = central.tell(by(), "code_rule.forgotten", ID, {})
    assert (answer.status, answer.ver) == (200, 2)
    [record] = central.read(routes.records, [ID]).values()
    assert (record.store, record.prefix, record.kind) == ("here", "21", "")
    assert learn(central).ver == 3


def test_the_tablets_of_this_store_hear_of_it(central):
    learn(central)
    assert central.told("store:here")["code_rule", ID] == 1


def test_nothing_to_take_back(central):
    assert central.tell(by(), "code_rule.forgotten", ID, {}).status == 404


def test_another_store_says_its_own(central):
    elsewhere = FORM | {"store": "there"}
    assert learn(central, id=rule_of(*elsewhere.values()), store="there").status == 404
    learn(central)
    assert central.tell(by(store="there"), "code_rule.forgotten", ID, {}).status == 404
    assert kinds(central) == ["customer"]


@pytest.mark.parametrize(
    ("id", "other"),
    [
        ("another", {}),
        (rule_of("here", "EAN13", 13, "21"), {"length": 12}),
        (rule_of("here", "EAN13", 0, ""), {"length": 0, "prefix": ""}),
        (rule_of("here", "EAN13", 4000, "21"), {"length": 4000}),
        (rule_of("here", "EAN13", 1, "21"), {"length": 1}),
        (ID, {"kind": "staff"}),
    ],
)
def test_what_is_no_form_of_a_code_is_refused(central, id, other):
    assert learn(central, id=id, **other).status == 422
    assert kinds(central) == []
