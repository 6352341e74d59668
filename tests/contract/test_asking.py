"""One box: what was typed is told apart without asking."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.contract import asking, spelling


@pytest.mark.parametrize(
    ("typed", "prefixes"),
    [
        ("ㄱㅁㅅ", ["cㄱㅁㅅ"]),
        ("김", ["nㄱㅣㅁ"]),
        ("5678", ["45678", "l5678"]),
        ("010-12", ["p01012", "l01012"]),
        ("01", ["p01", "l01"]),
        ("345", ["l345"]),
        ("+82 10 1234", ["p0101234", "l0101234"]),
        ("kim@", ["ekim@"]),
        ("Kim", ["nkim", "ekim"]),
        ("LV0042", ["llv0042", "nlv0042", "elv0042"]),
        ("--", ["e--"]),
    ],
)
def test_prefixes(typed, prefixes):
    assert asking.prefixes(typed) == prefixes


def test_tokens_keep_a_grouped_number_whole():
    assert asking.tokens(" 010 1234 5678 ") == ["010 1234 5678"]
    assert asking.tokens("kim 5678") == ["kim", "5678"]
    assert asking.tokens("  ") == []
    assert len(asking.tokens("x" * 500)[0]) == asking.MAX_CHARACTERS


def test_mixed_input_is_an_exact_initials_key_and_a_range():
    seeking = asking.mixed("김ㅁㅅ")
    assert seeking is not None
    key, lead, pattern = seeking
    assert (key, lead) == ("cㄱㅁㅅ", "ㄱㅣㅁ")
    assert pattern.match(spelling.keystrokes("김민수"))
    assert not pattern.match(spelling.keystrokes("강민수"))
    assert asking.mixed("김민수") is None and asking.mixed("ㄱㅁ") is None and asking.mixed("kim") is None


def test_a_consonant_before_a_syllable_matches_too():
    seeking = asking.mixed("ㄱ민수")
    assert seeking is not None and seeking[1] == ""
    assert seeking[2].match(spelling.keystrokes("김민수"))


def test_the_middle_of_a_number_or_an_address_is_looked_for_by_trigrams():
    assert asking.infix("12-34") == ["123", "234"]
    assert asking.infix("GMAIL") == ["gma", "mai", "ail"]
    assert asking.infix("김민수") == [] and asking.infix("ab") == []


def test_a_long_number_or_an_address_needs_no_search_in_the_middle():
    assert asking.is_exact("010-1234-56") and asking.is_exact("a@b") and not asking.is_exact("1234")


@given(st.text())
def test_no_text_breaks_the_box(text):
    for token in asking.tokens(text):
        asking.prefixes(token), asking.mixed(token), asking.infix(token), asking.needle(token)
