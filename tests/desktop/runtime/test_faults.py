"""A disk that does not take what is written: what raised at its commit is unknown, and looked up before it is told."""

import pytest
import sqlalchemy as sa

from clienteling.desktop.runtime.db import touched
from clienteling.desktop.runtime.faults import Damaged, Deaf, DiskFault, Full, Unknown, fault_of
from tests.helpers.disk import deaf


@pytest.fixture(autouse=True)
def table(db, run):
    """A table of this test's own."""
    run(db.run(lambda tx: tx.exec_driver_sql("CREATE TABLE said (word TEXT PRIMARY KEY)")))


def words(tx):
    return list(tx.exec_driver_sql("SELECT word FROM said ORDER BY word").scalars())


def write(tx, word):
    tx.exec_driver_sql("INSERT INTO said VALUES (?)", (word,))
    touched(tx, "said")


def test_a_commit_that_raises_is_unknown_until_somebody_looks(db, run):
    run(db.run(write, "a"))
    heard = []
    db.changed.connect(heard.append)
    with deaf(), pytest.raises(Unknown):
        run(db.run(write, "b"))
    assert heard == [frozenset({"said"})], "every screen looks again"
    assert run(db.read(words)) == ["a"]
    run(db.run(write, "c"))
    assert run(db.read(words)) == ["a", "c"]


def test_while_the_disk_is_deaf_nothing_is_said_about_what_is_unknown(db, run):
    with deaf():
        with pytest.raises(Unknown):
            run(db.run(write, "a"))
        with pytest.raises(DiskFault):
            run(db.read(words))
    assert run(db.read(words)) == []


def test_what_must_be_kept_is_done_again_after_an_unknown_commit(db, run):
    limit, tries = deaf(), []

    def once(tx):
        tries.append(words(tx))
        if not tries[-1]:
            write(tx, "one")
        if len(tries) == 1:
            limit.__enter__()

    db.changed.connect(lambda _tables: limit.__exit__(None, None, None) if len(tries) == 1 else None)
    run(db.keep(once))
    assert tries == [[], []]
    assert run(db.read(words)) == ["one"]


def test_what_must_be_kept_is_given_room(db, run):
    given, told = [], []

    def full(tx):
        if not given:
            raise sa.exc.OperationalError("", {}, fault("SQLITE_FULL"))
        write(tx, "one")

    db.make_room = lambda: given.append(True) or True
    run(db.keep(full))
    assert run(db.read(words)) == ["one"]
    given.clear()
    db.make_room = lambda: told.append(True) and False
    with pytest.raises(Full):
        run(db.keep(full))
    assert told


def fault(name):
    found = Exception(name)
    found.sqlite_errorname = name
    return found


def test_a_bug_stays_a_bug(db, run):
    with pytest.raises(sa.exc.OperationalError):
        run(db.run(lambda tx: tx.exec_driver_sql("SELECT nothing FROM nowhere")))
    with pytest.raises(sa.exc.IntegrityError):
        run(db.run(lambda tx: [write(tx, "a"), write(tx, "a")]))
    assert run(db.read(words)) == []


@pytest.mark.parametrize(
    ("name", "committing", "kind"),
    [
        ("SQLITE_IOERR_FSYNC", True, Unknown),
        ("SQLITE_IOERR_FSYNC", False, Deaf),
        ("SQLITE_FULL", True, Full),
        ("SQLITE_CORRUPT_INDEX", False, Damaged),
        ("SQLITE_CORRUPT", True, Unknown),
        ("SQLITE_NOTADB", False, Damaged),
    ],
)
def test_what_the_disk_does_has_a_name(name, committing, kind):
    assert isinstance(fault_of(name, committing), kind)


def test_no_bug_has_one():
    assert fault_of("SQLITE_CONSTRAINT_UNIQUE", True) is None
    assert fault_of("", True) is None
