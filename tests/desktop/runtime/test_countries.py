"""Countries by ISO 3166-1, named as one reads them."""

import pytest

from clienteling.desktop.runtime.countries import countries, country_name, home_of, postcode_example


def test_every_country_of_iso_3166_has_a_name_in_both_languages():
    korean, english = dict(countries("ko")), dict(countries("en"))
    assert len(korean) == len(english) == 249
    assert (korean["KR"], english["KR"]) == ("대한민국", "South Korea")
    assert "EU" not in english and "ZZ" not in english and "XK" not in english


def test_they_stand_in_the_order_of_their_names():
    names = [name for _, name in countries("en")]
    assert names[:3] == ["Afghanistan", "Åland Islands", "Albania"]
    assert [code for code, _ in countries("ko")][:2] == ["GH", "GA"]


@pytest.mark.parametrize(("currency", "home"), [("KRW", "KR"), ("GBP", "GB"), ("USD", "US"), ("EUR", ""), ("", "")])
def test_a_stores_currency_says_its_country(currency, home):
    assert home_of(currency) == home


def test_a_country_is_named_by_its_code_and_else_as_it_was_written():
    assert country_name("KR", "ko") == "대한민국"
    assert country_name("Unspecified", "ko") == "Unspecified"
    assert country_name("", "en") == ""


def test_an_example_shows_what_a_postcode_looks_like():
    assert postcode_example("KR") == "06236"
    assert postcode_example("GB") == "SW1A 1AA"
    assert postcode_example("AQ") == ""
