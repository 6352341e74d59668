"""Words, money, dates and phone numbers in both languages."""

from datetime import UTC, datetime

import pytest

from clienteling.desktop.runtime.text import (
    ago,
    clock,
    day,
    initials,
    kilograms,
    money,
    money_short,
    phone,
    say,
    span,
    unit_price,
)  # fmt: skip

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [(389000, "KRW", "₩389,000"), (-38900, "KRW", "-₩38,900"), (123450, "GBP", "£1,234.50"), (5, "GBP", "£0.05")],
)
def test_money_is_told_in_its_own_decimals(language, amount, currency, shown):
    assert money(amount, currency) == shown
    language.apply("ko")
    assert money(amount, currency) == shown


def test_much_money_is_told_in_few_digits(language):
    assert money_short(4_200_000, "KRW") == "₩4.2M"
    language.apply("ko")
    assert money_short(4_200_000, "KRW") == "₩420만"


def test_a_price_says_what_it_is_the_price_of(language):
    assert unit_price(12_000, "KRW", "piece") == "₩12,000"
    assert unit_price(12_000, "KRW", "kilogram") == "₩12,000 / kg"
    language.apply("ko")
    assert unit_price(12_000, "KRW", "kilogram") == "kg당 ₩12,000"


@pytest.mark.parametrize(
    ("weight", "shown"),
    [(482_000, "0.482 kg"), (1_200_000_000, "1,200.000 kg"), (482_010, "0.48201 kg"), (1, "0.000001 kg")],
)
def test_a_weight_is_told_in_kilograms(language, weight, shown):
    assert kilograms(weight) == shown
    language.apply("ko")
    assert kilograms(weight) == shown


def test_a_day_is_told_here_and_with_its_year_when_that_is_another(language):
    assert day("2026-11-23T20:00:00.000Z", NOW) == "Tue 24 Nov"
    assert day("2024-11-24", NOW) == "24 Nov 2024"
    language.apply("ko")
    assert day("2026-11-24", NOW) == "11월 24일 (화)"


def test_the_clock_is_the_wall_clock(language):
    assert clock("2026-11-21T05:06:07.890Z") == "14:06"
    assert clock("") == ""


@pytest.mark.parametrize(
    ("then", "english", "korean"),
    [
        ("2026-11-21T11:59:58Z", "just now", "방금"),
        ("2026-11-21T11:59:48Z", "12 s ago", "12초 전"),
        ("2026-11-21T11:56:00Z", "4 min ago", "4분 전"),
        ("2026-10-31T12:00:00Z", "21 d ago", "21일 전"),
    ],
)
def test_how_long_ago(language, then, english, korean):
    assert ago(then, NOW) == english
    language.apply("ko")
    assert ago(then, NOW) == korean


def test_how_long_it_lasts(language):
    assert span("2026-11-21T11:56:00Z", NOW) == "4 min"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+821012342841", "010-••••-2841"),
        ("01012342841", "010-••••-2841"),
        ("+442079460018", "+44 2• •••• 0018"),
        ("010-****-2841", "010-••••-2841"),
        ("4321", "••21"),
        ("", ""),
    ],
)
def test_a_phone_number_is_masked(number, shown):
    assert phone(number) == shown


def test_a_phone_number_that_was_asked_for_is_whole():
    assert phone("+821012342841", masked=False) == "010-1234-2841"


@pytest.mark.parametrize(("name", "letters"), [("김민서", "김민"), ("Jana Lund", "JL"), ("Seo-jun", "SJ"), ("", "")])
def test_two_letters_stand_for_a_person(name, letters):
    assert initials(name) == letters


def test_a_sentence_takes_its_values_and_keeps_foreign_braces(language):
    assert say("No product has the code {code}.", code="952{}") == "No product has the code 952{}."
    assert say("Only {braces}") == "Only {braces}"
