"""The notes screens as an associate and a manager use them."""

import msgspec
import pytest

from clienteling.contract.v1 import customers as v1
from clienteling.contract.v1.sync import Change
from clienteling.desktop.customers.wire import CustomerMirror
from clienteling.desktop.notes import actions, store
from clienteling.desktop.notes.domain import Reader
from clienteling.desktop.notes.viewmodel import NotesViewModel
from clienteling.desktop.signin import store as signin
from clienteling.desktop.signin.domain import Person
from clienteling.desktop.signin.viewmodel import Session
from clienteling.desktop.sync import mirror
from tests.helpers import damage

HAEUN = Reader("haeun", "associate", "gangnam")


def fill(tx):
    people = [("haeun", "하은", "associate"), ("yukyung", "유경", "manager")]
    rows = [dict(id=id, name=name, role=role, store="gangnam", pin="", badge=id) for id, name, role in people]
    signin.save(tx, signin.staff, rows)
    record = v1.Customer("daniel", "Daniel Kim", "gangnam", phone="+821012345678")
    change = Change("customer", "daniel", 1, data=msgspec.Raw(msgspec.msgpack.encode(record)))
    mirror.apply_changes(tx, {"customer": CustomerMirror()}, "store:gangnam", [change])


@pytest.fixture
def session():
    session = Session()
    session.settle(dict(id="d", store="gangnam", tenant="t", name="Tablet 3", code="G3"), "Gangnam", "KRW")
    return session


@pytest.fixture
def notes(db, tasks, session, language, run):
    run(db.run(fill))
    return NotesViewModel(db, tasks, session)


def sign_in(session, id, name, role):
    session.begin(Person(id, name, role, "gangnam", ""))


def test_a_note_written_on_her_panel_stands_there(notes, session, show, qtbot):
    sign_in(session, "haeun", "하은", "associate")
    notes.open_customer("daniel")
    page = show("clienteling.desktop.notes", "NotesPanel", model=notes)
    page.click("addNote")
    page.wait("noteText").forceActiveFocus()
    page.type("Cannot stand long. 의자를 준비해 주세요.")
    page.click("saveNote")
    qtbot.waitUntil(lambda: notes.hers.count == 1)
    assert notes.hers.rows[0][4] == "Cannot stand long. 의자를 준비해 주세요."


def test_a_manager_sends_a_note_back_and_the_author_sees_why(notes, session, db, run, show, qtbot):
    run(db.run(actions.write, HAEUN, "daniel", "Mentioned knee surgery", False))
    sign_in(session, "yukyung", "유경", "manager")
    page = show("clienteling.desktop.notes", "NotesPage", model=notes)
    qtbot.waitUntil(lambda: notes.toReview == 1)
    page.click("askReword")
    page.wait("reason").forceActiveFocus()
    page.type("Say what to do, not why")
    page.click("confirmDecision")
    qtbot.waitUntil(lambda: notes.toReview == 0)
    sign_in(session, "haeun", "하은", "associate")
    notes.show("mine")
    qtbot.waitUntil(lambda: notes.returned == 1 and "Say what to do, not why" in page.texts())


def test_a_redacted_note_shows_no_wording(notes, session, db, run, show, qtbot):
    run(db.run(actions.write, HAEUN, "daniel", "Mentioned knee surgery", False))
    sign_in(session, "yukyung", "유경", "manager")
    page = show("clienteling.desktop.notes", "NotesPage", model=notes)
    page.click("redact")
    page.wait("reason").forceActiveFocus()
    page.type("Health")
    page.click("confirmDecision")
    notes.show("all")
    qtbot.waitUntil(lambda: notes.list.count == 1 and "Redacted" in page.texts())
    qtbot.waitUntil(lambda: not [text for text in page.texts() if "knee" in text])


def test_words_find_notes_and_an_empty_list_says_so(notes, session, db, run, qtbot):
    run(db.run(actions.write, HAEUN, "daniel", "Looks for a coat", False))
    sign_in(session, "haeun", "하은", "associate")
    notes.search("COAT")
    qtbot.waitUntil(lambda: notes.list.count == 1)
    notes.search("boots")
    qtbot.waitUntil(lambda: notes.list.count == 0)
    with qtbot.waitSignal(notes.counted) as counted:
        notes.count("coat")
    assert counted.args == ["coat", 1]


