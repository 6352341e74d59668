"""Plain lines about people: each says what it follows from."""

from datetime import date

from clienteling.central.clientbook import report
from clienteling.central.clientbook.domain import Standing, ratios

FIRST, LAST, PRESENT = (date.fromisoformat(day).toordinal() for day in ("2026-01-05", "2026-09-12", "2026-11-21"))
MINSEO = Standing(
    "minseo", "act", {"bought": 7, "viewed": 3}, 33, False, {"minseo": (7, FIRST, LAST, 9)}, PRESENT, "KRW"
)


def test_her_stage_and_her_rhythm_with_the_facts():
    assert list(report.standing(MINSEO)) == [
        "path: act (bought 7, viewed 3)",
        "rhythm: slipping (bought on 7 days, last on 2026-09-12; judged by a usual gap of 33 days; as of 2026-11-21)",
    ]


def test_of_somebody_new_there_is_less_to_say():
    once = MINSEO._replace(buyers={"minseo": (1, LAST, LAST, 9)}, gap=0)
    assert list(report.standing(once))[1] == (
        "rhythm: not known (bought on 1 day, last on 2026-09-12; no usual gap is known; as of 2026-11-21)"
    )
    assert list(report.standing(Standing("x", "aware", {}, 0, False, {}, PRESENT, ""))) == [
        "path: aware (nothing was seen of her)"
    ]


def test_who_said_no_is_not_judged():
    lines = list(report.standing(MINSEO._replace(is_silent=True)))
    assert len(lines) == 2 and lines[1] == "She has said no to being profiled: nothing is foreseen of her."


def test_the_ratios_of_each_store():
    told = {"here": ratios({"act": 3, "advocate": 1, "aware": 4})}
    assert list(report.ratios(told)) == [
        "here: PAR 0.500, BAR 0.125 (aware 4, appeal 0, ask 0, act 3, advocate 1)",
    ]
