"""A client who stands there twice, on her page."""

from clienteling.desktop.sync import outbox
from tests.desktop.customers.test_actions_merge import tell


def test_one_of_two_entries_stays_and_the_page_shows_it(book, twin, show, db, run, qtbot):
    run(db.run(tell_twice))
    book.open("new")
    page = show("clienteling.desktop.clientbook", "CustomerPage", model=book)
    qtbot.waitUntil(lambda: "She may stand here twice, also as 김민서." in page.texts())
    twin.compare()
    page.click("gone-email")
    with qtbot.waitSignal(twin.done) as decided:
        page.click("twin-merge")
    assert decided.args == ["old"]
    (told,) = run(db.read(outbox.outstanding, "customer", "old"))
    assert told.args == {"other": "new", "set": {"email": "new@x"}}
    qtbot.waitUntil(lambda: not page.has("twin-merge"))


def tell_twice(tx):
    tell(tx, "old", email="old@x")
    tell(tx, "new", name="Min Seo", email="new@x", twins=["old"])


def test_a_page_of_somebody_who_has_become_another_leads_there(book, db, run, qtbot):
    run(db.run(tell, "old", also=["new"]))
    with qtbot.waitSignal(book.led) as led:
        book.open("new")
    assert led.args == ["old"]
