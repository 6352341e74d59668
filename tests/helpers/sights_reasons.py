"""The managers' page of suggestions, and how she gets there."""

from collections.abc import Callable

from clienteling.desktop.reasons import store
from clienteling.desktop.reasons.domain import Night, Reason, Report, Tally
from tests.helpers.screen import pump, until
from tests.helpers.sights import Visit

DAYS = [f"2026-11-{day:02d}T18:20:00.000Z" for day in range(21, 7, -1)]
SCORES = (0.201, 0.236, 0.228, 0.241, 0.238, 0.229, 0.214, 0.209, 0.221, 0.233, 0.238, 0.24, 0.236, 0.231)
REASONS = (
    Reason("due", Tally(412, 61, 48, 4, 74), Tally(388, 40, 31, 6, 52)),
    Reason("together", Tally(389, 22, 13, 19, 26), Tally(401, 30, 17, 11, 35), restored_at=DAYS[6], restored_by=""),
    Reason("saved", Tally(96, 14, 9, 0, 18), Tally(80, 9, 6, 1, 12)),
    Reason("viewed", Tally(0), Tally(531, 6, 2, 40, 7), DAYS[3], Tally(522, 6, 2, 40, 7)),
)


def _reasons(visit: Visit) -> None:
    """A month of suggestions, one reason retired, two weeks of learning, and a night that went worse."""
    nights = tuple(
        Night(at, 64, score, 0.226, 0.061, 0.022, score > 0.226) for at, score in zip(DAYS, SCORES, strict=True)
    )
    here = visit.app.ground.session.store
    visit.tablet.do(store.save, Report(here, DAYS[0], REASONS, "plain", DAYS[0], nights))
    visit.app.navigator.go("settings")
    visit.tablet.screen.click("reasons")
    until(lambda: visit.app.reasons.state == "rows" and visit.app.reasons.rows.count == len(REASONS))
    pump(300)


REASONS_SIGHTS: dict[str, Callable[[Visit], None]] = {"reasons": _reasons}
