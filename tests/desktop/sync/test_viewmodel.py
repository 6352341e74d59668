"""The sync chip and the sync centre as a person meets them."""

import msgspec
import pytest
from nacl.public import PrivateKey
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clienteling.contract.v1.sync import Answer, Operation
from clienteling.desktop.customers import wire_words as customers
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync import held, mirror, outbox
from clienteling.desktop.sync.connection import Connection
from clienteling.desktop.sync.drainer import Drainer
from clienteling.desktop.sync.escrow import Escrow
from clienteling.desktop.sync.viewmodel import SyncViewModel
from clienteling.desktop.sync.words import Entry, Words
from tests.desktop.sync.conftest import Toy, act, change, fact, states
from tests.helpers import damage

WORDS = {
    "tally": Words(
        lambda operation: f"{operation.args['n']} added to {operation.id}",
        customers.sides,
        customers.chosen,
        lambda _tx, operation: [Entry("n", "How many", str(operation.args["n"]))],
        lambda operation, values: msgspec.structs.replace(operation, args={"n": counted(values["n"])}),
    )
}


def counted(text):
    """A number, or the problem that it is none."""
    if not text.isdigit():
        raise Problem("Enter a name.")
    return int(text)


@pytest.fixture
def drainer(toy_db, central):
    """A drainer that a test moves by hand."""
    return Drainer(toy_db, central, lambda: "device", {"tally": Toy()}, Connection())


@pytest.fixture
def escrow(tmp_path):
    """The sealed file of a tablet that knows no central yet."""
    return Escrow(tmp_path / "outbox.sealed", "token")


@pytest.fixture
def sync(toy_db, tasks, drainer, language, escrow, qtbot):
    """The view model over an empty outbox, online."""
    sync = SyncViewModel(toy_db, tasks, drainer, WORDS, escrow)
    drainer.connection.answered()
    sync.reload()
    qtbot.waitUntil(lambda: sync.listState == "empty")
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


def test_before_any_answer_it_is_connecting(toy_db, tasks, drainer, escrow, language):
    sync = SyncViewModel(toy_db, tasks, drainer, WORDS, escrow)
    assert (sync.chip, sync.headline) == ("Connecting", "Connecting")


def test_a_tablet_that_is_not_known_says_what_to_do(sync, drainer):
    drainer.connection.refused()
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


def test_a_fact_of_another_version_does_not_hide_the_others(sync, tell, toy_db, run, qtbot):
    tell(fact("a", 1), status=200)
    run(toy_db.run(outbox.put, msgspec.structs.replace(fact("b"), args={"many": 2})))
    qtbot.waitUntil(lambda: [row[1] for row in sync.items.rows] == ["tally.added", "1 added to a"])


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


def write(page, name, text):
    """Write over what stands in a field."""
    page.wait(name).childItems()[0].forceActiveFocus()
    QTest.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    page.type(text)


@pytest.fixture
def doubted(tell):
    """Two fields met another's change, a third did not."""
    mine = {"phone": "+821099990000", "name": "Mina", "says": ["wool itches"]}
    patched = Operation("op-1", "tally.set", "c1", {"n": 0, "set": mine}, 1, "ann", "2026-11-21T10:00:00+00:00")
    return tell(patched, status=409, theirs={"phone": "+821055554444", "name": "Minah"})


def test_both_values_of_a_field_stand_side_by_side_and_centrals_is_chosen(sync, doubted, show, qtbot):
    page = show("clienteling.desktop.sync", "SyncPage", model=sync, size=(800, 1200))
    page.click("decide")
    page.wait("resend")
    qtbot.waitUntil(lambda: {"Phone", "010-9999-0000", "010-5555-4444"} <= set(page.texts()))
    assert "wool itches" not in page.texts()
    assert [page.find(name).property("selected") for name in ("theirs-phone", "mine-phone")] == [True, False]


def test_field_by_field_one_is_chosen_and_all_else_is_told_in_one_fact(sync, doubted, toy_db, run, show, qtbot):
    page = show("clienteling.desktop.sync", "SyncPage", model=sync)
    page.click("decide")
    page.click("mine-phone")
    page.click("resend")
    qtbot.waitUntil(lambda: not page.has("decide"))
    (item,) = run(toy_db.read(outbox.items))
    assert (item.state, item.operation.base, item.operation.op != doubted.op) == ("pending", 1, True)
    assert item.operation.args["set"] == {"phone": "+821099990000", "says": ["wool itches"]}
    assert item.operation.args["over"] == {"phone": "+821055554444"}


