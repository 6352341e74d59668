"""Trees learn what is there, foretell chances, and are the same for the same input."""

import numpy as np
import pytest

from clienteling.central.insight import measures, trees


def world(count=6000, seed=3):
    random = np.random.default_rng(seed)
    rows = random.random((count, 4)).astype(np.float32)
    chance = np.where((rows[:, 0] > 0.5) & (rows[:, 1] > 0.3), 0.8, 0.1)
    return rows, random.random(count) < chance, chance


def test_they_find_what_no_single_number_says_and_foretell_chances():
    rows, happened, _ = world()
    learned = trees.fit(rows, happened, np.ones(len(rows)), 100, 4, 0.15)
    other, came, chance = world(seed=4)
    foretold = learned.chances(other)
    assert measures.auc(foretold, came) > measures.auc(chance, came) - 0.02
    assert measures.calibration_error(foretold, came) < 0.04
    assert foretold.min() > 0 and foretold.max() < 1


def test_leaving_out_most_of_what_did_not_happen_keeps_the_chances():
    rows, happened, _ = world(20000)
    rare = happened & (np.arange(len(rows)) % 5 == 0)
    kept = rare | (np.random.default_rng(1).random(len(rows)) < 0.2)
    learned = trees.fit(rows[kept], rare[kept], np.where(rare[kept], 1, 5.0), 60, 4, 0.15)
    assert learned.chances(rows).mean() == pytest.approx(rare.mean(), rel=0.1)


def test_the_same_input_gives_the_same_trees():
    rows, happened, _ = world(2000)
    one, other = (trees.fit(rows, happened, np.ones(len(rows)), 10, 3, 0.1) for _ in range(2))
    assert np.array_equal(one.values, other.values) and np.array_equal(one.thresholds, other.thresholds)


def test_columns_that_say_nothing_or_little():
    rows, happened, chance = world(3000)
    flat = np.column_stack([np.zeros(len(rows)), rows[:, 0] > 0.5, rows[:, 1] > 0.3]).astype(np.float32)
    learned = trees.fit(flat, happened, np.ones(len(rows)), 40, 3, 0.2)
    assert measures.auc(learned.chances(flat), happened) > measures.auc(chance, happened) - 0.01
    all_flat = trees.fit(flat[:, :1], happened, np.ones(len(rows)), 5, 2, 0.1)
    assert all_flat.chances(flat[:, :1]) == pytest.approx(happened.mean(), rel=0.01)


def test_the_mean_of_several():
    rows, happened, _ = world(2000)
    one, other = (trees.fit(rows, happened, np.ones(len(rows)), 10, 3, 0.1, seed) for seed in (1, 2))
    assert not np.array_equal(one.values, other.values)
    logits = [np.log(each / (1 - each)) for each in (one.chances(rows), other.chances(rows))]
    assert trees.mean(one, other).chances(rows) == pytest.approx(1 / (1 + np.exp(-np.mean(logits, axis=0))))
