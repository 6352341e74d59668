"""People are found however they are typed: every state of the input method, any accent, any part of a phone."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.contract import asking, spelling

SYLLABLES = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=2, max_size=4)
LATIN = st.lists(st.text("abcdeéöżABCß", min_size=1, max_size=6), min_size=1, max_size=4)


def found(name: str, typed: str, phone: str = "", email: str = "", loyalty: str = "") -> bool:
    keys = [key for key, _ in spelling.customer_keys(name, phone, email, loyalty)]
    return any(key.startswith(prefix) for prefix in asking.prefixes(typed) for key in keys)


@pytest.mark.parametrize("typed", ["ㄱ", "기", "김", "김ㅁ", "김미", "김민", "김민ㅅ", "김민수", "민", "민수"])
def test_every_state_of_the_input_method_is_a_prefix(typed):
    spelled = "n" + spelling.keystrokes("".join(spelling.words(typed)))
    assert any(key.startswith(spelled) for key, _ in spelling.name_keys("김민수"))


def test_the_input_method_borrows_the_next_consonant_as_a_final():
    assert [spelling.keystrokes(state) for state in ("ㄱ", "기", "김", "기므")] == ["ㄱ", "ㄱㅣ", "ㄱㅣㅁ", "ㄱㅣㅁㅡ"]
    assert found("과장", "고") and found("과장", "과")
    assert spelling.keystrokes("닭") == "ㄷㅏㄹㄱ"


def test_typed_jamo_are_kept_out_of_nfkc():
    assert unicodedata.normalize("NFKC", "ㄱ") != "ㄱ"
    assert spelling.fold("ㄱㅁㅅ") == "ㄱㅁㅅ"
    assert found("김민수", "ㄱㅁㅅ")
    assert found("강세라", "ㄳㄹ"), "an input method joins two initials into a compound final"


def test_decomposed_and_half_width_spellings_are_the_same_name():
    assert spelling.name_keys(unicodedata.normalize("NFD", "김민수")) == spelling.name_keys("김민수")
    assert spelling.fold("ﾡ") == "ㄱ"
    assert spelling.fold("\u1106") == "ㅁ"
    assert spelling.fold("\uff2b\uff29\uff2d") == "kim"


def test_surnames_of_two_syllables_leave_the_given_name():
    assert ("n" + spelling.keystrokes("민수"), "ㅁㅅ") in spelling.name_keys("남궁민수")
    assert ("cㅁㅅ", spelling.keystrokes("민수")) in spelling.name_keys("남궁 민수")


def test_latin_names_have_one_key_per_rotation():
    assert [key for key, _ in spelling.name_keys("José María O\u2019Neill")] == [
        "njosemariaoneill", "nmariaoneilljose", "noneilljosemaria",
    ]  # fmt: skip
    assert found("Łukasz Żółć", "zolc")
    assert spelling.name_keys(" -- ") == []


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("+82 10-1234-5678", "01012345678"),
        ("821012345678", "01012345678"),
        ("010-1234-5678", "01012345678"),
        ("+82 2 123 4567", "021234567"),
        ("+44 7911 123456", "447911123456"),
        ("82551234", "82551234"),
        ("\uff10\uff11\uff10", "010"),
        ("", ""),
    ],
)
def test_phones_are_national_digits(phone, digits):
    assert spelling.national(phone) == digits


def test_a_person_has_a_key_of_every_kind():
    keys = dict(spelling.customer_keys("김민수", "+82 10 1234 5678", "Min.Su@Example.com", "L-0042"))
    assert keys["45678"] == "01012345678"
    assert {"p01012345678", "emin.su@example.com", "ll-0042", "cㄱㅁㅅ"} <= set(keys)
    assert spelling.customer_keys("Kim", "", "", "") == [("nkim", "")]


def test_the_document_holds_what_a_second_word_is_verified_against():
    document = spelling.document("김민수", "010-1234-5678", "A@b.kr", "L1")
    assert document == "ㄱㅣㅁㅁㅣㄴㅅㅜ|01012345678|a@b.kr|l1"
    assert document.endswith(spelling.fragments("010-1234-5678", "A@b.kr", "L1"))
    assert all(asking.needle(token) in document for token in ("김민", "1234", "B.KR"))


def test_trigrams():
    assert spelling.trigrams("ababa") == ["aba", "bab"]
    assert spelling.trigrams("ab") == []


@given(SYLLABLES)
def test_any_beginning_of_the_keystrokes_finds_a_korean_name(name):
    full = spelling.keystrokes(name)
    keys = [key for key, _ in spelling.name_keys(name)]
    assert keys[0] == "n" + full
    assert all(re.fullmatch("[ㄱ-ㅎㅏ-ㅣ]+", key[1:]) for key in keys)
    assert not set(full) & (set(spelling.COMPOUND_TAILS) | set(spelling.COMPOUND_VOWELS))


@given(SYLLABLES)
def test_any_prefix_by_initials_finds_a_korean_name(name):
    for size in range(1, len(name) + 1):
        assert found(name, spelling.initials(name[:size]))


@given(LATIN)
def test_any_part_of_a_latin_name_in_any_case_finds_it(parts):
    name = " ".join(parts)
    for part in parts:
        assert found(name, part) and found(name, part.upper())


@given(st.text())
def test_no_text_breaks_the_spelling(text):
    spelling.document(text, text, text, text)
    for key, extra in spelling.customer_keys(text, text, text, text):
        assert key and isinstance(extra, str)
