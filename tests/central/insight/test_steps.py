"""A finished step is not done again; what is damaged or of other lines is."""

import numpy as np
import pytest

from clienteling.central.insight import training
from clienteling.central.insight.steps import FOLDER, Steps
from tests.helpers.gift_shop import CUT


class Work:
    """A step, and how often it was done."""

    def __init__(self):
        self.times = 0

    def __call__(self):
        self.times += 1
        return np.arange(3), np.array(True), np.empty((0, 2), dtype=np.float32)


def test_a_step_is_done_once(tmp_path):
    work = Work()
    first, again = (Steps(tmp_path, "lines").once("one", work) for _ in range(2))
    assert work.times == 1
    assert all(
        np.array_equal(mine, other) and mine.dtype == other.dtype for mine, other in zip(first, again, strict=True)
    )
    Steps(tmp_path, "lines").once("another", work)
    assert work.times == 2


def test_steps_of_other_lines_are_of_no_use(tmp_path):
    work = Work()
    for mark in ("lines", "other lines", "lines"):
        Steps(tmp_path, mark).once("one", work)
    assert work.times == 3
    assert len(list((tmp_path / FOLDER).iterdir())) == 1


@pytest.mark.parametrize("left", [b"", b"PK\x03\x04 cut off", b"no archive"])
def test_a_damaged_step_is_done_again(tmp_path, left):
    work, steps = Work(), Steps(tmp_path, "lines")
    steps.once("one", work)
    [file] = tmp_path.glob(f"{FOLDER}/*/one.npz")
    file.write_bytes(left)
    steps.once("one", work)
    steps.once("one", work)
    assert work.times == 2


def test_without_room_it_is_learned_all_the_same(tmp_path):
    (tmp_path / FOLDER).write_text("where the folder should be")
    assert len(Steps(tmp_path, "lines").once("one", Work())) == 3


def test_in_the_end_nothing_is_left(tmp_path):
    steps = Steps(tmp_path, "lines")
    steps.once("one", Work())
    steps.forget()
    assert not (tmp_path / FOLDER).exists()


@pytest.mark.slow
def test_a_learning_that_was_ended_goes_on_and_comes_to_the_same(engine, model, tmp_path, monkeypatch):
    def stop(step, done, total):
        if step == "rhythms":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        training.train(engine, CUT, stop, Steps(tmp_path, "lines").once)
    for done in ("_day", "_wanted", "_basket"):
        monkeypatch.delattr(training, done)
    later = training.train(engine, CUT, lambda step, done, total: None, Steps(tmp_path, "lines").once)
    people = range(0, len(model.known.customers), 9)
    assert [later.choices(place) for place in people] == [model.choices(place) for place in people]
