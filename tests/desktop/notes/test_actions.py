"""Writing and reviewing notes: the row and the fact together, by the same rules offline."""

import pytest

from clienteling.desktop.notes import actions, store
from clienteling.desktop.notes.domain import Reader
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync import outbox

AUTHOR = Reader("author", "associate", "gangnam")
MANAGER = Reader("manager", "manager", "gangnam")


def kinds(tx, id):
    return [operation.kind for operation in outbox.outstanding(tx, "note", id)]


def test_a_written_note_stands_in_the_list_and_in_the_outbox(tx):
    id = actions.write(tx, AUTHOR, "minseo", "  Prefers calls after 19:00 ", private=False)
    [note] = actions.of_customer(tx, AUTHOR, "minseo")
    assert (note.id, note.text, note.review, note.version) == (id, "Prefers calls after 19:00", "unreviewed", 1)
    assert kinds(tx, id) == ["note.written"]


@pytest.mark.parametrize("text", ["", " \n ", "가" * 501, "\u202e"])
def test_an_empty_or_endless_wording_is_refused_and_nothing_is_kept(tx, text):
    with pytest.raises(Problem):
        actions.write(tx, AUTHOR, "minseo", text, private=False)
    assert outbox.counts(tx) == (0, 0)


def test_an_edit_is_a_new_version_to_review_again(tx):
    id = actions.write(tx, AUTHOR, "minseo", "Difficult", private=False)
    actions.review(tx, MANAGER, id, "reword", "Describe, do not judge")
    assert store.get(tx, id).review == "reword"
    actions.edit(tx, AUTHOR, id, "Asks for a second opinion")
    note = store.get(tx, id)
    assert (note.version, note.review, note.reason) == (2, "unreviewed", "")
    assert kinds(tx, id) == ["note.written", "note.reviewed", "note.edited"]


def test_the_same_wording_again_tells_nothing(tx):
    id = actions.write(tx, AUTHOR, "minseo", "Likes wool", private=False)
    actions.edit(tx, AUTHOR, id, " Likes wool")
    assert kinds(tx, id) == ["note.written"]


def test_a_redacted_note_keeps_no_wording_here(tx):
    id = actions.write(tx, AUTHOR, "minseo", "Had knee surgery", private=False)
    actions.review(tx, MANAGER, id, "redacted", "Health")
    assert store.get(tx, id).text == ""
    assert store.search(tx, "knee") == []
    with pytest.raises(Problem):
        actions.edit(tx, AUTHOR, id, "Had knee surgery")


def test_sending_back_needs_a_reason(tx):
    id = actions.write(tx, AUTHOR, "minseo", "Likes wool", private=False)
    with pytest.raises(Problem, match="Say why"):
        actions.review(tx, MANAGER, id, "reword", "  ")
    assert store.get(tx, id).review == "unreviewed"


def test_nobody_reviews_their_own_note(tx):
    id = actions.write(tx, MANAGER, "minseo", "Likes wool", private=False)
    with pytest.raises(Problem):
        actions.review(tx, MANAGER, id, "approved")


def test_a_deleted_note_is_gone_here_and_told(tx):
    id = actions.write(tx, AUTHOR, "minseo", "Likes wool", private=True)
    actions.delete(tx, AUTHOR, id)
    assert store.get(tx, id) is None
    assert kinds(tx, id) == ["note.written", "note.deleted"]


def test_notes_are_found_by_any_word_whatever_its_case(tx):
    actions.write(tx, AUTHOR, "minseo", "Looking for a Coat for her mother, 사이즈 66", private=False)
    actions.write(tx, AUTHOR, "jana", "Wants English e-mails", private=False)
    assert [note.customer for note in store.search(tx, "COAT 66")] == ["minseo"]
    assert [note.customer for note in store.search(tx, "사이즈")] == ["minseo"]
    assert store.search(tx, "coat english") == []


def test_the_queue_is_oldest_first_and_counts_what_others_wrote(tx):
    first = actions.write(tx, AUTHOR, "minseo", "One", private=False)
    second = actions.write(tx, AUTHOR, "jana", "Two", private=True)
    assert [note.id for note in store.unreviewed(tx, "gangnam")] == [first, second]
    assert store.unreviewed_count(tx, "gangnam", "manager") == 2
    assert store.unreviewed_count(tx, "gangnam", "author") == 0
    actions.review(tx, MANAGER, first, "approved")
    assert [note.id for note in store.unreviewed(tx, "gangnam")] == [second]
