"""Operations: each decided once, whatever is sent again and whoever sends it at the same time."""

import asyncio
from dataclasses import replace

import msgspec
import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from clienteling.central.sync import actions
from clienteling.central.sync.domain import Refused, Verdict, Words
from clienteling.contract.v1.sync import Operation
from tests.helpers.actions import by

OP = "0196f000-0000-7000-8000-000000000001"


class Poured(msgspec.Struct):
    """A made-up fact."""

    cups: int


class Bar:
    """A made-up feature that counts what it was told; `refuse` makes it say no."""

    def __init__(self):
        self.told = []
        self.refuse = None

    def poured(self, tx, by, id, base, args):
        actions.feed.touch(tx, "cup", id, base + 1, [f"store:{by.store}"])
        tx.execute(sa.insert(actions.store.opened_scope).values(device=by.op, scope=id, until=""))
        if self.refuse:
            raise self.refuse
        self.told.append((by.staff, id, args.cups))
        return Verdict(base + 1, {"cups": args.cups})


@pytest.fixture
def bar(central):
    """The made-up feature in place of the real ones."""
    bar = Bar()
    central.words = Words(
        {"cup.poured": (Poured, bar.poured)}, {}, lambda tx, by, staff: replace(by, staff=staff), None
    )
    return bar


def operation(**more):
    return Operation(**({"op": OP, "kind": "cup.poured", "id": "c1", "args": {"cups": 2}, "staff": "ann"} | more))


def tell(central, told, **who):
    return central.run(actions.tell, central.words, by(**who), told)


def test_the_first_answer_stands_for_every_retry(central, bar):
    first = tell(central, operation())
    assert (first.status, first.ver, first.result) == (200, 1, {"cups": 2})
    assert [tell(central, operation()) for _ in range(3)] == [first] * 3
    assert bar.told == [("ann", "c1", 2)]
    assert central.told("store:here")["cup", "c1"] == 1


def test_twins_at_the_same_moment_are_decided_once(central, bar):
    async def both():
        return await asyncio.gather(*(central.db.run(actions.tell, central.words, by(), operation()) for _ in range(6)))

    answers = central.runner.run(both())
    assert {answer.status for answer in answers} == {200}
    assert len(central.rows("opened_scope")) == 1


@pytest.mark.logs("operation reused")
def test_the_same_id_with_another_body_is_a_conflict_and_recorded(central, bar):
    """B14: never silent, and what was told first stands."""
    tell(central, operation())
    answer = tell(central, operation(args={"cups": 3}))
    assert answer.status == 409 and "something else" in answer.title
    assert [(row["what"], row["device"]) for row in central.rows("access_record")] == [
        ("operation.reused", "tablet-here")
    ]
    assert tell(central, operation()).status == 200


@pytest.mark.logs("operation reused")
def test_the_log_tells_of_a_reused_id_without_what_was_said(central, bar):
    tell(central, operation())
    with capture_logs() as logged:
        tell(central, operation(args={"cups": 3, "for": "김민서"}, id="010-1234-5678"))
    assert logged == [{"event": "operation reused", "device": "tablet-here", "log_level": "warning"}]


def test_another_device_may_use_the_same_id(central, bar):
    assert tell(central, operation()).status == tell(central, operation(id="c2"), store="there").status == 200


@pytest.mark.parametrize("status", [404, 409, 410, 422])
def test_a_refusal_is_kept_and_leaves_nothing_behind(central, bar, status):
    bar.refuse = Refused(status, "No more cups", {"cups": 0})
    refused = tell(central, operation())
    bar.refuse = None
    assert (refused.status, refused.title, refused.theirs) == (status, "No more cups", {"cups": 0})
    assert tell(central, operation()) == refused
    assert ("cup", "c1") not in central.told("store:here") and not central.rows("opened_scope")


def test_a_mistake_of_ours_is_not_kept(central, bar):
    bar.refuse = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        tell(central, operation())
    bar.refuse = None
    assert tell(central, operation()).status == 200


@pytest.mark.parametrize(
    "told",
    [
        operation(kind="cup.broken"),
        operation(args={"cups": "two"}),
        operation(args={}),
        operation(op=""),
        operation(op="x" * 65),
        operation(id=""),
        operation(id="x" * 65),
        operation(args={"cups": 1, "text": "\x00"}),
        operation(args={"cups": 2**70, "text": "\x00"}),
    ],
)
def test_what_cannot_be_meant_is_rejected(central, bar, told):
    assert tell(central, told).status == 422
    assert not bar.told


def test_a_number_too_large_for_the_database_is_rejected(central, bar):
    bar.refuse = OverflowError()
    assert tell(central, operation()).status == 422


@pytest.mark.parametrize(
    ("at", "believed"),
    [
        ("2026-01-02T10:00:00+09:00", "2026-01-02T01:00:00.000Z"),
        ("2999-01-01T00:00:00Z", None),
        ("2026-01-02T10:00:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_devices_time_is_believed_where_it_can_be(central, bar, at, believed):
    seen = []
    words = replace(central.words, who=lambda tx, by, staff: seen.append(by.at) or by)
    before = actions.now()
    central.run(actions.tell, words, by(), operation(at=at))
    assert seen[0] == believed if believed else before <= seen[0] <= actions.now()
