"""B3, B11 and C1: short stories of two tablets and the web, drawn by Hypothesis, against a model of a hundred lines.

They are played in a process of their own: what Hypothesis draws from a seed depends on all that is imported.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.histories import model
from tests.faults.stories import FLAWS

pytestmark = pytest.mark.slow
STORIES, EDITED, HUNT, LONGEST = 150, 400, 200, 100


def played(*options):
    """What became of so many stories."""
    command = [sys.executable, "-m", "tests.faults.stories", *map(str, options)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    print(done.stdout, done.stderr)
    return done


def test_the_model_stays_small():
    assert len(Path(model.__file__).read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_model_central_and_screens_agree_in_the_end():
    assert played("--examples", STORIES).returncode == 0


def test_no_edit_of_two_associates_is_lost_without_a_word():
    """C1: fields merge or stand before a person, wordings are kept, what was deleted stays so."""
    assert played("--edits", "--examples", EDITED).returncode == 0


@pytest.mark.parametrize("flaw", FLAWS)
def test_a_planted_bug_is_found(flaw):
    done = played("--examples", HUNT, "--flaw", flaw)
    assert done.returncode == 1
    assert "AssertionError" in done.stderr
