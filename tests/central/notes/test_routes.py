"""What was redacted is read by managers of the note's store only, who say who they are."""

import pytest

from clienteling.central.notes import actions
from tests.helpers.actions import MINSEO, by


@pytest.mark.parametrize(
    ("who", "staff", "status"), [("here", "boss", 200), ("here", "ann", 403), ("here", "", 403), ("there", "far", 403)]
)
def test_who_reads_the_audit(web, who, staff, status):
    web.run(actions.write, by(), "n1", MINSEO, "Something private.", "team", None)
    web.run(actions.review, by(staff="boss", role="manager"), "n1", "redacted", 1, "health")
    answer = web.ask(who, "GET", "/v1/notes/n1/audit", staff=staff)
    assert answer.status_code == status
    assert ("Something private." in answer.text) == (status == 200)


def test_a_manager_decides_only_at_her_own_store(web):
    web.run(actions.write, by(), "n1", MINSEO, "Something.", "team", None)
    args = {"verdict": "approved", "version": 1}
    operation = {"op": "op-1", "kind": "note.reviewed", "id": "n1", "args": args, "staff": "far"}
    answers = web.ask("here", "POST", "/v1/sync/push", json={"device": "x", "ops": [operation]}).json()["answers"]
    assert answers[0]["status"] == 422
