"""What she said beside what she bought, from this tablet's own rows."""

import msgspec
import pytest

from clienteling.contract.v1.customers import Customer
from clienteling.desktop.clientbook import actions_said
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.notes import actions as notes
from clienteling.desktop.notes.domain import Reader
from tests.helpers import clients, shop

BY = Reader("staff-1", "associate", shop.HERE)


@pytest.fixture
def book(tx):
    clients.open_book(tx)
    return tx


def test_sizes_wishes_and_notes(book):
    notes.write(book, BY, clients.MINSEO, "Prefers warm colours.", False)
    told = actions_said.said(book, clients.MINSEO, BY)
    [top, shoe] = told.said.sizes
    assert (top.said, top.bought.times, shoe.bought.times) == ("55", 2, 0)
    assert [(wish.product, bool(bought)) for wish, bought in told.said.wishes] == [("scarf", True)]
    assert told.names["scarf"] == ("캐시미어 머플러", "Cashmere scarf")
    assert [note.text for note in told.notes] == ["Prefers warm colours."]
    assert told.said.does[0][0] == "Coats" and told.said.pieces == 3 and not told.silent


def test_what_was_called_off_here_was_not_bought(book):
    clients.tell(book, "event", [clients.bought("e9", ["coat-navy-55"], order="o9")])
    before = actions_said.said(book, clients.MINSEO, BY).said.pieces
    clients.tell(book, "order", [clients.order("o9", "cancelled", clients.ago(days=1))])
    assert actions_said.said(book, clients.MINSEO, BY).said.pieces == before - 1


def test_of_who_says_no_only_what_she_said(book):
    silent = Customer(clients.MINSEO, "김민서", shop.HERE, sizes={"top": "55"}, consents={"profiling": False})
    clients.tell(book, "customer", [silent], ver=2)
    told = actions_said.said(book, clients.MINSEO, BY)
    assert told.silent and told.said.pieces == 0 and told.said.wishes == ()
    assert [one.said for one in told.said.sizes] == ["55"]


def does(tx):
    return actions_said.does(tx, customers.person(tx, clients.MINSEO))


def test_what_she_does_is_what_she_bought_and_was_not_cancelled(book):
    assert does(book) == (["Coats"], [])
    bought = [clients.bought(f"e{at}", [shop.BOOTS]) for at in (7, 8)]
    clients.tell(book, "event", bought)
    assert set(does(book)[0]) == {"Coats", "Boots"}
    clients.tell(book, "event", [msgspec.structs.replace(one, what="cancelled") for one in bought])
    assert does(book) == (["Coats"], [])


def test_nobody(book):
    assert actions_said.said(book, "nobody", BY) is None
