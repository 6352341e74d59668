"""The sheet that explains a suggestion, in both languages."""

import pytest

from clienteling.contract.v1.suggestions import REASONS, Suggestion
from clienteling.desktop.clientbook.domain_why import Why
from clienteling.desktop.clientbook.viewmodel_why import because, fine_print
from clienteling.desktop.suggestions.domain import Made
from clienteling.desktop.suggestions.domain import Suggestion as Shown
from tests.helpers import clients

LIST = Made(7, "2026-11-21T03:10:00.000Z", "learned")
VALUES = {"product": "coat", "name_ko": "울 코트", "name_en": "Wool coat", "times": 3, "weeks": 5, "last": "2026-11-01"}


def about(reason, made=LIST, **more):
    told = {"facts": (), "more": 0, "lacking": False, "items": {}, "places": {}} | more
    return Why(Shown("boots", reason, 0.5, VALUES), made, ("부츠", "Boots"), **told)


@pytest.fixture
def why(book, qtbot):
    """Minseo is in front, and the boots are asked about, which go with the coat she bought."""
    book.open(clients.MINSEO)
    with qtbot.waitSignal(book.why.ready):
        book.why.begin(clients.MINSEO, "boots")
    return book.why


def test_the_facts_in_english_and_korean(why, language):
    assert (why.name, why.reason) == ("Leather chelsea boots", "Goes with Wool coat, bought before")
    assert why.because == "Others have bought Leather chelsea boots together with Wool coat."
    first = why.facts[0]
    assert (first["title"], first["detail"], first["tone"]) == ("Bought 1 piece", "Camel · 55 · Gangnam", "store")
    language.apply("ko")
    assert why.name == "가죽 첼시 부츠"
    assert why.because == "울 더블 코트와 가죽 첼시 부츠를 함께 구매하신 분들이 계세요."
    assert why.facts[0]["title"] == "1개 구매하셨어요"
    assert not language.missing


def test_every_reason_has_its_sentences(language):
    for code in ("en", "ko"):
        language.apply(code)
        assert len({because(about(reason), code == "ko") for reason in REASONS}) == len(REASONS)
        for made_by in ("learned", "rules", "store"):
            fine_print(about("due", LIST._replace(made_by=made_by), more=2, lacking=True))
    assert not language.missing


def test_what_lies_in_the_cart_is_told_beside_it(language):
    with_coat = about("saved", beside=(("울 코트", "Wool coat"), ("모자", "Hat")))
    assert because(with_coat, korean=False).endswith(" Wool coat in the cart has been bought together with it.")
    language.apply("ko")
    assert because(with_coat, korean=True).endswith(" 장바구니에 담으신 울 코트와 함께 구매하신 분들이 계세요.")


def test_the_fine_print_says_which_list_it_is_what_is_not_here_and_what_is_left_out(language):
    more, older, made, left_out = fine_print(about("due", more=2, lacking=True))
    assert (more, older) == ("and 2 more before that", "Older entries are not on this tablet.")
    assert made.startswith("Chosen from what is bought again and bought together in our shops. List 7 of Sat 21 Nov")
    assert left_out.startswith("Sensitive products are never suggested")
    assert fine_print(about("due", LIST._replace(made_by="")))[0].startswith("List 7 of Sat 21 Nov")


def test_a_touch_on_a_card_opens_the_sheet(book, show, qtbot):
    book._suggestions.asked.connect(book.why.begin)
    page = show("clienteling.desktop.clientbook", "CustomerPage", size=(1280, 800), model=book)
    book.open(clients.MINSEO)
    page.click("why-of-1")
    page.wait("why-reason")
    assert page.has("why-0") and page.has("why-1") and not page.has("why-2")
    page.click("why-close")
    qtbot.waitUntil(lambda: not page.has("why-reason"))


def test_what_is_gone_meanwhile_opens_nothing(book, db, run, qtbot):
    run(db.run(clients.suggest, [Suggestion("coat", "saved", {"last": "2026-11-01"}, 0.5)], clients.MINSEO, 2))
    ready = []
    book.why.ready.connect(lambda: ready.append(True))
    run(book.why._read(clients.MINSEO, "boots"))
    assert not ready and book.why.name == ""
