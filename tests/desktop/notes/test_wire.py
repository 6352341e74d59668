"""Central's records become rows, and this tablet's facts lie over them."""

import msgspec

from clienteling.contract.v1 import notes as v1
from clienteling.contract.v1.sync import Answer, Change
from clienteling.desktop.notes import actions, store
from clienteling.desktop.notes.domain import Reader
from clienteling.desktop.notes.wire import NoteMirror
from clienteling.desktop.sync import mirror, outbox

AUTHOR = Reader("author", "associate", "gangnam")
MANAGER = Reader("manager", "manager", "gangnam")
MIRRORS = {"note": NoteMirror()}


def change(ver, *texts, review="unreviewed", reason=""):
    versions = [v1.NoteVersion(n, text, "author", f"2026-11-2{n}T10:00:00Z") for n, text in enumerate(texts, 1)]
    record = v1.Note("n1", "minseo", "author", "gangnam", "team", review, versions, reason=reason)
    return Change("note", "n1", ver, data=msgspec.Raw(msgspec.msgpack.encode(record)))


def test_the_last_version_is_shown(tx):
    mirror.apply_changes(tx, MIRRORS, "store:gangnam", [change(2, "First", "Second")])
    note = store.get(tx, "n1")
    assert (note.text, note.version, note.written_at[:10], note.edited_at[:10]) == (
        "Second",
        2,
        "2026-11-21",
        "2026-11-22",
    )


def test_an_untold_edit_stays_over_what_central_says_meanwhile(tx):
    mirror.apply_changes(tx, MIRRORS, "store:gangnam", [change(1, "First")])
    actions.edit(tx, AUTHOR, "n1", "Mine")
    mirror.apply_changes(tx, MIRRORS, "store:gangnam", [change(2, "First", review="reword", reason="Kinder")])
    note = store.get(tx, "n1")
    assert (note.text, note.review) == ("Mine", "unreviewed")


def test_a_tombstone_takes_the_note_away(tx):
    mirror.apply_changes(tx, MIRRORS, "store:gangnam", [change(1, "First")])
    mirror.apply_changes(tx, MIRRORS, "store:gangnam", [Change("note", "n1", 2, deleted=True)])
    assert store.get(tx, "n1") is None


def test_of_a_redacted_note_only_the_decision_is_kept_for_a_central_that_was_put_back(tx):
    mirror.apply_changes(tx, MIRRORS, "store:gangnam", [change(1, "First")])
    actions.edit(tx, AUTHOR, "n1", "Had knee surgery")
    actions.review(tx, MANAGER, "n1", "redacted", "Health")
    told = outbox.sendable(tx, 10)
    for ver, item in enumerate(told, 2):
        outbox.settle(tx, item.n, "acked", Answer(item.operation.op, 200, ver=ver))
    mirror.apply_changes(tx, MIRRORS, "store:gangnam", [change(3, "", review="redacted", reason="Health")])
    assert [item.operation.kind for item in outbox.of_entity(tx, "note", "n1")] == ["note.reviewed"]
    mirror.tell_again(tx, MIRRORS)
    mirror.apply_changes(tx, MIRRORS, "store:gangnam", [change(1, "First")])
    assert (store.get(tx, "n1").text, store.get(tx, "n1").review) == ("", "redacted")
