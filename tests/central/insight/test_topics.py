"""Topics that were planted are found again; what is only noise is not stable."""

import numpy as np
import pytest
from scipy import sparse

from clienteling.central.insight import topics

PEOPLE, WORDS = 300, 24


def planted(seed=1):
    """Each person has one of three groups of eight words."""
    random = np.random.default_rng(seed)
    rows = np.zeros((PEOPLE, WORDS))
    for person in range(PEOPLE):
        group = 8 * (person % 3)
        rows[person, group + random.choice(8, 4, replace=False)] = random.uniform(0.5, 1.5, 4)
        rows[person, random.integers(0, WORDS)] += 0.2
    return sparse.csr_matrix(rows)


def noise(seed=1):
    return sparse.random(PEOPLE, WORDS, 0.2, format="csr", random_state=np.random.default_rng(seed))


def test_what_was_planted_is_found():
    parts = topics.factor(planted(), 3, seed=1)
    groups = parts.topics.reshape(3, 3, 8).sum(axis=2)
    assert sorted(groups.argmax(axis=1)) == [0, 1, 2] and (groups.max(axis=1) / groups.sum(axis=1) > 0.9).all()
    whose = groups.argmax(axis=1)[parts.weights.argmax(axis=1)]
    assert (whose == np.arange(PEOPLE) % 3).mean() > 0.97


def test_nothing_is_below_nothing_and_each_topic_has_length_one():
    parts = topics.factor(planted(), 3, seed=5)
    assert (parts.weights >= 0).all() and (parts.topics >= 0).all()
    assert np.linalg.norm(parts.topics, axis=1) == pytest.approx([1, 1, 1])


def test_more_topics_miss_less_and_all_of_them_little():
    matrix = planted()
    missed = [
        np.linalg.norm(matrix.toarray() - parts.weights @ parts.topics)
        for parts in (topics.factor(matrix, count, seed=1) for count in (1, 3, 24))
    ]
    assert missed[0] > missed[1] > missed[2] and missed[2] < 0.35 * missed[1]


def test_the_same_seed_gives_the_same_topics():
    one, other, another = (topics.factor(noise(), 4, seed) for seed in (1, 1, 2))
    assert (one.topics == other.topics).all() and (one.weights == other.weights).all()
    assert not np.allclose(one.topics, another.topics)


def test_what_was_planted_is_stable_and_noise_is_not():
    steps = []
    real = topics.stability(planted(), topics.factor(planted(), 3, 1).topics, lambda *step: steps.append(step))
    made_up = topics.stability(noise(), topics.factor(noise(), 6, 1).topics)
    assert real.min() > 0.95 > 0.75 > made_up.mean()
    assert steps == [(at, 6) for at in range(6)]


def test_pairs_are_the_most_alike_together():
    columns, alike = topics.matched(np.eye(3), np.eye(3)[[2, 0, 1]])
    assert columns.tolist() == [1, 2, 0] and alike.tolist() == [1, 1, 1]


def test_rows_of_nothing_are_of_no_topic():
    parts = topics.factor(sparse.csr_matrix((5, 4)), 2, seed=1)
    assert np.isfinite(parts.topics).all() and np.isfinite(parts.weights).all()
