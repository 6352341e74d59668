"""What somebody buys, counted in words; each kind of word weighs as it should."""

import numpy as np
import pytest

from clienteling.central.insight import tables, traits
from clienteling.central.insight.engine import Engine
from clienteling.central.insight.traits import Trait, Word
from tests.helpers.gift_shop import lines

CUT = 400
PRODUCTS = {f"p{at}": Trait("Coats" if at < 6 else "Scarves", "Hanok", 100 * at) for at in range(8)}


@pytest.fixture(scope="module")
def told():
    """Forty people: the even ones buy coats every month, mostly online; the odd ones a scarf once a season."""
    rows = []
    for person in range(40):
        even = person % 2 == 0
        for at, day in enumerate(range(100, 400, 30 if even else 90)):
            rows.append((f"c{person:02d}", f"b{person}-{day}", day, f"p{at % 6 if even else 6 + at % 2}"))
    engine = Engine(lines(*rows))
    known = engine.known(CUT)
    spans = engine.columns(tables.spans(tables.before(engine.lines, CUT)))
    channels = {f"c{at:02d}": {"store": 1, "online": 5} if at % 2 == 0 else {"store": 3} for at in range(40)}
    engine.close()
    return traits.said(known, PRODUCTS, spans, channels)


def counts(told, person):
    row = told.counts[person].toarray().ravel()
    return {word: row[at] for at, word in enumerate(told.words) if row[at]}


def test_each_purchase_is_said_in_words(told):
    assert counts(told, 0) == {
        Word("category", "Coats"): 6, Word("brand", "Hanok"): 6, Word("price", "low"): 2, Word("price", "high"): 2,
        Word("channel", "online"): 1, Word("rhythm", "monthly"): 1,
    }  # fmt: skip
    assert counts(told, 1) == {
        Word("category", "Scarves"): 2, Word("brand", "Hanok"): 2, Word("channel", "store"): 1,
        Word("rhythm", "seasonal"): 1,
    }  # fmt: skip


def test_a_product_of_no_category_has_its_brand_alone():
    engine = Engine(lines(*((f"c{at:02d}", f"b{at}", 1, "p0") for at in range(20))))
    known = engine.known(2)
    engine.close()
    found = traits.of_products(known, traits._owned(known), {"p0": Trait("", "Hanok")})
    assert found.words == (Word("brand", "Hanok"),) and found.counts.sum() == 20


def test_a_product_without_a_trait_says_nothing(told):
    assert Word("category", "Boots") not in told.words
    assert {word.kind for word in told.words} == {"category", "brand", "price", "channel", "rhythm"}


def test_what_few_bought_is_no_word(told, monkeypatch):
    monkeypatch.setattr(traits, "FEWEST_PEOPLE", 41)
    engine = Engine(lines(("c", "b", 1, "p0")))
    found = traits.said(engine.known(2), PRODUCTS, engine.columns(tables.spans(engine.lines)), {})
    engine.close()
    assert found.words == () and found.counts.shape == (1, 0)


def test_each_kind_weighs_as_it_should_and_what_all_have_little(told):
    among = np.arange(40)
    matrix = traits.tfidf(told, among)
    for kind, weight in traits.WEIGHTS.items():
        lengths = np.sqrt(np.asarray(matrix[:, told.columns(kind)].power(2).sum(axis=1)).ravel())
        assert lengths[lengths > 0] == pytest.approx(weight)
    assert matrix.shape == told.counts.shape


def test_the_columns_keep_their_order(told):
    matrix, at = traits.tfidf(told, np.arange(40)), told.words.index(Word("category", "Scarves"))
    assert matrix[1, at] == pytest.approx(traits.WEIGHTS["category"]) and matrix[0, at] == 0