def test_a_refused_fact_is_written_anew_where_it_is_decided(sync, tell, toy_db, run, show, qtbot):
    tell(fact(n=13), status=422, title="Not thirteen.")
    page = show("clienteling.desktop.sync", "SyncPage", model=sync)
    page.click("decide")
    write(page, "entry-n", "no number")
    page.click("resend")
    qtbot.waitUntil(lambda: "Enter a name." in page.texts())
    assert run(toy_db.read(states)) == ["rejected"], "what cannot stand is not told"
    write(page, "entry-n", "12")
    page.click("resend")
    qtbot.waitUntil(lambda: run(toy_db.read(states)) == ["pending"])
    (item,) = run(toy_db.read(outbox.items))
    assert (item.operation.args, run(toy_db.read(Toy().values))) == ({"n": 12}, {"a": 12})
    qtbot.waitUntil(lambda: not page.has("decide"))


def test_a_practice_outage_cuts_and_mends(sync, drainer, central, show, qtbot):
    page = show("clienteling.desktop.sync", "SyncPage", model=sync)
    page.click("practise")
    qtbot.waitUntil(lambda: central.cut)
    assert drainer._wake.is_set()
    page.click("practise")
    qtbot.waitUntil(lambda: not central.cut)


def test_what_is_sealed_is_saved_for_support(sync, escrow, tell, toy_db, run, problems, show, qtbot, home, monkeypatch):
    monkeypatch.setenv("CLIENTELING_HOME", str(home))
    page = show("clienteling.desktop.sync", "SyncPage", model=sync)
    page.click("exportSealed")
    qtbot.waitUntil(lambda: [str(one) for one in problems.told] == ["There is nothing to save yet."])
    run(toy_db.run(held.pin_key, bytes(PrivateKey.generate().public_key)))
    told = tell(fact())
    run(toy_db.run(escrow.trust))
    page.click("exportSealed")
    qtbot.waitUntil(lambda: sync.exported != "")
    (file,) = (home / "exports").iterdir()
    assert file.read_bytes() == escrow.file.read_bytes() and file.read_text().startswith(told.op)
    assert str(file) in sync.exported


WEATHERS = {
    "away": ("Offline", "Offline since", "Next try in 20 s. You can keep selling."),
    "slow": ("Slow network", "Slow network since", "Next try in 20 s. You can keep selling."),
    "portal": ("Wi-Fi sign-in needed", "The Wi-Fi asks you to sign in", "Open a browser and sign in"),
    "busy": ("Central is busy", "Central asks for a short pause", "Next try in 20 s."),
    "closed": ("Central is busy", "Central takes nothing in at the moment", "You still see what others do."),
    "fault": ("Central has a fault", "Central has a fault since", "Next try in 20 s."),
    "cut": ("Practice outage", "Practice outage since", "Nothing leaves this tablet"),
}


@pytest.mark.parametrize("why", WEATHERS)
def test_why_central_is_out_of_reach_is_said_in_plain_words(sync, drainer, why, language):
    drainer.connection.lost(20, why)
    chip, headline, sentence = WEATHERS[why]
    assert (sync.chip, sync.state, sync.offline) == (chip, "offline", True)
    assert sync.headline.startswith(headline) and sync.sentence.startswith(sentence)
    language.apply("ko")
    assert sync.chip != chip and not language.missing


def test_the_progress_of_the_first_load_is_shown_until_it_is_done(sync, drainer, qtbot):
    drainer.progress("store:g", 300, 1200)
    assert sync.progress == 0.25
    drainer.connection.answered()
    assert sync.progress == 1.0


def test_the_queue_that_could_not_be_read_is_read_again(sync, toy_db, tell, show, qtbot):
    tell(fact())
    page = show("clienteling.desktop.sync", "SyncPage", model=sync)
    with damage.unreadable(toy_db):
        sync.reload()
        qtbot.waitUntil(lambda: sync.listState == "error")
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: sync.listState == "rows")
