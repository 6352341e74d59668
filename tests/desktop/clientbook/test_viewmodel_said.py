"""The sheet of what she says and does, by Python and by hand."""

import pytest

from clienteling.desktop.clientbook.viewmodel_said import SaidViewModel
from clienteling.desktop.customers import actions as customers
from tests.helpers import clients


@pytest.fixture
def said(db, tasks, session, language, run):
    run(db.run(clients.open_book))
    return SaidViewModel(db, tasks, session, language)


def opened(said, qtbot):
    with qtbot.waitSignal(said.ready):
        said.begin(clients.MINSEO)
    return {part["title"]: part["rows"] for part in said.sections}


def test_what_she_says_stands_beside_what_she_buys(said, qtbot):
    told = opened(said, qtbot)
    assert list(told) == ["Sizes", "Likes, in her own words", "Buys most", "Wishlist"]
    assert told["Sizes"][0]["title"] == "Says 55" and told["Sizes"][0]["detail"].startswith("bought 2 times, last on ")
    assert told["Sizes"][1]["detail"] == "never bought"
    assert told["Likes, in her own words"][0]["detail"] == "no purchase bears her words"
    assert "bought on " in told["Wishlist"][0]["detail"]
    assert said.measured == "Counted from her last 3 pieces on this tablet."


def test_where_it_differs_it_says_so(said, db, run, qtbot):
    run(db.run(clients.tell, "event", [clients.bought(f"m{n}", ["coat-camel-66"]) for n in range(3)]))
    told = opened(said, qtbot)
    assert told["Sizes"][0]["tags"] == [{"text": "Differs", "tone": "warn"}]
    assert told["Sizes"][0]["detail"].endswith("3 times another size")
    assert told["Sizes"][2]["title"] == "Also takes 66"


def test_her_page_says_it_at_a_glance(book, db, run, qtbot):
    book.open(clients.MINSEO)
    qtbot.waitUntil(lambda: book.state == "rows")
    assert book.odds == ""
    run(db.run(clients.tell, "event", [clients.bought(f"m{n}", ["coat-camel-66"]) for n in range(3)]))
    qtbot.waitUntil(lambda: book.odds == "takes other sizes than 55")
    run(db.run(customers.patch, clients.MINSEO, "staff-1", consents={"profiling": False}))
    qtbot.waitUntil(lambda: book.odds == "")


def test_of_who_says_no_it_says_why_nothing_is_counted(said, db, run, qtbot):
    run(db.run(customers.patch, clients.MINSEO, "staff-1", consents={"profiling": False}))
    assert "Buys most" not in opened(said, qtbot)
    assert said.measured.startswith("She does not want")


def test_the_sheet_by_hand(book, language, show, qtbot):
    book.open(clients.MINSEO)
    qtbot.waitUntil(lambda: book.state == "rows")
    page = show("clienteling.desktop.clientbook", "CustomerPage", model=book)
    page.click("said")
    page.wait("said-0")
    language.apply("ko")
    assert book.said.sections[0]["rows"][0]["title"] == "말씀하신 55"
    assert not language.missing
    page.click("said-close")
    qtbot.waitUntil(lambda: not page.has("said-close"))
