"""What this tablet tells of reasons: a list in one fact, and a manager's word."""

import pytest

from clienteling.desktop.reasons import actions
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync import mirror, outbox
from tests.desktop.reasons.conftest import MIRRORS, RECORD, arrive
from tests.helpers import clients, shop

ITEMS = [("scarf", "due"), ("boots", "together")]


@pytest.fixture
def book(tx):
    clients.open_book(tx)
    arrive(tx)
    return tx


def told(tx):
    return [item.operation for item in outbox.items(tx)]


def test_a_list_is_one_fact(book):
    actions.note_shown(book, clients.MINSEO, shop.HERE, "staff-1", ITEMS)
    [fact] = told(book)
    assert (fact.kind, fact.staff) == ("showing.noted", "staff-1")
    assert fact.args == {"customer": clients.MINSEO, "store": shop.HERE, "items": [list(one) for one in ITEMS]}


def test_nothing_is_told_of_who_says_no_or_of_nothing(book):
    no = clients.PEOPLE[1]
    refusing = type(no)(
        **{name: getattr(no, name) for name in no.__struct_fields__} | {"consents": {"profiling": False}}
    )
    clients.tell(book, "customer", [refusing], ver=2)
    actions.note_shown(book, clients.JANA, shop.HERE, "staff-1", ITEMS)
    actions.note_shown(book, clients.MINSEO, shop.HERE, "staff-1", [])
    actions.note_shown(book, "nobody", shop.HERE, "staff-1", ITEMS)
    assert told(book) == []


def test_what_a_manager_restores_is_used_again_at_once(book):
    with pytest.raises(Problem):
        actions.restore(book, shop.HERE, "viewed", "staff-1", "associate")
    actions.restore(book, shop.HERE, "viewed", "staff-2", "manager")
    due, viewed = actions.report(book, shop.HERE).reasons
    assert (viewed.retired_at, viewed.restored_by, viewed.judged.shown) == ("", "staff-2", 520)
    assert (due.restored_at, due.lately.share) == ("", 0.2)
    [fact] = told(book)
    assert (fact.kind, fact.id, fact.args) == ("reasons.restored", shop.HERE, {"reason": "viewed"})
    arrive(book, ver=2)
    assert not actions.report(book, shop.HERE).reasons[1].retired_at, "central has not heard of it yet"


def test_a_store_that_goes_is_forgotten(book):
    actions.restore(book, "elsewhere", "viewed", "staff-2", "manager")
    assert actions.report(book, "elsewhere") is None
    mirror.drop(book, MIRRORS["reasons"], "reasons", [RECORD.id])
    assert actions.report(book, shop.HERE) is None
