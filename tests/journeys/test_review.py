"""A note from its writing over a manager's verdict to what its author sees; a redacted wording is gone."""

from clienteling.contract.v1.notes import MAX_CHARACTERS
from tests.helpers.screen import until
from tests.helpers.shop_folder import MINSEO, made
from tests.helpers.town import ALSO_HERE

WORDING = "이 문장은 지워져야 해요"
REASON = "건강 이야기는 적지 않아요"
ASSOCIATE, MANAGER = made(5, 1), made(5, 3)


def test_a_redacted_wording_is_gone(town, tablets):
    author = tablets().synced().sign_in("이서준").open_customer(MINSEO).note(WORDING).synced()
    manager = tablets(ALSO_HERE).synced().sign_in("한소라")
    assert WORDING.encode() in _bytes(author) and WORDING.encode() in _bytes(manager)

    _decide(manager, "redact", REASON)
    author.synced()
    author.screen.wait_for("매니저")
    [[note, text, review]] = author.rows("SELECT id, text, review FROM note")
    assert (text, review) == ("", "redacted")
    _author_sees(author, REASON)

    assert _audit(town, note, MANAGER).json()[0]["text"] == WORDING
    assert _audit(town, note, ASSOCIATE).status_code == 403
    for tablet in (author, manager):
        tablet.synced()
        assert WORDING.encode() not in _bytes(tablet)


def test_a_note_to_reword_goes_back_and_forth(town, tablets):
    author = tablets().synced().sign_in("이서준").open_customer(MINSEO).note("키가 작으세요").synced()
    manager = tablets(ALSO_HERE).synced().sign_in("한소라")
    _decide(manager, "askReword", "치수로 적어 주세요")
    until(lambda: author.app.notes.returned == 1, why="to come back by a nudge")
    _author_sees(author, "치수로 적어 주세요")
    author.screen.click("rewordNote")
    author.screen.click("noteText")
    author.screen.type(" (상의 55)")
    author.screen.click("saveNote")
    until(lambda: author.app.notes.returned == 0)
    author.synced()
    until(lambda: manager.app.notes.toReview == 1, why="to be reviewed again")
    manager.screen.wait_for("(상의 55)")
    manager.screen.click("approve")
    until(lambda: manager.app.notes.toReview == 0)
    manager.synced()
    assert town.rows("SELECT review FROM note") == [("approved",)]
    assert town.one("SELECT count(*) FROM note_version") == 2


def test_a_note_has_500_characters_at_most(tablets):
    tablet = tablets().synced().sign_in().open_customer(MINSEO)
    tablet.app.notes.write(MINSEO, "가" * (MAX_CHARACTERS + 1), False)
    until(lambda: tablet.problems, why="to be said")
    assert tablet.rows("SELECT id FROM note") == []


def _decide(manager, verdict, reason):
    manager.screen.click("rail-notes")
    manager.screen.click(verdict)
    manager.screen.click("reason")
    manager.screen.type(reason)
    manager.screen.click("confirmDecision")
    until(lambda: manager.app.notes.toReview == 0, why="to be reviewed")
    manager.synced()


def _author_sees(author, reason):
    author.screen.click("rail-notes")
    author.app.notes.show("mine")
    author.screen.wait_for(reason)


def _audit(town, note, staff):
    headers = {"Authorization": f"Bearer {town.shop.tablets[0]}", "Staff": staff}
    return town.ask(town.client.get(f"/v1/notes/{note}/audit", headers=headers))


def _bytes(tablet):
    """Everything that can be read out of the tablet's database by whoever has its key."""
    tables = [name for (name,) in tablet.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    values = [value for table in tables for row in tablet.rows(f'SELECT * FROM "{table}"') for value in row]
    return b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in values)
