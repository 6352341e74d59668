"""What a code can be, and the rules that an answer makes."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clienteling.contract.codes import loyalty_code
from clienteling.contract.gtin import check_digit
from clienteling.desktop.scanning.domain import classify, scan
from clienteling.desktop.scanning.domain_asking import (
    Claim,
    Rule,
    candidates,
    coupon_patterns,
    decide,
    fits,
    prefix,
    rule_for,
    understood,
)

KINDS = ("product", "customer", "order", "coupon")
texts = st.one_of(
    st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=30),
    st.integers(0, 10**12 - 1).map(lambda n: f"{n:012d}{check_digit(f'{n:012d}')}"),
    st.integers(0, 10**8 - 1).map(lambda n: f"G3-{n % 10**6:06d}"),
    st.integers(0, 10**8 - 1).map(loyalty_code),
)
symbologies = st.sampled_from(["", "EAN13", "CODE128", "QRCODE"])
claims = st.lists(
    st.builds(Claim, st.sampled_from(KINDS), st.just("key")), unique_by=lambda claim: claim.kind, max_size=4
)
rules = st.lists(
    st.builds(Rule, symbologies, st.integers(1, 30), st.text("0123456789ABCG-", max_size=4), st.sampled_from(KINDS))
)


def made(text, symbology=""):
    return scan(classify(text, symbology), "wedge", "2026-01-01T00:00:00.000Z")


@given(texts, symbologies, st.sampled_from(KINDS))
def test_the_rule_of_an_answer_speaks_of_the_code_that_was_asked_about(text, symbology, kind):
    found = made(text, symbology)
    assume(found.text)
    assert fits(rule_for(found, kind), found)


@given(texts, symbologies, claims, rules)
def test_what_is_decided_is_something_it_can_be(text, symbology, known, learned):
    found = made(text, symbology)
    may_be = candidates(found, known)
    claim = decide(found, may_be, learned)
    assert (claim in may_be) if may_be and claim else True
    if len(may_be) == 1:
        assert claim == may_be[0]
    if not may_be:
        assert claim is not None


@given(texts, symbologies, claims)
def test_two_are_asked_about_once_and_then_never_again(text, symbology, known):
    found = made(text, symbology)
    may_be = candidates(found, known)
    assume(len(may_be) > 1)
    assert decide(found, may_be, []) is None
    for answer in may_be:
        assert decide(found, may_be, [rule_for(found, answer.kind)]) == answer


@given(texts, texts, claims)
def test_a_rule_says_nothing_of_codes_of_another_length_or_beginning(text, other, known):
    found = made(text)
    assume(found.text)
    learned = [rule_for(found, "customer")]
    for foreign in (made(other), made(text + "7"), made("7" + text[1:])):
        if len(foreign.text) != len(found.text) or prefix(foreign.text) != prefix(found.text):
            may_be = candidates(foreign, known)
            assert decide(foreign, may_be, learned) == decide(foreign, may_be, [])


@given(texts, symbologies)
def test_no_rule_makes_a_product_of_another_maker_a_person(text, symbology):
    found = made(text, symbology)
    assume(found.kind == "product" and not found.in_store)
    assert decide(found, [], [rule_for(found, kind) for kind in KINDS]).kind == "product"


def test_a_code_of_the_shops_own_that_nobody_here_has_is_looked_for_by_the_rule():
    card, other = made("2100000000012"), made("230000000001" + check_digit("230000000001"))
    learned = [rule_for(card, "customer")]
    assert decide(card, [], learned).kind == "customer"
    assert decide(other, [], learned).kind == "product"


def test_the_reader_that_tells_the_symbology_goes_by_its_own_rule_first():
    by_camera = made("2100000000012", "EAN13")
    both = [Claim("product", "p"), Claim("customer", "c")]
    learned = [Rule("", 13, "21", "customer"), Rule("EAN13", 13, "21", "product")]
    assert decide(by_camera, both, learned).kind == "product"
    assert decide(made("2100000000012", "UPCA"), both, learned).kind == "customer"
    assert decide(made("2100000000012"), both, learned[1:]).kind == "product"


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("G3-000123", "G3-"), ("SKU-48", "SKU-"), ("ab12", "AB"), ("2100000000012", "21"), ("0212345678903", "02"),
        ("9521234543213", "952"), ("12345670", "123"), ("코트-55", "코트-"),
    ],
)  # fmt: skip
def test_what_codes_of_one_kind_begin_with(text, head):
    assert prefix(text) == head


def test_a_form_of_our_own_is_always_among_what_it_can_be():
    order = made("G3-000123")
    assert [claim.kind for claim in candidates(order, [])] == ["order"]
    assert [claim.kind for claim in candidates(order, [Claim("product", "v")])] == ["product", "order"]
    assert candidates(made("SKU-48"), []) == []


def test_what_was_decided_is_what_goes_on():
    found = made("SKU-48")
    assert understood(found, Claim("unknown")) is found
    product = understood(found, Claim("product", "v", "Coat", "09521234543213"))
    assert (product.kind, product.gtin14, product.reason, product.text) == ("product", "09521234543213", "", "SKU-48")
    person = understood(made("2100000000012"), Claim("customer", "c", "민서"))
    assert (person.kind, person.gtin14) == ("customer", None)


def test_coupons_of_the_shops_own_are_known_by_their_form():
    sale, digits = coupon_patterns(["SALE-....", "2799........."])
    assert sale.fullmatch("sale-12ab") and not sale.fullmatch("SALE-12345") and not sale.fullmatch("SALEx1234")
    assert digits.fullmatch("2799000000015") and not digits.fullmatch("2798000000016")
