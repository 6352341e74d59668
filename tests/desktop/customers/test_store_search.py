"""The search box over a few hundred people: every state of typing finds the person who is meant."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clienteling.contract.spelling import COMPOUND_TAILS, COMPOUND_VOWELS, keystrokes
from clienteling.desktop.customers import actions, store
from clienteling.desktop.customers import store_search as search
from clienteling.desktop.customers.domain import Person
from clienteling.desktop.runtime.db import metadata, open_engine
from tests.helpers.vault import KEY

FAMILY = ["김", "이", "박", "최", "정", "남궁", "황보", "곽", "권", "왕"]
GIVEN = ["민서", "서연", "지호", "하늘", "유진", "혜원", "규철", "의찬", "값진", "은채", "영", "솔"]
LATIN = ["Olivia Björk", "José María López", "Marcus O'Neil", "Anna-Lena Groß", "Jana Lund", "Daniel Kim", "Zoë Łukasz"]
PATIENT = 5.0


def everybody():
    chance = random.Random(7)
    names = [family + given for family in FAMILY for given in GIVEN] + LATIN * 3
    for at, name in enumerate(names):
        phone = f"+8210{chance.randrange(10**8):08d}" if at % 3 else f"010-{chance.randrange(10**4):04d}-{at:04d}"
        yield Person(f"c{at}", name, "s", 1, phone, f"user.{at}x@mail{at % 5}.example.com", f"CL{at:08d}X")


PEOPLE = list(everybody())


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    engine = open_engine(tmp_path_factory.mktemp("search") / "shop.db", KEY)
    metadata.create_all(engine)
    with engine.begin() as tx:
        tx.info["touched"] = set()
        store.save(tx, PEOPLE)
        yield tx
    engine.dispose()


def found(tx, query, limit=200):
    return [one.id for one in actions.find(tx, query, limit, PATIENT)[0]]


def composed(keys):
    """What a 2-beolsik input method shows after these keystrokes: syllables as far as they are complete."""
    leads, vowels = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
    tails = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
    joined = {pair: one for one, pair in (COMPOUND_VOWELS | COMPOUND_TAILS).items()}
    shown, at = "", 0
    while at < len(keys):
        if at + 1 >= len(keys) or keys[at] not in leads or keys[at + 1] not in vowels:
            shown, at = shown + keys[at], at + 1
            continue
        lead, at = keys[at], at + 1
        vowel = joined.get(keys[at : at + 2], keys[at])
        at += 2 if vowel != keys[at] else 1
        tail = ""
        for length in (2, 1):
            wanted = joined.get(keys[at : at + 2], "") if length == 2 else keys[at : at + 1]
            follows = keys[at + length : at + length + 1]
            if wanted and wanted in tails and not (follows and follows in vowels):
                tail, at = wanted, at + length
                break
        code = 0xAC00 + leads.index(lead) * 588 + vowels.index(vowel) * 28 + tails.index(tail)
        shown += chr(code)
    return shown


@given(st.sampled_from([one for one in PEOPLE if one.name[0] >= "가"]), st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_state_of_the_input_method_finds_her(shop, person, data):
    typed = keystrokes(person.name)
    state = composed(typed[: data.draw(st.integers(1, len(typed)))])
    assert person.id in found(shop, state)


@given(st.sampled_from(PEOPLE), st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_three_digits_of_her_phone_find_her(shop, person, data):
    digits = "0" + person.phone[3:] if person.phone.startswith("+82") else person.phone.replace("-", "")
    start = data.draw(st.integers(0, len(digits) - 3))
    part = digits[start : data.draw(st.integers(start + 3, len(digits)))]
    assert person.id in found(shop, part)


@given(st.sampled_from([one for one in PEOPLE if one.name[0] < "가"]), st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_beginning_of_any_latin_name_part_finds_her(shop, person, data):
    part = data.draw(st.sampled_from(person.name.replace("-", " ").replace("'", "").split()))
    prefix = part[: data.draw(st.integers(1, len(part)))]
    spelling = data.draw(st.sampled_from([str.lower, str.upper, str]))
    assert person.id in found(shop, spelling(prefix))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("ㄱㅁㅅ", "김민서"),
        ("김ㅁㅅ", "김민서"),
        ("남궁ㅇㅈ", "남궁유진"),
        ("ㄴㄱㅇㅈ", "남궁유진"),
        ("민서", "김민서"),
        ("bjork", "Olivia Björk"),
        ("olivia bj", "Olivia Björk"),
        ("lopez jose", "José María López"),
        ("oneil", "Marcus O'Neil"),
        ("anna-lena", "Anna-Lena Groß"),
        ("gross anna-lena", "Anna-Lena Groß"),
        ("zoe lukasz", "Zoë Łukasz"),
    ],
)
def test_names_are_found_as_people_type_them(shop, query, name):
    names = [one.name for one in actions.find(shop, query, 50, PATIENT)[0]]
    assert name in names


def test_two_words_narrow_each_other_down(shop):
    person = next(one for one in PEOPLE if one.name == "이서연")
    last = person.phone[-4:]
    for query in (f"이서 {last}", f"ㅇㅅㅇ {last}", f"{last} 이ㅅㅇ", f"이서연 {last}", f"example 이서연 {last}"):
        assert found(shop, query) == [person.id], query
    assert found(shop, f"{last} 최") == []
    assert person.id in found(shop, f"이서연 {last[:2]}"), "two digits verify, though they find nobody alone"


def test_mail_and_loyalty_number_are_found_whole_and_in_the_middle(shop):
    person = PEOPLE[17]
    for query in (person.email, "user.17x", "r.17x@ma", person.loyalty, person.loyalty.lower()[:9], "00000017x"):
        assert person.id in found(shop, query), query


def test_what_a_query_language_would_read_is_only_text(shop):
    for query in ('"', "a OR b", "NEAR(", "x*y-z", "%%%", "___", "'; drop", "(((", "\0\0\0"):
        found(shop, query)


def test_more_people_than_asked_for_are_said(shop):
    assert search.find(shop, "김", 5, PATIENT).truncated
    assert not search.find(shop, "김민서", 5, PATIENT).truncated


def test_candidates_that_were_not_read_are_said(shop, monkeypatch):
    monkeypatch.setattr(search, "CANDIDATES", 3)
    assert search.find(shop, "xample", 50, PATIENT).truncated
    assert search.find(shop, "이서 99999", 50, PATIENT) == search.Found([], False)


def test_an_answer_that_would_take_too_long_is_cut_and_says_so(shop, monkeypatch):
    monkeypatch.setattr(search, "_STEPS", 1)
    late = search.find(shop, "010", 50, seconds=0.0)
    assert late.truncated
    assert found(shop, "010"), "the next query is not hindered"


def test_a_changed_person_is_found_by_the_new_and_not_by_the_old(tx):
    store.save(tx, [Person("a", "김민서", "s", 1, "010-1111-2222", "old@example.com")])
    store.save(tx, [Person("a", "박하늘", "s", 2, "010-3333-4444", "new@example.com")])
    for query in ("김민서", "ㄱㅁㅅ", "2222", "111", "old@"):
        assert found(tx, query) == [], query
    for query in ("박하늘", "ㅂㅎㄴ", "4444", "333", "new@", "w@exam"):
        assert found(tx, query) == ["a"], query
    store.remove(tx, ["a"])
    assert found(tx, "박하늘") == []
    assert tx.exec_driver_sql("SELECT count(*) FROM customer_key").scalar() == 0


def test_frequent_trigrams_are_counted_once_there_are_enough_people(shop):
    assert shop.exec_driver_sql("SELECT n FROM customer_tri_df WHERE term = 'exa'").scalar() >= search.CANDIDATES // 25
