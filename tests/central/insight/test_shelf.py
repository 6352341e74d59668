"""What is kept says the same when it is taken again, and an interrupted write changes nothing."""

import numpy as np
import pytest

from clienteling.central.insight import shelf, training
from clienteling.central.insight.engine import Engine
from tests.helpers.gift_shop import habits


@pytest.fixture(scope="module")
def model():
    engine = Engine(habits(60, 300))
    yield training.train(engine, 280, lambda step, done, total: None)
    engine.close()


def test_the_same_lists(model, tmp_path):
    shelf.keep(model, tmp_path)
    kept = shelf.take(tmp_path)
    assert [kept.choices(place) for place in range(5)] == [model.choices(place) for place in range(5)]
    assert kept.bought_with(0, 3) == model.bought_with(0, 3)
    assert np.array_equal(kept.wanted.values, model.wanted.values)
    assert kept.known.place(str(model.known.customers[4])) == 4
    assert kept.known.place("nobody") is None and kept.known.place("") is None


def test_nothing_kept_and_another_shape(model, tmp_path, monkeypatch):
    assert shelf.take(tmp_path) is None
    shelf.keep(model, tmp_path)
    monkeypatch.setattr(shelf, "SHAPE", shelf.SHAPE + 1)
    assert shelf.take(tmp_path) is None


def test_a_write_that_breaks_off_leaves_the_last_one(model, tmp_path, monkeypatch):
    shelf.keep(model, tmp_path)
    before = (tmp_path / shelf.FILE).read_bytes()

    def break_off(file, **_arrays):
        file.write(b"half")
        raise OSError("no room")

    monkeypatch.setattr(np, "savez", break_off)
    with pytest.raises(OSError, match="no room"):
        shelf.keep(model, tmp_path)
    assert (tmp_path / shelf.FILE).read_bytes() == before
