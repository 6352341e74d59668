"""Notes are found by their words and by whom they are about, in the one box at the top, and from her page."""

from tests.helpers.screen import until
from tests.helpers.shop_folder import MINSEO


def test_words_typed_at_the_top_lead_to_the_note_that_has_them(town, tablets):
    tablet = tablets().synced().sign_in().open_customer(MINSEO).note("Looks for a burgundy handbag.")
    tablet.app.navigator.go("today")
    tablet.screen.click("search")
    tablet.screen.type("burgundy")
    tablet.screen.click("notes-found")
    until(lambda: tablet.app.navigator.page == "notes" and tablet.app.notes.list.count == 1)
    tablet.screen.wait_for("Looks for a burgundy handbag.")


def test_a_name_typed_on_the_notes_page_finds_what_was_written_about_her(town, tablets):
    tablet = tablets().synced().sign_in().open_customer(MINSEO).note("Looks for a burgundy handbag.")
    tablet.app.navigator.go("notes")
    tablet.screen.click("search")
    tablet.screen.type("ㄱㅁㅅ")
    until(lambda: tablet.app.notes.words == "ㄱㅁㅅ" and tablet.app.notes.list.count == 1)
    tablet.app.navigator.search("없는이름")
    until(lambda: tablet.app.notes.list.count == 0)


def test_a_note_touched_on_her_page_opens_at_the_desk(town, tablets):
    tablet = tablets().synced().sign_in().open_customer(MINSEO).note("Looks for a burgundy handbag.")
    [[note]] = tablet.rows("SELECT id FROM note")
    tablet.screen.click(f"note-{note}")
    until(lambda: tablet.app.navigator.page == "notes", why="to be led to the notes")
    tablet.screen.wait("openCustomer")
