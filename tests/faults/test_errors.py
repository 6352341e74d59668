"""A3: at 240 failing calls to the disk nothing is said that is not so, nothing is lost and nothing breaks."""

import pytest

from tests.faults import errors
from tests.faults.many import figures_of
from tests.faults.tills import till, troubled

pytestmark = pytest.mark.slow


def test_a_failing_disk_never_makes_the_app_lie():
    found = figures_of("errors", "--points", 240, "--workers", 1)
    assert found["code"] == 0, found
    for deed in troubled.DEEDS:
        assert all(found[f"{deed} {calls} {error or 'write'}"] for calls, error in errors.FAULTS)
    for fault in ("Unknown", "Deaf", "Full"):
        assert found[f"fault {fault}"] > 10
    assert found["unknown"] > 0 and found["denied"] > 0 and found["told"] > 500


def test_an_app_that_takes_a_raised_commit_for_failed_is_found_out():
    found = figures_of("errors", "--points", 40, "--workers", 1, "--flaw", "failed")
    assert found["code"] == 1
    assert found["!wrongly denied"] > 0


@pytest.mark.parametrize("ever", [False, True])
@pytest.mark.parametrize("nth", range(1, 9))
def test_a_read_that_fails_at_the_start_is_not_taken_for_a_wrong_key(tmp_path, nth, ever):
    file = till.ground(tmp_path) / "tablet.sqlite"
    ended = errors._with("pread64", "error=EIO", nth, ever, lambda tell: troubled.opened(file, tell))
    assert ended.code == 0
    assert {words[1] for words in ended.said if words[0] == "fault"} <= {"Deaf", "Damaged"}
