"""The way from page to page, and the sentences that come and go."""

import pytest

from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.shell.viewmodel import TITLES, Navigator, Toasts


@pytest.fixture
def navigator(language):
    return Navigator(language)


def page(navigator):
    return navigator.property("page"), navigator.property("key")


def test_back_returns_step_by_step_and_ends_at_the_rail(navigator):
    navigator.go("clients")
    navigator.open("customer", "c1")
    navigator.open("customer", "c1")
    navigator.open("products", "p1")
    navigator.back()
    assert page(navigator) == ("customer", "c1")
    navigator.back()
    assert page(navigator) == ("clients", "")
    assert not navigator.property("canGoBack")
    navigator.back()
    assert page(navigator) == ("clients", "")


def test_each_page_is_told_what_it_shows(navigator):
    told = []
    navigator.shown.connect(lambda *what: told.append(what))
    navigator.open("customer", "c1")
    navigator.go("orders")
    assert told == [("customer", "c1"), ("orders", "")]


def test_a_customer_stands_under_clients_on_the_rail(navigator):
    navigator.open("customer", "c1")
    assert navigator.property("entry") == "clients"


def test_what_is_typed_goes_to_the_page_that_finds_it_and_stays_there(navigator):
    told = []
    navigator.searched.connect(lambda *what: told.append(what))
    navigator.search("ㄱ")
    assert page(navigator) == ("clients", "")
    navigator.search("ㄱㅁ")
    navigator.search("ㄱㅁ")
    assert told == [("clients", "ㄱ"), ("clients", "ㄱㅁ")]
    navigator.open("customer", "c1")
    assert navigator.property("searchText") == ""
    navigator.back()
    assert navigator.property("searchText") == "ㄱㅁ"


def test_the_next_person_sees_nothing_of_the_last(navigator):
    navigator.search("kim")
    navigator.open("customer", "c1")
    navigator.start_over()
    assert page(navigator) == ("today", "")
    navigator.go("clients")
    assert navigator.property("searchText") == ""


def test_badges_are_told_only_when_they_change(navigator):
    told = []
    navigator.badgesChanged.connect(lambda: told.append(dict(navigator.property("badges"))))
    navigator.tell("orders", 2)
    navigator.tell("orders", 2)
    navigator.tell("orders", 0)
    assert told == [{"orders": 2}, {"orders": 0}]


def test_every_page_has_a_korean_name(navigator, language):
    language.apply("ko")
    for name in TITLES:
        navigator.go(name)
        assert navigator.property("title") != TITLES[name]
        assert navigator.property("placeholder")
    assert not language.missing


def test_a_page_that_does_not_exist_is_a_bug(navigator):
    with pytest.raises(ValueError, match="no page"):
        navigator.go("nowhere")


def test_a_problem_becomes_a_sentence_in_the_language_of_the_screen(qapp, language):
    toasts = Toasts()
    toasts.problem(Problem("No product has the code {code}.", code="952"))
    assert [row[1:] for row in toasts.property("rows").rows] == [("No product has the code 952.", "bad", "")]


def test_the_same_sentence_stands_there_once_and_never_more_than_three(qapp, language):
    toasts = Toasts()
    for sentence in ("one", "one", "two", "three", "four"):
        toasts.tell(sentence)
    assert [row[1] for row in toasts.property("rows").rows] == ["two", "three", "four"]


def test_undo_is_done_once(qapp, language):
    undone, toasts = [], Toasts()
    toasts.tell("Removed", "ok", "Undo", lambda: undone.append(True))
    toasts.act(1)
    toasts.act(1)
    assert undone == [True]
    assert toasts.property("rows").rows == []


def test_a_crash_stays_until_it_was_seen(qapp, language):
    toasts = Toasts()
    toasts.crash("ValueError")
    assert toasts.property("crashTrace") == "ValueError"
    toasts.forgetCrash()
    assert toasts.property("crashTrace") == ""
