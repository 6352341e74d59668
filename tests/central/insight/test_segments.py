"""Groups that were planted are found, named by what is true of them, and hold who is in them."""

import numpy as np
import pytest

from clienteling.central.insight import segments, tables, training_segments, traits
from clienteling.central.insight.engine import Engine
from tests.helpers.groups import GROUPS, PRODUCTS, planted

CUT = 400
SHOP = training_segments.shop(PRODUCTS, {}, set())


@pytest.fixture(scope="module")
def engine():
    running = Engine(planted())
    yield running
    running.close()


@pytest.fixture(scope="module")
def seen(engine):
    with pytest.MonkeyPatch.context() as fewer:
        fewer.setattr(segments, "MOST_TOPICS", 3)
        yield training_segments.find(engine, CUT, SHOP)


def test_the_groups_are_found_with_their_people(seen):
    shown = seen.found.shown
    assert len(shown) == 3 and all(one.stability > 0.9 for one in shown)
    signatures = {frozenset(lift.word.key for lift in one.signature) for one in shown}
    assert signatures == {frozenset(f"kind-{at}" for at in own) for own in GROUPS.values()}
    for one in shown:
        groups = [int(str(seen.known.customers[place])[1:]) % 3 for place in one.people]
        assert 60 <= len(groups) <= 110 and np.bincount(groups).max() / len(groups) > 0.85


def test_a_lift_is_true_in_what_was_bought(seen):
    segment = seen.found.shown[0]
    lift, at = segment.signature[0], seen.said.words.index(segment.signature[0].word)
    kinds = seen.said.columns("category")
    mine, everybody = (seen.said.counts[who][:, kinds] for who in (segment.people, seen.found.among))
    share, of_all = mine[:, at].sum() / mine.sum(), everybody[:, at].sum() / everybody.sum()
    assert lift.times == pytest.approx(share / of_all) and lift.times > 1.5


def test_they_go_on_buying_so(engine, seen):
    assert all(2 < one < 4 for one in training_segments.kept(engine, seen))


def test_who_does_not_want_to_be_profiled_is_in_none(engine, seen, monkeypatch):
    monkeypatch.setattr(segments, "MOST_TOPICS", 3)
    out = {f"c{at:03d}" for at in range(0, 240, 3)}
    found = training_segments.find(engine, CUT, training_segments.shop(PRODUCTS, {}, out))
    grouped = {str(found.known.customers[place]) for one in found.found.segments for place in one.people}
    assert not grouped & out and len(found.found.among) == 160
    assert not any("kind-0" in {lift.word.key for lift in one.signature} for one in found.found.shown)


def test_what_is_unstable_small_or_like_everybody_is_not_shown(seen):
    one = seen.found.shown[0]
    told = {"people": one.people, "stability": one.stability, "signature": one.signature}
    for worse in ({"stability": 0.5}, {"people": one.people[:5]}, {"signature": ()}):
        assert not segments.Segment(**{**told, **worse}, traits=(), topic=one.topic).is_shown


def test_nothing_is_found_among_few(engine):
    found = training_segments.find(engine, 30, SHOP)
    assert found.found.shown == []


def test_the_same_segment_is_known_again_on_another_day(engine, monkeypatch):
    monkeypatch.setattr(segments, "MOST_TOPICS", 3)
    present, kept = training_segments.history(engine, 600, SHOP)
    assert len(kept) == len(present.found.shown) == 3
    assert all(times is not None and 2 < times < 4 for times in kept)
    strange = traits.Word("category", "another")
    nobody = segments.before(present.found, present.said.words, present.found, (strange,) * len(present.said.words))
    assert nobody == [None] * 3


def test_the_days_of_a_person_are_told(engine):
    spans = engine.columns(tables.spans(tables.before(engine.lines, CUT)))
    assert spans["customer"][0] == "c000" and spans["days"][0] == len(range(int(spans["first"][0]), CUT, 40))
