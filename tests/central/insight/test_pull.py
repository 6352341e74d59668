"""What draws what, against the formulas written out, and what goes together in a small shop."""

import numpy as np
import pytest
from scipy import sparse

from clienteling.central.insight import pull
from clienteling.central.insight.engine import Engine
from tests.helpers.gift_shop import lines


@pytest.mark.parametrize("block", [500, 7])
def test_ease_is_the_closed_form(engine, monkeypatch, block):
    monkeypatch.setattr(pull, "_BLOCK", block)
    known = engine.known(400)
    who = np.zeros((len(known.customers), len(known.products)))
    who[known.personal["customer"], known.personal["product"]] = 1
    inverse = np.linalg.inv(who.T @ who + pull.RIDGE * np.eye(who.shape[1]))
    weights = -inverse / np.diag(inverse)
    np.fill_diagonal(weights, 0)
    found = pull.ease(known).toarray().T
    assert np.allclose(pull.closed_form(known).T, weights, atol=1e-5)
    assert np.allclose(found[found > 0], weights[found > 0], atol=1e-5)
    assert (found >= 0).all()
    assert ((found > 0).sum(axis=0) <= pull.KEPT).all()


def test_tea_draws_its_cup_by_either_formula(engine):
    known = engine.known(400)
    names = list(known.products)
    for drawing in (pull.ease(known), pull.shrunken(*engine.companions(known), known.sold["baskets"])):
        for pair in range(10):
            cup = drawing[names.index(f"cup-{pair}")].toarray().ravel()
            assert names[int(cup.argmax())] == f"tea-{pair}"


def test_co_occurrence_is_shrunken():
    told = [(None, basket, 1, product) for basket in "abc" for product in ("tea", "cup")]
    engine = Engine(lines(*told))
    known = engine.known(2)
    drawing = pull.shrunken(*engine.companions(known), known.sold["baskets"])
    engine.close()
    assert drawing.toarray() == pytest.approx(np.array([[0, 3 / 23], [3 / 23, 0]]))


@pytest.mark.parametrize("block", [500, 1])
def test_how_many_people_bought_both(monkeypatch, block):
    """In whatever baskets; of two people nothing is said."""
    monkeypatch.setattr(pull, "_BLOCK", block)
    told = [(who, f"{who}{product}", 1, product) for who in "abc" for product in ("tea", "cup")]
    engine = Engine(lines(*told, *[(who, who, 1, product) for who in "de" for product in ("hat", "tea")]))
    known = engine.known(2)
    drawing = pull.ease(known)
    shared = sparse.csr_matrix((pull.shared(drawing, known), drawing.indices, drawing.indptr), drawing.shape)
    engine.close()
    cup, hat, tea = range(3)
    assert shared[cup, tea] == shared[tea, cup] == 3
    assert shared[hat, tea] == shared[tea, hat] == shared[cup, hat] == 0


def test_no_product_is_drawn_by_more_than_a_few():
    count = pull.KEPT + 10
    other = np.zeros(count, dtype=int)
    drawing = pull.shrunken(np.arange(1, count + 1), other, np.arange(1, count + 1), np.full(count + 1, 100))
    assert drawing[0].nnz == pull.KEPT
    assert drawing[0].toarray().ravel()[:11].sum() == 0, "the weakest are left out"
