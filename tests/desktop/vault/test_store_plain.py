"""The store of an earlier version becomes an encrypted one in its place, whatever moment it is stopped at."""

import os
import sys

import pytest
from sqlcipher3 import dbapi2

from clienteling.desktop.migrations.upgrade import upgrade
from clienteling.desktop.runtime.db import is_plain, open_engine
from clienteling.desktop.vault import store_plain
from clienteling.desktop.vault.domain import Refusal
from clienteling.desktop.vault.store_plain import encrypt
from tests.helpers.vault import KEY

WORDS = "it is her birthday on the ninth"
LINES = 200
STEPS = [step.__code__ for step in (store_plain.encrypt, store_plain._copy, store_plain._wipe)]
_ADD = "INSERT INTO outbox (op, kind, entity_kind, entity, body, state, made_at) VALUES (?, ?, 'note', ?, ?, ?, '')"


def earlier(path):
    """A store as versions before this one left it: open, with facts that wait, and killed with a log to write back."""
    sealed = open_engine(path.with_name("made"), KEY)
    upgrade(sealed)
    sealed.dispose()
    with dbapi2.connect(str(path.with_name("made"))) as made:
        made.execute(f"PRAGMA key=\"x'{KEY.reveal().hex()}'\"")
        made.execute(f"ATTACH '{path}' AS plain KEY ''")
        made.execute("SELECT sqlcipher_export('plain')")
    made.close()
    for file in path.parent.glob("made*"):
        file.unlink()
    child = os.fork()
    if not child:
        plain = dbapi2.connect(str(path), isolation_level=None)
        plain.execute("PRAGMA journal_mode=wal")
        for n in range(20):
            plain.execute(_ADD, (f"op-{n}", "note.written", f"note-{n}", WORDS.encode(), "pending"))
        os._exit(0)
    os.waitpid(child, 0)


def waiting(path):
    engine = open_engine(path, KEY)
    with engine.begin() as tx:
        facts = [bytes(body) for (body,) in tx.exec_driver_sql("SELECT body FROM outbox ORDER BY n")]
        upgraded = tx.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    engine.dispose()
    assert upgraded
    return facts


def lying_open(folder):
    return [file for file in folder.iterdir() if WORDS.encode() in file.read_bytes()]


@pytest.fixture
def path(tmp_path):
    earlier(tmp_path / "tablet.sqlite")
    assert is_plain(tmp_path / "tablet.sqlite") and (tmp_path / "tablet.sqlite-wal").stat().st_size
    assert lying_open(tmp_path)
    return tmp_path / "tablet.sqlite"


def test_the_store_is_encrypted_and_keeps_what_waits(path):
    encrypt(path, KEY)
    assert waiting(path) == [WORDS.encode()] * 20
    assert not lying_open(path.parent)
    assert {file.name for file in path.parent.iterdir()} == {path.name}


def test_the_open_file_is_overwritten_not_only_removed(path):
    os.link(path, path.with_name("witness"))
    encrypt(path, KEY)
    assert set(path.with_name("witness").read_bytes()) == {0}


@pytest.mark.slow
def test_it_may_be_stopped_at_any_line(path, tmp_path_factory):
    """Killed before its nth line, for every n, then started again: all that waits is there, nothing lies open."""
    stopped = 0
    for n in range(LINES):
        home = tmp_path_factory.mktemp("stopped")
        for file in path.parent.iterdir():
            (home / file.name).write_bytes(file.read_bytes())
        if _killed(home / path.name, n):
            stopped += 1
        encrypt(home / path.name, KEY)
        assert waiting(home / path.name) == [WORDS.encode()] * 20, n
        assert not lying_open(home), n
        if stopped <= n:
            break
    assert 25 < stopped < LINES


def _killed(path, n):
    """Whether encrypting in a process of its own, killed before its nth line, was killed at all."""
    child = os.fork()
    if not child:
        lines = iter(range(n, -1, -1))

        def trace(frame, event, _arg):
            if frame.f_code not in STEPS:
                return None
            if event == "line" and next(lines, 0) == 0:
                os._exit(9)
            return trace

        sys.settrace(trace)
        encrypt(path, KEY)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def test_a_copy_that_differs_is_not_taken(path, monkeypatch):
    tallies = iter([{"outbox": ("", 20)}, {"outbox": ("", 19)}])
    monkeypatch.setattr(store_plain, "_tally", lambda _: next(tallies))
    with pytest.raises(Refusal, match="its copy differs"):
        encrypt(path, KEY)
    assert is_plain(path)


def test_a_damaged_store_is_left_alone(path):
    encrypted = dbapi2.connect(str(path))
    encrypted.execute("PRAGMA wal_checkpoint(truncate)")
    encrypted.close()
    raw = bytearray(path.read_bytes())
    raw[4096 * 2 : 4096 * 3] = os.urandom(4096)
    path.write_bytes(raw)
    with pytest.raises(Refusal, match="is damaged"):
        encrypt(path, KEY)
    assert path.read_bytes() == raw


def test_an_encrypted_store_stays_as_it_is(path):
    encrypt(path, KEY)
    before = path.read_bytes()
    encrypt(path, KEY)
    assert path.read_bytes() == before
