"""The sync chip and the sync centre as a person meets them."""

import pytest

from clienteling.contract.v1.sync import Answer, Operation
from clienteling.desktop.sync import mirror, outbox
from clienteling.desktop.sync.connection import Connection
from clienteling.desktop.sync.drainer import Drainer
from clienteling.desktop.sync.viewmodel import SyncViewModel
from tests.desktop.sync.conftest import Toy, act, change, fact, states

DESCRIBE = {"tally": lambda operation: f"{operation.args['n']} added to {operation.id}"}


@pytest.fixture
def drainer(toy_db, central):
    """A drainer that a test moves by hand."""
    return Drainer(toy_db, central, lambda: "device", {"tally": Toy()}, Connection())


@pytest.fixture
def sync(toy_db, tasks, drainer, language, qtbot):
    """The view model over an empty outbox, online."""
    sync = SyncViewModel(toy_db, tasks, drainer, DESCRIBE)
    drainer.connection.answered()
    sync.reload()
    qtbot.waitUntil(lambda: not sync.loading)
    return sync


@pytest.fixture
def tell(toy_db, run):
    """Make a fact, in a state."""

    def made(operation, status=None, title="", theirs=None):
        run(toy_db.run(act, Toy(), operation))
        if status:
            run(toy_db.run(answer, operation.op, Answer(operation.op, status, 1, title, theirs or {})))
        return operation

    def answer(tx, op, given):
        n = next(item.n for item in outbox.items(tx) if item.operation.op == op)
        outbox.settle(tx, n, {200: "delivered", 409: "conflict"}.get(given.status, "rejected"), given)

    return made


def words(sync):
    return [(row[1], row[2], row[3]) for row in sync.items.rows]


def test_the_chip_says_how_it_stands(sync, drainer, tell, qtbot):
    assert (sync.state, sync.chip) == ("online", "Synced just now")
    tell(fact())
    qtbot.waitUntil(lambda: (sync.state, sync.chip) == ("syncing", "Sending 1"))
    drainer.connection.lost(20)
    assert (sync.state, sync.chip) == ("offline", "Offline · 1 waiting")
    assert sync.sentence == "Next try in 20 s. You can keep selling."
    tell(fact("b"), status=422)
    qtbot.waitUntil(lambda: sync.state == "needsYou")
    drainer.connection.answered()
    assert sync.chip == "1 needs you"
    tell(fact("c"), status=422)
    qtbot.waitUntil(lambda: sync.chip == "2 need you")


def test_before_any_answer_it_is_connecting(toy_db, tasks, drainer, language):
    sync = SyncViewModel(toy_db, tasks, drainer, DESCRIBE)
    assert (sync.chip, sync.headline) == ("Connecting", "Connecting")


def test_a_tablet_that_is_not_known_says_what_to_do(sync, drainer):
    drainer.connection.refused("Who?")
    assert (sync.headline, sync.offline) == ("Central does not know this tablet", True)
    assert sync.sentence == "Ask your manager to register it again. Your work is kept."


def test_each_state_has_its_word(sync, tell, qtbot):
    tell(fact("a", 1), status=200)
    tell(fact("b", 2))
    tell(fact("c", 3), status=422, title="Not thirteen.")
    wanted = [
        ("3 added to c", "Not thirteen.", "Needs you"),
        ("2 added to b", "Kept on this tablet until central has it", "Waiting"),
        ("1 added to a", "Central has it", "Delivered"),
    ]
    qtbot.waitUntil(lambda: words(sync) == wanted)


def test_central_is_quoted_in_the_language_of_the_screen(sync, tell, language, qtbot):
    language.apply("ko")
    tell(fact(), status=409, title="Someone else changed this meanwhile.")
    qtbot.waitUntil(lambda: [row[2] for row in sync.items.rows] == ["그사이 다른 분이 내용을 바꿨어요."])
    assert sync.chip == "1건 확인 필요"


def test_a_refused_fact_is_sent_again_by_hand(sync, tell, toy_db, run, show, qtbot):
    refused = tell(fact(), status=422, title="Not today.")
    page = show("clienteling.desktop.sync", "SyncPage", model=sync)
    page.click("decide")
    page.wait("resend")
    assert "Not today." in page.texts()
    page.click("resend")
    qtbot.waitUntil(lambda: run(toy_db.read(states)) == ["pending"])
    (anew,) = run(toy_db.read(outbox.sendable, 1))
    assert (anew.operation.args, anew.operation.op != refused.op) == (refused.args, True)
    qtbot.waitUntil(lambda: not page.has("decide"))


def test_a_refused_fact_is_let_go_and_centrals_word_stands(sync, tell, toy_db, run, show, qtbot):
    run(toy_db.run(mirror.apply_changes, {"tally": Toy()}, "store:g", [change("a", 1, 10)]))
    tell(fact("a", 5), status=422)
    page = show("clienteling.desktop.sync", "SyncPage", model=sync, dark=True)
    page.click("decide")
    page.click("letGo")
    qtbot.waitUntil(lambda: sync.items.count == 0)
    assert run(toy_db.read(Toy().values)) == {"a": 10}
    qtbot.waitUntil(lambda: any("Nothing is waiting" in text for text in page.texts()))


def test_both_values_of_a_field_stand_side_by_side(sync, tell, show, qtbot):
    args = {"n": 0, "set": {"phone": "+821099990000", "says": ["wool itches"]}}
    patched = Operation("op-1", "tally.patched", "c1", args, 1, "ann", "2026-11-21T10:00:00+00:00")
    tell(patched, status=409, theirs={"phone": "+821055554444"})
    page = show("clienteling.desktop.sync", "SyncPage", model=sync, size=(800, 1200))
    page.click("decide")
    page.wait("resend")
    qtbot.waitUntil(lambda: {"Phone", "010-9999-0000", "010-5555-4444"} <= set(page.texts()))
    assert "wool itches" not in page.texts()


def test_a_practice_outage_cuts_and_mends(sync, drainer, central, show, qtbot):
    page = show("clienteling.desktop.sync", "SyncPage", model=sync)
    page.click("practise")
    qtbot.waitUntil(lambda: central.cut)
    assert drainer._wake.is_set()
    page.click("practise")
    qtbot.waitUntil(lambda: not central.cut)


def test_the_progress_of_the_first_load_is_shown_until_it_is_done(sync, drainer, qtbot):
    drainer.progress("store:g", 300, 1200)
    assert sync.progress == 0.25
    drainer.connection.answered()
    assert sync.progress == 1.0
