"""Every cell of who may read, change and review which note."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.desktop.notes.domain import (
    MAX_CHARACTERS,
    Note,
    Reader,
    fits,
    may_change,
    may_read,
    may_review,
    tidy,
)

AUTHOR = Reader("author", "associate", "gangnam")
COLLEAGUE = Reader("colleague", "associate", "gangnam")
MANAGER = Reader("manager", "manager", "gangnam")
OTHER_MANAGER = Reader("elsewhere", "manager", "hongdae")
WRITING_MANAGER = Reader("author", "manager", "gangnam")


def note(visibility="team", review="unreviewed"):
    return Note("n", "c", "author", "gangnam", visibility, review, "Likes wool", 1, "t", "t")


@pytest.mark.parametrize(
    ("reader", "team", "private"),
    [
        (AUTHOR, True, True),
        (COLLEAGUE, True, False),
        (MANAGER, True, True),
        (OTHER_MANAGER, True, False),
    ],
)
def test_who_reads(reader, team, private):
    assert may_read(note("team"), reader) is team
    assert may_read(note("private"), reader) is private


@pytest.mark.parametrize("review", ["unreviewed", "approved", "reword", "redacted"])
def test_only_the_author_changes_a_note_and_nobody_a_redacted_one(review):
    assert may_change(note(review=review), AUTHOR) is (review != "redacted")
    assert not may_change(note(review=review), COLLEAGUE)
    assert not may_change(note(review=review), MANAGER)


def test_only_another_manager_of_the_store_reviews_and_only_once():
    reviews = ("unreviewed", "approved", "reword", "redacted")
    readers = (AUTHOR, COLLEAGUE, MANAGER, OTHER_MANAGER, WRITING_MANAGER)
    allowed = {
        (reader.staff, reader.role, review)
        for reader, review in itertools.product(readers, reviews)
        if may_review(note(review=review), reader)
    }
    assert allowed == {("manager", "manager", "unreviewed")}


@given(st.text())
def test_a_tidied_wording_has_no_control_characters_and_stays_tidy(text):
    once = tidy(text)
    assert tidy(once) == once
    assert not any(ord(sign) < 32 and sign != "\n" for sign in once)


def test_one_to_five_hundred_characters_fit():
    assert [fits("가" * n) for n in (0, 1, MAX_CHARACTERS, MAX_CHARACTERS + 1)] == [False, True, True, False]


def test_signs_that_turn_the_reading_direction_are_dropped():
    assert tidy("safe\u202etxt.exe") == "safetxt.exe"
