"""One person from her own lines is what the pipeline says of her; what she did since counts at once."""

import numpy as np
import pytest

from clienteling.central.insight import person
from tests.helpers.gift_shop import CUT, habits

ALL = 1000


@pytest.fixture(scope="module")
def told():
    return [tuple(row.values()) for row in habits().to_pylist()]


@pytest.fixture(scope="module")
def learned(engine, model):
    return model, engine.known(CUT)


def hers(told, customer, before=CUT):
    return [(basket, day, product) for who, basket, day, product in told if who == customer and day < before]


def test_the_numbers_of_a_person_are_those_of_the_pipeline(told, learned):
    model, known = learned
    for place, customer in enumerate(known.customers):
        alone = person.now(model, hers(told, customer), CUT)
        for name, column in known.personal.items():
            if name != "customer":
                assert np.allclose(alone.known.personal[name], column[known.rows(place)]), name
        for name, column in known.people.items():
            assert alone.known.people[name][0] == column[place], name
        mine = model.rhythms["customer"] == place
        for name, column in model.rhythms.items():
            if name != "customer":
                assert np.array_equal(alone.rhythms[name], column[mine]), name


def test_the_same_list_as_the_model_of_all(told, learned):
    model, known = learned
    for place in range(0, len(known.customers), 7):
        found = person.foresee(model, hers(told, known.customers[place]), CUT, ALL)
        choices = model.choices(place)
        assert [one.product for one in found] == [known.products[one.product] for one in choices]
        assert np.allclose([one.chance for one in found], [one.chance for one in choices])


def test_what_goes_with_hers_was_bought_together(told, learned):
    model, known = learned
    baskets: dict[str, set[str]] = {}
    for _, basket, day, product in told:
        if day < CUT:
            baskets.setdefault(basket, set()).add(product)
    named = 0
    for customer in known.customers[:40]:
        bought = hers(told, customer)
        for one in person.foresee(model, bought, CUT, ALL):
            if one.with_hers and not one.people:
                named += 1
                assert one.is_new and one.with_hers in {product for _, _, product in bought}
                assert sum({one.product, one.with_hers} <= basket for basket in baskets.values()) >= 2
    assert named > 100


def test_what_no_baskets_had_together_the_same_people_bought(told, learned):
    model, known = learned
    bought: dict[str, set[str]] = {}
    for customer, _, day, product in told:
        if day < CUT:
            bought.setdefault(customer, set()).add(product)
    counted = 0
    for customer in known.customers[:40]:
        for one in person.foresee(model, hers(told, customer), CUT, ALL):
            if one.people:
                counted += 1
                assert one.is_new and one.with_hers in bought[customer]
                assert sum({one.product, one.with_hers} <= theirs for theirs in bought.values()) == one.people >= 3
    assert counted > 100


def test_what_she_bought_just_now_counts_at_once(told, learned):
    model, known = learned
    customer = next(who for who in known.customers if "tea-3" not in {line[2] for line in hers(told, who)})
    bought = hers(told, customer)
    later = [*bought, ("new", CUT, "tea-3"), ("new", CUT, "not sold then")]
    found = {one.product: one for one in person.foresee(model, later, CUT + 1, ALL)}
    assert found["cup-3"].is_new and found["cup-3"].with_hers == "tea-3"
    assert not found["tea-3"].is_new and "not sold then" not in found


def test_of_who_bought_nothing_nothing_is_foreseen(learned):
    model, _ = learned
    assert person.foresee(model, [], CUT, ALL) == []
    assert person.foresee(model, [("b", CUT - 1, "not sold then")], CUT, ALL)[0].is_new


def test_a_rhythm_of_hers_has_a_chance(told, learned):
    model, known = learned
    found = person.foresee(model, hers(told, known.customers[0]), CUT, ALL)
    assert {one.product for one in found if one.due} == {
        str(known.products[place]) for place in model.rhythms["product"][model.rhythms["customer"] == 0]
    }


def test_as_many_that_are_new_to_her_as_not(told, learned):
    model, known = learned
    bought = hers(told, known.customers[0])
    few, all = (person.foresee(model, bought, CUT, most) for most in (3, ALL))
    assert [one.is_new for one in few].count(True) == [one.is_new for one in few].count(False) == 3
    assert few == [one for one in all if one in few]
