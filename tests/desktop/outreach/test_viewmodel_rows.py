"""Each fact as a sentence in both languages, and the list as a table."""

import pytest

from clienteling.desktop.outreach.domain import Audience, Told
from clienteling.desktop.outreach.viewmodel_rows import read, rows, table, why
from tests.helpers import clients

LAST = "2025-11-03"


def told(reason, times=1, product=None, customer=clients.MINSEO, name="김민서"):
    return Told(customer, name, ("sms", "kakao"), reason, times, LAST, product)


@pytest.fixture
def seen(tx):
    clients.open_book(tx)
    return lambda *people: read(tx, "coat", Audience("2026-11-21", people))


@pytest.mark.parametrize(
    ("one", "english", "korean"),
    [
        (told("again", 1), "Bought this once, on 3 Nov 2025", "이 상품을 1번 구매하셨어요 · 최근 2025년 11월 3일"),
        (
            told("again", 7),
            "Bought this 7 times, last on 3 Nov 2025",
            "이 상품을 7번 구매하셨어요 · 최근 2025년 11월 3일",
        ),
        (
            told("together", 2, "scarf"),
            "Goes with Cashmere scarf, bought on 3 Nov 2025",
            "2025년 11월 3일에 구매하신 캐시미어 머플러와 잘 어울려요",
        ),
        (
            told("together", 2, "gone"),
            "Bought what goes with it, last on 3 Nov 2025",
            "함께 찾는 상품을 구매하셨어요 · 최근 2025년 11월 3일",
        ),
        (
            told("category", 1),
            "Bought another product of this kind on 3 Nov 2025",
            "같은 종류의 상품을 1가지 구매하셨어요 · 최근 2025년 11월 3일",
        ),
        (
            told("category", 4),
            "Bought 4 products of this kind, last on 3 Nov 2025",
            "같은 종류의 상품을 4가지 구매하셨어요 · 최근 2025년 11월 3일",
        ),
        (
            told("regular", 1),
            "One purchase in four weeks, on 3 Nov 2025",
            "최근 4주 동안 1번 구매하셨어요 · 최근 2025년 11월 3일",
        ),
        (
            told("regular", 3),
            "3 purchases in four weeks, last on 3 Nov 2025",
            "최근 4주 동안 3번 구매하셨어요 · 최근 2025년 11월 3일",
        ),
        (
            told("regular", 0),
            "Last bought something on 3 Nov 2025",
            "2025년 11월 3일에 마지막으로 구매하셨어요",
        ),
    ],
)
def test_a_fact_is_said_in_both_languages(seen, language, one, english, korean):
    products = seen(one).products
    assert why(one, products, "en") == english
    language.apply("ko")
    assert why(one, products, "ko") == korean
    assert {text for text in language.missing if not text.startswith("QT_")} == set()


def test_a_person_stands_as_in_every_list(seen, language):
    here, gone = told("again"), told("regular", customer="stranger", name="Sofia Berg")
    audience = Audience("2026-11-21", (here, gone))
    first, second = rows(audience, seen(here, gone), "en")
    assert first[:3] == (clients.MINSEO, "김민서", "김민")
    assert first[4].endswith("3 Nov") and first[5] == [{"text": "Gold", "tone": "accent", "icon": ""}]
    assert first[6] == ["message-circle", "message-square"] and first[7] is False
    assert second[5][0]["text"] == "Not on this device" and second[7] is True


def test_who_allows_nothing_here_is_on_no_list(seen, language):
    silent = told("again", customer=clients.HANEUL, name="박하늘")
    audience = Audience("2026-11-21", (silent,))
    known = seen(silent)
    assert rows(audience, known, "en") == [] == table(audience, known, "en", "")[1]


def test_the_table_says_what_the_page_says(seen, language):
    audience = Audience("2026-11-21", (told("together", 1, "scarf"), told("again", customer="x", name="Sofia Berg")))
    head, cells = table(audience, seen(*audience.people), "en", "이서준 · T1")
    assert head == ("Name", "Loyalty number", "Tier", "Last visit", "May be told by", "Why", "Saved by")
    assert cells == [
        ("김민서", "CL00000001X", "Gold", "2026-11-03", "Text message, KakaoTalk",
         "Goes with Cashmere scarf, bought on 3 Nov 2025", "이서준 · T1"),
        ("Sofia Berg", "", "", "", "Text message, KakaoTalk", "Bought this once, on 3 Nov 2025", "이서준 · T1"),
    ]  # fmt: skip
