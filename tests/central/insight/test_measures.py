"""Measures against cases that were counted by hand."""

import numpy as np
import pytest

from clienteling.central.insight import measures


def test_a_list_against_a_basket():
    found = measures.score([(np.array([1, 2, 3]), np.array([1, 3, 9, 8])), (np.array([4]), np.array([]))], 3)
    assert found.people == 1, "who bought nothing of the kind is not asked"
    assert found.recall == 0.5
    assert found.hit == 1
    assert found.ndcg == pytest.approx((1 + 0.5) / (1 + 1 / np.log2(3) + 0.5))


def test_a_short_list_and_nobody():
    assert measures.score([(np.array([7]), np.array([7]))], 10) == (1, 1, 1, 1)
    assert measures.score([], 10) == (0, 0, 0, 0)


def test_auc_with_ties():
    happened = np.array([True, False, True, False])
    assert measures.auc(np.array([0.9, 0.1, 0.8, 0.2]), happened) == 1
    assert measures.auc(np.array([0.5, 0.5, 0.5, 0.5]), happened) == 0.5
    assert measures.auc(np.array([0.5, 0.5, 0.9, 0.1]), happened) == pytest.approx(3.5 / 4)
    assert measures.auc(np.array([0.5, 0.6]), np.array([True, True])) == 0.5, "nothing to compare with"


def test_calibration_and_precision():
    chances, happened = np.repeat([0.2, 0.8], 10), np.array([True, *[False] * 9, *[True] * 9, False])
    assert measures.calibration_error(chances, happened, 2) == pytest.approx(0.1)
    assert measures.precision_at_top(chances, happened, 0.5) == 0.9
