"""A note that central did not take is worded anew in the sync centre."""

import pytest

from clienteling.contract.v1.sync import Operation
from clienteling.desktop.notes.wire_words import WORDS
from clienteling.desktop.runtime.problems import Problem


def test_the_wording_is_written_anew_and_nothing_else_of_the_fact(tx):
    told = Operation(
        "op-1", "note.written", "n1", {"text": "Likes wool", "visibility": "team"}, at="2026-11-21T10:00:00Z"
    )
    (entry,) = WORDS.entries(tx, told)
    assert (entry.value, entry.kind, entry.limit) == ("Likes wool", "text", 500)
    assert WORDS.rewritten(told, {"text": " Likes linen "}).args == {"text": "Likes linen", "visibility": "team"}
    for wording in ("", "x" * 501):
        with pytest.raises(Problem):
            WORDS.rewritten(told, {"text": wording})


def test_a_decision_has_no_wording(tx):
    assert WORDS.entries(tx, Operation("op-1", "note.reviewed", "n1", {"verdict": "approved"})) == []
