"""C5: whatever order edits and verdicts of several people arrive in, no step is taken that the rules forbid."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from clienteling.central.notes.domain import STRICTNESS
from clienteling.contract.v1 import notes as v1
from tests.helpers.actions import MINSEO, Central, by, open_shop

pytestmark = pytest.mark.slow

PEOPLE = {
    "ann": by(staff="ann"),
    "boss": by(staff="boss", role="manager", device="office"),
    "deputy": by(staff="deputy", role="manager", device="desk"),
    "stranger": by("there", staff="stranger", role="manager"),
}
VERDICTS = st.sampled_from(["approved", "reword", "redacted"])


class Desk(RuleBasedStateMachine):
    """One note; tablets that were offline tell what they saw then: `seen` is any wording that ever stood."""

    def __init__(self) -> None:
        super().__init__()
        self.central = Central("sqlite+aiosqlite://")
        self.central.run(open_shop)

    def teardown(self) -> None:
        self.central.close()

    @initialize(author=st.sampled_from(["ann", "boss"]))
    def write(self, author):
        self.author, self.wordings, self.stands, self.deleted = author, ["first private"], "unreviewed", False
        self.redacted: set[str] = set()
        self.reviewer = None
        told = v1.Written(MINSEO, "here", "first private", "team")
        assert self.central.tell(PEOPLE[author], "note.written", "n1", told).status == 200

    @rule(who=st.sampled_from(sorted(PEOPLE)))
    def edit(self, who):
        text = f"wording {len(self.wordings)}"
        answer = self.central.tell(PEOPLE[who], "note.edited", "n1", v1.Edited(text))
        assert (answer.status == 200) == (who == self.author and not self.deleted)
        if answer.status == 200:
            self.wordings.append(text)
            self.stands, self.reviewer = "unreviewed", None

    @rule(who=st.sampled_from(sorted(PEOPLE)), verdict=VERDICTS, data=st.data())
    def review(self, who, verdict, data):
        seen = data.draw(st.integers(1, len(self.wordings)))
        answer = self.central.tell(PEOPLE[who], "note.reviewed", "n1", v1.Reviewed(verdict, seen, "why"))
        theirs = who in {"boss", "deputy"} and who != self.author and not self.deleted
        fresh = seen == len(self.wordings) and STRICTNESS[verdict] >= STRICTNESS[self.stands]
        assert (answer.status == 200) == (theirs and fresh), answer
        if answer.status == 200 and self.stands != verdict:
            self.stands, self.reviewer = verdict, who
            self.redacted |= set(self.wordings) if verdict == "redacted" else set()

    @precondition(lambda self: len(self.wordings) > 2)
    @rule(who=st.sampled_from(sorted(PEOPLE)))
    def delete(self, who):
        answer = self.central.tell(PEOPLE[who], "note.deleted", "n1", v1.Deleted())
        assert (answer.status == 200) == (self.deleted or who in {self.author, "boss", "deputy"})
        self.deleted = self.deleted or answer.status == 200

    @invariant()
    def it_stands_as_the_rules_say(self):
        [row] = self.central.rows("note", id="n1")
        assert (row["review"], row["reviewer"], row["deleted"]) == (self.stands, self.reviewer, self.deleted)
        assert row["reviewer"] is None or row["reviewer"] != row["author"]
        open_wordings = {row["text"] for row in self.central.rows("note_version")} - {""}
        assert open_wordings == set(self.wordings) - self.redacted
        assert {row["text"] for row in self.central.rows("note_audit")} == self.redacted


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
