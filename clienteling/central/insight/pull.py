"""How much each product draws each other, from who bought what; knows no person's list and no engine.

EASE: Steck (2019), Embarrassingly shallow autoencoders for sparse data; its negative weights say nothing aloud and are
left out. It inverts a matrix of all products, so that above MOST_PRODUCTS shrunken co-occurrence takes its place.
"""

from __future__ import annotations

import numpy as np
from scipy import linalg, sparse

from clienteling.central.insight.domain import FEWEST_PEOPLE, Array, Known

MOST_PRODUCTS = 10_000
RIDGE = 200.0
KEPT = 50
"""How many products may draw one."""
LIFT, FLOOD, SHRINK = 0.3, 0.7, 20.0
"""c_ij / (n_i^LIFT * n_j^FLOOD + SHRINK): popular companions count less, rare ones are not believed at once."""
_BLOCK = 500


def ease(known: Known) -> sparse.csr_matrix:
    """Row j, column i: how much product i draws product j; the KEPT strongest of each row."""
    weights = closed_form(known)
    blocks = (_strongest(weights[at : at + _BLOCK]) for at in range(0, len(weights), _BLOCK))
    return sparse.vstack(list(blocks), format="csr")


def closed_form(known: Known) -> Array:
    """All weights of EASE, the negative ones too, in the same order."""
    who = _bought(known)
    gram = (who.T @ who).toarray()
    gram[np.diag_indices_from(gram)] += RIDGE
    # symmetric, so that the transposed is the same in the order that LAPACK writes in place
    lower = linalg.cholesky(gram.T, lower=True, overwrite_a=True, check_finite=False)
    inverse = linalg.lapack.spotri(lower, lower=1, overwrite_c=1)[0].T
    _mirror(inverse)
    # the inverse is symmetric: its row j over -diag is column j as published
    own = -np.diag(inverse).copy()
    np.fill_diagonal(inverse, 0)
    inverse /= own[:, None]
    weights: Array = inverse
    return weights


def shrunken(one: Array, other: Array, times: Array, baskets: Array) -> sparse.csr_matrix:
    """The same from how often two products were in one basket, and in how many baskets each was."""
    strength = times / (baskets[one] ** LIFT * baskets[other] ** FLOOD + SHRINK)
    order = np.lexsort((-strength, other))
    rank = np.arange(len(order)) - np.searchsorted(other[order], other[order])
    kept = order[rank < KEPT]
    shape = (len(baskets), len(baskets))
    return sparse.csr_matrix((strength[kept].astype(np.float32), (other[kept], one[kept])), shape=shape)


def counted(pull: sparse.csr_matrix, one: Array, other: Array, times: Array) -> Array:
    """For each entry of a pull in how many baskets the two products were; 0 where that was not told."""
    together = sparse.csr_matrix((times.astype(np.int32), (other, one)), shape=pull.shape)
    drawn = np.repeat(np.arange(pull.shape[0]), np.diff(pull.indptr))
    found: Array = np.asarray(together[drawn, pull.indices]).ravel()
    return found


def shared(pull: sparse.csr_matrix, known: Known) -> Array:
    """For each entry of a pull how many people bought the two, in one basket or not; 0 for fewer than FEWEST_PEOPLE."""
    who = _bought(known).tocsc()
    found = []
    for at in range(0, pull.shape[0], _BLOCK):
        rows = pull[at : at + _BLOCK]
        both = (who[:, at : at + _BLOCK].T @ who).toarray()
        found.append(both[np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr)), rows.indices])
    people = np.concatenate(found).astype(np.int32)
    return np.where(people >= FEWEST_PEOPLE, people, 0)


def _bought(known: Known) -> sparse.csr_matrix:
    """Persons by products, 1 for what somebody bought."""
    shape = (len(known.customers), len(known.products))
    ones = np.ones(len(known.personal["product"]), dtype=np.float32)
    return sparse.csr_matrix((ones, (known.personal["customer"], known.personal["product"])), shape=shape)


def _mirror(upper: Array) -> None:
    """Write what stands above the diagonal below it too, a block at a time, which is quicker than all at once."""
    for at in range(0, len(upper), _BLOCK):
        block, rest = slice(at, at + _BLOCK), slice(at + _BLOCK, None)
        upper[rest, block] = upper[block, rest].T
        corner = np.triu(upper[block, block])
        upper[block, block] = corner + np.triu(corner, 1).T


def _strongest(rows: Array) -> sparse.csr_matrix:
    """The KEPT largest of each row, as far as they are positive."""
    kept = min(KEPT, rows.shape[1])
    best = np.argpartition(-rows, kept - 1, axis=1)[:, :kept]
    weak = rows <= 0
    others = np.ones_like(weak)
    np.put_along_axis(others, best, False, axis=1)
    rows[others | weak] = 0
    return sparse.csr_matrix(rows)
