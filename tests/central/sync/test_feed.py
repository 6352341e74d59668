"""The feed: per scope the order of seq is the order of commit, without a gap, and the tallies tell what is in it."""

import asyncio
import random
from collections import Counter

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clienteling.central.runtime.db import Database, metadata
from clienteling.central.sync import feed
from clienteling.contract.checksum import MODULUS, checksum

SCOPES = ["store:a", "store:b", "tenant:t"]
AHEAD = "2999-01-01T00:00:00.000Z"
changes = st.lists(
    st.tuples(
        st.sampled_from(["customer", "note"]),
        st.sampled_from("xyz"),
        st.lists(st.sampled_from(SCOPES), min_size=1, unique=True),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


@pytest.fixture
def fresh(database_url):
    """A database with tables and nothing in them, and the loop it lives in."""
    with asyncio.Runner() as runner:
        sent = []
        db = Database(database_url, before_commit=feed.publish, after_commit=sent.extend)
        runner.run(db.run(metadata.create_all))
        yield runner, db, sent
        runner.run(db.close())


def touch_all(tx, told, ver):
    for kind, id, scopes, deleted in told:
        feed.touch(tx, kind, id, ver, scopes, deleted)


def rows_of(tx, scope):
    return tx.execute(sa.select(feed.feed).where(feed.feed.c.scope == scope).order_by(feed.feed.c.seq)).all()


def head_of(tx, scope):
    return tx.execute(sa.select(feed.scope_head).where(feed.scope_head.c.scope == scope)).one_or_none()


@given(transactions=st.lists(changes, max_size=8))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_feed_holds_each_entity_once_and_tallies_it(fresh, transactions):
    runner, db, _ = fresh
    runner.run(db.run(clear))
    living = {scope: {} for scope in SCOPES}
    for ver, told in enumerate(transactions, 1):
        runner.run(db.run(touch_all, told, ver))
        for kind, id, scopes, deleted in told:
            for scope in scopes:
                living[scope][kind, id] = (ver, deleted)
    for scope in SCOPES:
        rows, head = runner.run(db.read(rows_of, scope)), runner.run(db.read(head_of, scope))
        assert {(row.kind, row.id): (row.ver, row.deleted) for row in rows} == living[scope]
        assert head is None or not rows or rows[-1].seq == head.head
        assert tallies_of(head) == counted(living[scope])


def clear(tx):
    tx.execute(sa.delete(feed.feed))
    tx.execute(sa.delete(feed.scope_head))


def tallies_of(head):
    return {kind: tuple(one) for kind, one in (head.tallies if head else {}).items() if one[0]}


def counted(living):
    alive = [(kind, id, ver) for (kind, id), (ver, deleted) in living.items() if not deleted]
    counts = Counter(kind for kind, _, _ in alive)
    sums = {kind: sum(checksum(*one) for one in alive if one[0] == kind) % MODULUS for kind in counts}
    return {kind: (counts[kind], str(sums[kind])) for kind in counts}


def test_a_reader_beside_many_writers_misses_nothing(fresh):
    """Sixteen writers whose transactions overlap, and one reader that only asks for what lies after its cursor."""
    runner, db, _ = fresh
    chance = random.Random(952)

    def write(tx, writer, number):
        feed.touch(tx, "note", f"{writer}-{number}", 1, chance.sample(SCOPES, chance.randint(1, 3)))
        if tx.dialect.name == "postgresql":
            tx.exec_driver_sql(f"SELECT pg_sleep({chance.choice((0, 0.001, 0.004))})")

    async def writer(name):
        for number in range(12):
            await db.run(write, name, number)

    async def reader(done, seen, cursors):
        while True:
            last = done.is_set()
            for scope in SCOPES:
                for row in await db.read(after, scope, cursors[scope]):
                    assert row.seq == cursors[scope] + 1, "a gap"
                    cursors[scope] = row.seq
                    seen[scope].add(row.id)
            if last:
                return
            await asyncio.sleep(0.002)

    async def race():
        done, seen, cursors = asyncio.Event(), {scope: set() for scope in SCOPES}, dict.fromkeys(SCOPES, 0)
        reading = asyncio.create_task(reader(done, seen, cursors))
        await asyncio.gather(*map(writer, range(16)))
        done.set()
        await reading
        return seen

    seen = runner.run(race())
    for scope in SCOPES:
        assert seen[scope] == {row.id for row in runner.run(db.read(rows_of, scope))}


def after(tx, scope, seq):
    newer = sa.select(feed.feed).where(feed.feed.c.scope == scope, feed.feed.c.seq > seq)
    return tx.execute(newer.order_by(feed.feed.c.seq).limit(7)).all()


def test_a_person_opened_while_others_write_about_her_misses_nothing(fresh):
    runner, db, _ = fresh
    notes = sa.Table("written", sa.MetaData(), sa.Column("id", sa.Text, primary_key=True))
    runner.run(db.run(notes.create))

    def write(tx, number):
        tx.execute(sa.insert(notes).values(id=str(number)))
        feed.touch(tx, "note", str(number), 1, feed.person_scopes(tx, "mina", "a"))

    def open_her(tx):
        feed.open_person(
            tx, "mina", "a", lambda: [("note", id, 1) for id in tx.execute(sa.select(notes.c.id)).scalars()]
        )

    async def race():
        await asyncio.gather(*(db.run(write, number) for number in range(20)), db.run(open_her), db.run(open_her))

    runner.run(race())
    assert {row.id for row in runner.run(db.read(rows_of, "customer:mina"))} == {str(number) for number in range(20)}


def test_a_persons_scope_nobody_opened_is_passed_over(fresh):
    runner, db, sent = fresh
    runner.run(db.run(lambda tx: feed.touch(tx, "note", "n", 1, feed.person_scopes(tx, "mina", "a", ["b", "a"]))))
    assert sent == [("store:a", 1), ("store:b", 1)]


def test_what_was_rolled_back_is_not_told(fresh):
    runner, db, _ = fresh

    def fail(tx):
        feed.touch(tx, "note", "n", 1, ["store:a"])
        raise ValueError

    with pytest.raises(ValueError):
        runner.run(db.run(fail))
    runner.run(db.run(lambda tx: None))
    assert runner.run(db.read(head_of, "store:a")) is None


def test_compacting_drops_old_tombstones_and_raises_the_floor(fresh):
    runner, db, _ = fresh
    runner.run(db.run(touch_all, [("note", "x", ["store:a"], False), ("note", "y", ["store:a"], True)], 1))
    runner.run(db.run(touch_all, [("note", "z", ["store:a"], False)], 1))
    assert runner.run(db.read(feed.overdue, AHEAD)) == ["store:a"]
    assert runner.run(db.run(feed.compact, "store:a", "2000")) == 0
    assert runner.run(db.run(feed.compact, "store:a", AHEAD)) == 1
    assert runner.run(db.read(head_of, "store:a")).floor == 2
    assert [row.id for row in runner.run(db.read(rows_of, "store:a"))] == ["x", "z"]
