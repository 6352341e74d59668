"""Countries by their ISO 3166-1 alpha-2 codes, as one reads them, and what their postcodes look like."""

import unicodedata
from functools import lru_cache

from babel import Locale

_NO_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"])
"""Codes that Unicode's CLDR names but ISO 3166-1 does not assign."""

_POSTCODES = {
    "AT": "1010",
    "AU": "2000",
    "BE": "1000",
    "BR": "01310-100",
    "CA": "K1A 0B1",
    "CH": "8001",
    "CN": "100000",
    "DE": "10115",
    "DK": "1050",
    "ES": "28001",
    "FI": "00100",
    "FR": "75001",
    "GB": "SW1A 1AA",
    "ID": "10110",
    "IE": "D02 X285",
    "IN": "110001",
    "IT": "00118",
    "JP": "100-0001",
    "KR": "06236",
    "MY": "50000",
    "NL": "1012 AB",
    "NO": "0150",
    "NZ": "6011",
    "PH": "1000",
    "PL": "00-001",
    "PT": "1000-001",
    "SE": "111 20",
    "SG": "018956",
    "TH": "10100",
    "TW": "100",
    "US": "94103",
    "VN": "100000",
}


@lru_cache
def countries(language: str) -> tuple[tuple[str, str], ...]:
    """Every country as code and name in "ko" or "en", in the order of the names."""
    found = [(code, name) for code, name in _names(language).items() if len(code) == 2 and code not in _NO_COUNTRIES]
    return tuple(sorted(found, key=lambda one: _letters(one[1])))


def country_name(code: str, language: str) -> str:
    """The name of a country; what is not a code is named as it was written."""
    return _names(language).get(code, code)


def home_of(currency: str) -> str:
    """The country whose currency it is, by the first two letters of an ISO 4217 code; empty for a shared one."""
    return currency[:2] if any(currency[:2] == code for code, _ in countries("en")) else ""


def postcode_example(code: str) -> str:
    """A postcode as they are written there; empty where we know none."""
    return _POSTCODES.get(code, "")


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _names(language: str) -> dict[str, str]:
    return dict(Locale.parse(language).territories)