def test_a_note_on_her_panel_opens_at_the_desk(notes, session, db, run, show, qtbot):
    id = run(db.run(actions.write, HAEUN, "daniel", "Likes wool", False))
    sign_in(session, "haeun", "하은", "associate")
    notes.open_customer("daniel")
    page = show("clienteling.desktop.notes", "NotesPanel", model=notes, dark=True)
    opened = []
    page.page.noteOpened.connect(opened.append)
    page.click(f"note-{id}")
    assert opened == [id]


def test_the_desk_leads_to_the_client_and_back_to_the_list_in_portrait(notes, session, db, run, show, qtbot):
    id = run(db.run(actions.write, HAEUN, "daniel", "Likes wool", True))
    sign_in(session, "yukyung", "유경", "manager")
    page = show("clienteling.desktop.notes", "NotesPage", model=notes, size=(800, 1200))
    opened = []
    page.page.customerOpened.connect(opened.append)
    page.click(f"note-{id}")
    qtbot.waitUntil(lambda: any("for the author and managers" in text for text in page.texts()))
    page.click("openCustomer")
    assert opened == ["daniel"]
    page.click("back")
    qtbot.waitUntil(lambda: page.has(f"note-{id}") and not page.has("approve"))


def test_an_author_rewords_what_was_sent_back(notes, session, db, run, show, qtbot):
    id = run(db.run(actions.write, HAEUN, "daniel", "Difficult", False))
    run(db.run(actions.review, Reader("yukyung", "manager", "gangnam"), id, "reword", "Say what helps"))
    sign_in(session, "haeun", "하은", "associate")
    page = show("clienteling.desktop.notes", "NotesPage", model=notes)
    page.click("rewordNote")
    page.wait("noteText").forceActiveFocus()
    page.type("Offer a chair. ")
    page.click("saveNote")
    qtbot.waitUntil(lambda: notes.returned == 0)
    assert "Offer a chair." in notes.list.rows[0][4]


def test_the_page_speaks_korean_without_a_gap(notes, session, db, run, show, language, qtbot):
    language.apply("ko")
    run(db.run(actions.write, HAEUN, "daniel", "의자를 준비해 주세요", False))
    sign_in(session, "yukyung", "유경", "manager")
    page = show("clienteling.desktop.notes", "NotesPage", model=notes)
    page.wait("approve")
    assert "그대로 승인하기" in page.texts()
    assert not language.missing


def test_notes_that_could_not_be_read_are_read_again(notes, session, db, run, show, qtbot):
    run(db.run(actions.write, HAEUN, "daniel", "Cannot stand long", False))
    page = show("clienteling.desktop.notes", "NotesPage", model=notes)
    with damage.unreadable(db):
        sign_in(session, "yukyung", "유경", "manager")
        qtbot.waitUntil(lambda: notes.state == "error")
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: notes.state == "rows" and notes.list.count == 1)
    qtbot.waitUntil(lambda: notes.chosen.get("text") == "Cannot stand long")


def test_a_note_that_could_not_be_read_is_read_again(notes, session, db, run, show, qtbot, monkeypatch):
    run(db.run(actions.write, HAEUN, "daniel", "Cannot stand long", False))
    page = show("clienteling.desktop.notes", "NotesPage", model=notes)
    with monkeypatch.context() as patched:
        patched.setattr(store, "get", damage.fail)
        sign_in(session, "yukyung", "유경", "manager")
        qtbot.waitUntil(lambda: notes.noteState == "error")
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: notes.chosen.get("text") == "Cannot stand long")


def test_the_notes_about_her_that_could_not_be_read_are_read_again(notes, session, db, run, show, qtbot):
    run(db.run(actions.write, HAEUN, "daniel", "Cannot stand long", False))
    sign_in(session, "haeun", "하은", "associate")
    page = show("clienteling.desktop.notes", "NotesPanel", model=notes)
    with damage.unreadable(db):
        notes.open_customer("daniel")
        qtbot.waitUntil(lambda: notes.hersState == "error")
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: notes.hersState == "rows")
