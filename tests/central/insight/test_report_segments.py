"""A segment is named in both languages by what sets it apart."""

import numpy as np
import pytest

from clienteling.central.insight.report_segments import Line, name, table
from clienteling.central.insight.segments import Found, Lift, Segment
from clienteling.central.insight.traits import Word

BAGS = Segment(
    np.arange(30), 0.91,
    (Lift(Word("category", "Bags"), 4.12), Lift(Word("brand", "Hanok"), 2.0)),
    (Lift(Word("price", "high"), 1.4), Lift(Word("channel", "online"), 2.1), Lift(Word("rhythm", "monthly"), 1.5)),
    np.ones(4),
)  # fmt: skip
DOUBTFUL = Segment(np.arange(40), 0.4, BAGS.signature, (), np.ones(4))


def test_its_name_says_what_sets_it_apart():
    assert name(BAGS, "en") == "Bags, Hanok · at higher prices · mostly online · about every month"
    assert name(BAGS, "ko") == "가방, Hanok · 높은 가격대 · 주로 온라인 · 한 달에 한 번쯤"


@pytest.mark.parametrize(("kept", "said"), [(3.46, "3.5"), (None, "new"), (float("nan"), "-")])
def test_the_table_shows_people_stability_and_what_they_kept(kept, said):
    lines = list(table(Found((DOUBTFUL, BAGS), np.arange(120)), [Line(BAGS, kept)], 735_000))
    assert lines[0] == "As of 2013-05-12: 120 people with a history, 1 segments"
    assert lines[2].split() == ["30", "25.0%", "0.91", said, "Bags", "(4.1),", "Hanok", "(2.0)"]
    assert [line.strip()[:4] for line in lines[3:5]] == ["en: ", "ko: "]
    assert lines[-1].startswith("1 more are not shown")
