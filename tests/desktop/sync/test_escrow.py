"""Every fact that somebody was told of lies sealed beside the store; what was never kept does not."""

import asyncio
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from nacl.public import PrivateKey

from clienteling.contract.v1.escrow import SealKey, unseal
from clienteling.contract.v1.sync import Answer
from clienteling.desktop.sync import escrow as sealing
from clienteling.desktop.sync import held, outbox
from clienteling.desktop.sync.escrow import Escrow
from tests.desktop.sync.conftest import Toy, act, fact, packed

CENTRAL = PrivateKey.generate()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "outbox.sealed"


@pytest.fixture
def escrow(toy_db, run, file):
    """What the app makes of it, after central has said its key."""
    run(toy_db.run(held.pin_key, bytes(CENTRAL.public_key)))
    return begin(toy_db, run, file)


def begin(db, run, file):
    """As at every start of the app."""
    escrow = Escrow(file, "the token")
    db.follow = escrow.follow
    run(db.run(escrow.trust))
    return escrow


def within(file):
    """The facts in the file, which central can open."""
    return [unseal(bytes(CENTRAL), line).operation for line in file.read_bytes().splitlines()]


def test_a_fact_is_sealed_when_whoever_made_it_hears_that_it_is_kept(escrow, toy_db, run, file):
    told = [run(toy_db.run(act, Toy(), fact(n=n))) for n in range(3)]
    assert within(file) == told
    assert unseal(bytes(CENTRAL), file.read_bytes().splitlines()[0]).token == "the token"
    assert file.stat().st_mode & 0o777 == 0o600


def test_what_was_not_kept_is_not_sealed(escrow, toy_db, run, file):
    def in_vain(tx):
        act(tx, Toy(), fact())
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(toy_db.run(in_vain))
    kept = run(toy_db.run(act, Toy(), fact("b")))
    assert within(file) == [kept]


def test_a_fact_is_not_sealed_before_it_is_durable(escrow, toy_db, run, file):
    seen = []

    def look(tx):
        act(tx, Toy(), fact())
        seen.append(file.exists())

    run(toy_db.run(look))
    assert (seen, len(within(file))) == ([False], 1)


def test_after_a_crash_between_the_two_the_next_start_seals_it(toy_db, run, file, escrow):
    toy_db.follow = lambda engine, tables: None  # the process ends here
    told = run(toy_db.run(act, Toy(), fact()))
    assert not file.exists()
    begin(toy_db, run, file)
    begin(toy_db, run, file)
    assert within(file) == [told]


def test_a_line_torn_by_a_power_cut_is_written_again_whole(escrow, toy_db, run, file):
    told = [run(toy_db.run(act, Toy(), fact(n=n))) for n in range(3)]
    whole = file.read_bytes()
    file.write_bytes(whole[:-50])
    begin(toy_db, run, file)
    assert within(file) == told


@pytest.mark.logs("not sealed yet")
def test_what_a_full_disk_did_not_take_is_sealed_with_the_next(escrow, toy_db, run, file, monkeypatch):
    first = run(toy_db.run(act, Toy(), fact(n=1)))

    def full(handle):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(sealing.os, "fsync", full)
        second = run(toy_db.run(act, Toy(), fact(n=2)))
    third = run(toy_db.run(act, Toy(), fact(n=3)))
    assert within(file) == [first, second, third]


def test_a_file_that_somebody_took_away_is_begun_anew_with_all_that_waits(escrow, toy_db, run, file):
    told = [run(toy_db.run(act, Toy(), fact(n=n))) for n in range(2)]
    file.unlink()
    told.append(run(toy_db.run(act, Toy(), fact(n=2))))
    assert within(file) == told


def test_what_is_told_in_the_place_of_a_refused_fact_is_sealed_too(escrow, toy_db, run, file):
    first, second = [run(toy_db.run(act, Toy(), fact(id))) for id in "ab"]
    anew = fact("a", 7)

    def retell(tx):
        (item,) = outbox.of_entity(tx, "tally", "a")
        outbox.settle(tx, item.n, "rejected", Answer(first.op, 422))
        outbox.retell(tx, first.op, anew)

    run(toy_db.run(retell))
    assert within(file) == [first, second, anew]


def test_what_was_delivered_a_week_ago_is_dropped_and_nothing_else(escrow, toy_db, run, file):
    old, young, waiting = [run(toy_db.run(act, Toy(), fact(id))) for id in "abc"]

    def deliver(tx):
        for operation, days in ((old, 7.1), (young, 6.9)):
            (item,) = outbox.of_entity(tx, "tally", operation.id)
            outbox.settle(tx, item.n, "delivered", Answer(operation.op, 200, 1))
            at = (datetime.now(UTC) - timedelta(days=days)).isoformat()
            tx.exec_driver_sql("UPDATE outbox SET answered_at = ? WHERE op = ?", (at, operation.op))

    run(toy_db.run(deliver))
    run(toy_db.run(escrow.prune))
    assert within(file) == [young, waiting]
    assert within(file) == [young, waiting, run(toy_db.run(act, Toy(), fact("d")))][:2]
    assert len(within(file)) == 3 and file.stat().st_mode & 0o777 == 0o600


def test_a_store_made_anew_drops_nothing_that_it_does_not_know(escrow, toy_db, run, file):
    told = run(toy_db.run(act, Toy(), fact()))
    run(toy_db.run(lambda tx: tx.exec_driver_sql("DELETE FROM outbox")))
    anew = begin(toy_db, run, file)
    run(toy_db.run(anew.prune))
    assert within(file) == [told]


def test_before_central_has_said_its_key_nothing_is_sealed_and_then_all_is(toy_db, run, file, link):
    escrow = begin(toy_db, run, file)
    told = run(toy_db.run(act, Toy(), fact()))
    assert not file.exists()
    key = SealKey(bytes(CENTRAL.public_key))
    run(sealing.introduce(toy_db, link(lambda request: packed(key)), escrow))
    assert within(file) == [told]


@pytest.mark.logs("another seal")
def test_the_first_key_counts_and_another_is_told(escrow, toy_db, run, file, link):
    other = SealKey(bytes(PrivateKey.generate().public_key))
    run(sealing.introduce(toy_db, link(lambda request: packed(other)), escrow))
    assert within(file) == [] if file.exists() else True
    assert [run(toy_db.run(act, Toy(), fact()))] == within(file)


def test_central_is_asked_until_it_answers(escrow, toy_db, run, link):
    asked = []

    def answer(request):
        asked.append(request.url.path)
        if len(asked) < 3:
            raise httpx.ConnectError("not yet")
        return packed(SealKey(bytes(CENTRAL.public_key)))

    run(asyncio.wait_for(sealing.introduce(toy_db, link(answer), escrow, pause=0), 5))
    assert asked == ["/v1/sync/seal"] * 3
