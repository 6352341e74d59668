"""Notes at central: versions instead of overwriting, review by a second person, redaction that leaves no wording."""

import pytest

from clienteling.central.customers import actions as customers
from clienteling.central.notes import actions
from clienteling.central.sync.domain import Refused
from clienteling.contract.v1 import notes as v1
from tests.helpers.actions import MINSEO, YUNA, by

BOSS = by(staff="boss", role="manager", device="office")


def write(central, id="n1", text="Likes camel.", visibility="team", customer=MINSEO, who=None):
    return central.tell(who or by(), "note.written", id, v1.Written(customer, "here", text, visibility))


def review(central, verdict, version=1, reason="", who=BOSS, op=""):
    return central.tell(who, "note.reviewed", "n1", v1.Reviewed(verdict, version, reason), op=op)


def test_writing_again_is_writing_once(central):
    assert [write(central).ver, write(central).ver] == [1, 1]
    note = central.record("note", "n1")
    assert (note.review, note.store, [one.text for one in note.versions]) == ("unreviewed", "here", ["Likes camel."])


def test_an_edit_is_a_version_to_be_reviewed_again(central):
    write(central)
    assert review(central, "approved").ver == 2
    assert central.tell(by(), "note.edited", "n1", v1.Edited("Likes navy.")).ver == 3
    note = central.record("note", "n1")
    assert (note.review, [one.number for one in note.versions]) == ("unreviewed", [1, 2])
    assert central.tell(by(staff="bob"), "note.edited", "n1", v1.Edited("x")).status == 422


def test_a_verdict_on_an_old_version_is_a_conflict(central):
    write(central)
    central.tell(by(), "note.edited", "n1", v1.Edited("Likes navy."))
    answer = review(central, "approved", version=1)
    assert (answer.status, answer.theirs) == (409, {"version": 2, "review": "unreviewed"})


def test_nobody_reviews_their_own_note(central):
    write(central, who=BOSS)
    assert review(central, "approved").status == 422


def test_a_redacted_wording_is_in_the_audit_only(central):
    write(central, text="Something private.")
    central.run(actions.edit, by(), "n1", "Something else private.")
    assert review(central, "redacted", 2, "health").ver == 3
    assert review(central, "redacted", 2, "health").ver == 3, "the same verdict again is success"
    note = central.record("note", "n1")
    assert (note.review, note.reason, [one.text for one in note.versions]) == ("redacted", "health", ["", ""])
    assert all("private" not in str(row) for row in central.rows("note_version"))
    told = central.run(actions.audit, BOSS, "n1")
    assert [row["text"] for row in told] == ["Something private.", "Something else private."]
    assert central.rows("access_record", what="note.audit_read")[0]["staff"] == "boss"


@pytest.mark.parametrize("who", [by(), by(staff=None, role=None), by("there", staff="boss", role="manager")])
def test_the_audit_is_for_managers_of_the_store(central, who):
    write(central)
    review(central, "redacted", reason="health")
    with pytest.raises(Refused) as refused:
        central.run(actions.audit, who, "n1")
    assert refused.value.status == 403


def test_a_deleted_note_leaves_the_feed_and_stays_deleted(central):
    write(central)
    assert ("note", "n1") in central.told("store:here")
    for _ in range(2):
        assert central.tell(by(), "note.deleted", "n1", v1.Deleted()).ver == 2
    assert ("note", "n1") not in central.told("store:here")
    assert central.record("note", "n1") is None
    assert central.tell(by(), "note.edited", "n1", v1.Edited("x")).status == 410


def test_a_private_note_stays_in_its_store(central):
    write(central, "private", visibility="private", customer=YUNA)
    write(central, "team", customer=YUNA)
    assert {("note", "private"), ("note", "team")} <= set(central.told("store:here"))
    assert ("note", "private") not in central.told("store:there")
    assert ("note", "team") in central.told("store:there")
    scope = central.run(customers.fetch, by(), YUNA)
    assert ("note", "team") in central.told(scope) and ("note", "private") not in central.told(scope)


def test_what_cannot_be_written(central):
    assert write(central, text=" ").status == 422
    assert write(central, customer="nobody").status == 404
    assert write(central, who=by(staff=None)).status == 422
    assert review(central, "approved").status == 404
