"""What central told a store of its reasons, over the small made shop."""

import msgspec
import pytest

from clienteling.contract.v1.reasons import Night, Reason, Reasons, Tally
from clienteling.contract.v1.sync import Change
from clienteling.desktop.reasons.viewmodel import ReasonsViewModel
from clienteling.desktop.reasons.wire import ReasonsMirror
from clienteling.desktop.signin.domain import Person
from clienteling.desktop.sync import mirror
from tests.helpers import clients, shop

MIRRORS = {"reasons": ReasonsMirror()}
DUE = Reason("due", Tally(200, 30, 24, 2, 40), Tally(100, 10, 8, 1, 15))
FAILED = Reason("viewed", Tally(40, 0, 0, 3, 0), retired_at="2026-11-18T18:00:00.000Z", judged=Tally(520, taken=9))
NIGHTS = [
    Night("2026-11-21T18:20:00.000Z", 64, 0.26, 0.24, 0.05, 0.02, True),
    Night("2026-11-20T18:20:00.000Z", 64, 0.2, 0.25, 0.05, 0.02, False),
]
RECORD = Reasons(shop.HERE, "2026-11-21T18:30:00.000Z", [DUE, FAILED], "learned", "2026-11-21T18:20:00.000Z", NIGHTS)


def arrive(tx, record=RECORD, ver=1):
    """Central's record arrives, as a page of the feed does."""
    change = Change("reasons", record.id, ver, data=msgspec.Raw(msgspec.msgpack.encode(record)))
    mirror.apply_changes(tx, MIRRORS, f"store:{record.id}", [change])


@pytest.fixture
def reasons(db, tasks, session, language, run):
    """The page's view model, with a manager at the tablet and nothing told yet."""
    run(db.run(clients.open_book))
    session.begin(Person("staff-2", "한소라", "manager", shop.HERE, ""))
    return ReasonsViewModel(db, tasks, session, language)
