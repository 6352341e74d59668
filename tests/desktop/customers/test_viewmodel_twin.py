"""The question whether two entries are one person, as it is met on her page."""

import pytest

from clienteling.desktop.customers import actions, wire
from clienteling.desktop.customers.viewmodel_twin import TwinViewModel
from clienteling.desktop.sync import outbox
from tests.desktop.customers.test_actions_merge import tell


@pytest.fixture
def woken():
    return []


@pytest.fixture
def twin(db, tasks, central, session, language, woken, run, qtbot):
    """The one made last is in front; the other is on this tablet."""
    run(db.run(tell, "old", phone="+821012345678", email="old@x", since="2024-01-05"))
    run(db.run(tell, "new", name="Min Seo", phone="+821012345678", email="new@x", twins=["old"]))
    twin = TwinViewModel(db, tasks, central, session, language, lambda: woken.append(1))
    twin.open("new")
    qtbot.waitUntil(lambda: twin.question != "")
    return twin


def facts(db, run, customer):
    return [(fact.kind, fact.args) for fact in run(db.read(outbox.outstanding, "customer", customer))]


def test_nothing_is_asked_of_whom_nobody_looks_like(twin, qtbot):
    assert twin.question == "She may stand here twice, also as 김민서."
    twin.open("old")
    qtbot.waitUntil(lambda: twin.question == "")
    assert twin.sides == []


def test_the_older_entry_stays_unless_the_other_is_chosen(twin):
    assert (twin.kept, [side["kept"] for side in twin.sides]) == (1, ["김민서", "old@x"])
    twin.keep(0)
    assert [side["kept"] for side in twin.sides] == ["Min Seo", "new@x"]
    assert [entry["name"] for entry in twin.entries] == ["Min Seo", "김민서"]
    assert twin.entries[1]["words"].startswith("010-1234-5678 · ")


def test_the_fields_chosen_go_along(twin, db, run, qtbot):
    with qtbot.waitSignal(twin.done) as decided:
        twin.merge(["email"])
    assert decided.args == ["old"]
    assert facts(db, run, "old") == [("customer.merged", {"other": "new", "set": {"email": "new@x"}})]


def test_two_people_are_told_apart(twin, db, run, qtbot):
    with qtbot.waitSignal(twin.done) as decided:
        twin.apart()
    assert decided.args == ["new"]
    assert facts(db, run, "new") == [("customer.told_apart", {"other": "old"})]
    qtbot.waitUntil(lambda: twin.question == "")


def test_one_of_another_store_is_fetched_before_they_are_compared(twin, db, run, told, woken, qtbot):
    run(db.run(lambda tx: wire.CustomerMirror().remove(tx, ["old"])))
    qtbot.waitUntil(lambda: twin.question == "She may be known in another store already.")
    told.tell("/v1/customers/old/fetch", {})
    twin.compare()
    qtbot.waitUntil(lambda: woken == [1])
    assert ("POST", "/v1/customers/old/fetch") in [asked[:2] for asked in told.asked]
    with qtbot.waitSignal(twin.ready):
        run(db.run(tell, "old", ver=2, phone="1"))
    assert run(db.read(actions.person, "old"))
