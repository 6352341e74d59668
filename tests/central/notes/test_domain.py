"""Every cell of role x note: who may change, delete and review what."""

import pytest

from clienteling.central.notes import domain
from clienteling.central.notes.domain import Standing

NOTE = Standing(author="ann", store="here", version=2, deleted=False, review="unreviewed")
GONE = NOTE._replace(deleted=True)


@pytest.mark.parametrize(("staff", "note", "status"), [("ann", NOTE, None), ("bob", NOTE, 422), ("ann", GONE, 410)])
def test_only_the_author_edits_what_is_there(staff, note, status):
    objection = domain.against_editing(note, staff)
    assert (objection and objection.status) == status


@pytest.mark.parametrize(
    ("staff", "role", "store", "may"),
    [
        ("ann", "associate", "here", True),
        ("bob", "associate", "here", False),
        ("bob", "manager", "here", True),
        ("bob", "manager", "there", False),
        (None, None, "here", False),
    ],
)
def test_the_author_or_a_manager_of_the_store_deletes(staff, role, store, may):
    assert (domain.against_deleting(NOTE, staff, role, store) is None) == may


@pytest.mark.parametrize(
    ("staff", "role", "store", "verdict", "version", "reason", "status"),
    [
        ("bob", "manager", "here", "approved", 2, "", None),
        ("bob", "manager", "here", "reword", 2, "too personal", None),
        ("bob", "manager", "here", "redacted", 2, "health", None),
        ("bob", "manager", "here", "redacted", 2, " ", 422),
        ("bob", "manager", "here", "reword", 2, "", 422),
        ("bob", "manager", "here", "approved", 1, "", 409),
        ("bob", "manager", "there", "approved", 2, "", 422),
        ("bob", "associate", "here", "approved", 2, "", 422),
        ("ann", "manager", "here", "approved", 2, "", 422),
        (None, None, "here", "approved", 2, "", 422),
    ],
)
def test_a_second_person_reviews_the_wording_that_stands(staff, role, store, verdict, version, reason, status):
    objection = domain.against_reviewing(NOTE, staff, role, store, verdict, version, reason)
    assert (objection and objection.status) == status


def test_a_deleted_note_is_not_reviewed():
    objection = domain.against_reviewing(GONE, "bob", "manager", "here", "approved", 2, "")
    assert objection and objection.status == 410


@pytest.mark.parametrize(
    ("text", "kept"), [(" a ", "a"), ("", None), ("  ", None), ("가" * 500, "가" * 500), ("가" * 501, None)]
)
def test_a_wording_has_1_to_500_characters(text, kept):
    assert domain.wording(text) == kept


@pytest.mark.parametrize("stands", domain.STRICTNESS)
@pytest.mark.parametrize("verdict", ["approved", "reword", "redacted"])
def test_of_two_verdicts_the_stricter_wins(stands, verdict):
    note = NOTE._replace(review=stands)
    objection = domain.against_reviewing(note, "bob", "manager", "here", verdict, 2, "health")
    milder = domain.STRICTNESS[verdict] < domain.STRICTNESS[stands]
    assert (objection and objection.status) == (409 if milder else None)
