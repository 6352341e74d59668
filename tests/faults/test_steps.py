"""A10: whatever statement or write of a step it is killed at, the store stands before the step or after it, whole."""

import pytest

from tests.faults import steps
from tests.faults.many import figures_of

pytestmark = pytest.mark.slow


def test_a_step_that_is_killed_is_taken_again_and_nothing_is_lost():
    found = figures_of("steps", "--workers", 1)
    assert found["code"] == 0, found
    for revision in steps.revisions():
        assert found[f"from {revision}, found at {revision}"] > 10, "it is as it was"
        assert found[f"from {revision}, found at {steps.NEXT}"] > 5, "or all steps are taken"
    between = {name for name in found if name.startswith("from") and not name.endswith(steps.NEXT)}
    assert between == {f"from {revision}, found at {revision}" for revision in steps.revisions()}
    assert found["killed by statement"] > 40 and found["killed by write"] > 100


def test_steps_that_commit_each_statement_are_found_out():
    found = figures_of("steps", "--points", 30, "--workers", 1, "--flaw", "each its own")
    assert found["code"] == 1
    assert found["!rot"] > 0
