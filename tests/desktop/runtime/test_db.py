"""The local database: encrypted, with the promised settings on every connection, and silent about its key."""

import logging

import pytest

from clienteling.desktop.runtime import db
from clienteling.desktop.runtime.db import Unopened, is_plain, open_engine
from clienteling.desktop.runtime.keys import Key
from tests.helpers.vault import KEY

PROMISED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "temp_store": 2}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "one.sqlite"


@pytest.fixture
def opened():
    """Opens engines and closes them again."""
    engines = []

    def open_one(*args):
        engines.append(open_engine(*args))
        return engines[-1]

    yield open_one
    for engine in engines:
        engine.dispose()


def planted(engine):
    with engine.begin() as tx:
        tx.exec_driver_sql("CREATE TABLE said (words TEXT)")
        tx.exec_driver_sql("INSERT INTO said VALUES ('an open secret')")


def test_nothing_can_be_read_without_the_key(opened, path):
    engine = opened(path, KEY)
    planted(engine)
    for file in path.parent.iterdir():
        assert b"open secret" not in file.read_bytes() and b"SQLite format" not in file.read_bytes(), file
    engine.dispose()
    with opened(path, KEY).begin() as tx:
        assert tx.exec_driver_sql("SELECT words FROM said").scalar() == "an open secret"


def test_every_connection_has_the_promised_settings(opened, path):
    engine = opened(path, KEY)
    for _ in range(2):
        with engine.begin() as tx:
            said = {name: tx.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PROMISED}
        assert {name: str(value) for name, value in said.items()} == {n: str(v) for n, v in PROMISED.items()}
        engine.dispose()


def test_a_setting_that_is_not_taken_stops_the_start(opened, path, monkeypatch):
    monkeypatch.setitem(db._PRAGMAS, "synchronous", "7")
    with pytest.raises(RuntimeError, match="refuses synchronous=7"):
        opened(path, KEY).connect()


def test_another_key_opens_nothing_and_changes_nothing(opened, path):
    engine = opened(path, KEY)
    planted(engine)
    engine.dispose()
    before = path.read_bytes()
    with pytest.raises(Unopened, match="does not open with this key"):
        opened(path, Key.new("file")).connect()
    assert path.read_bytes() == before


def test_a_store_that_lies_open_is_not_used(opened, path):
    with db.dbapi2.connect(str(path)) as plain:
        plain.execute("CREATE TABLE said (words TEXT)")
    plain.close()
    assert is_plain(path)
    with pytest.raises(Unopened, match="lies open"):
        opened(path, KEY).connect()


def test_sqlite_that_cannot_encrypt_is_noticed(opened, path, monkeypatch):
    sqlite3 = pytest.importorskip("sqlite3")
    monkeypatch.setattr(db, "dbapi2", sqlite3)
    with pytest.raises(RuntimeError, match="without SQLCipher"):
        opened(path, KEY).connect()


def test_the_key_is_in_no_echo_and_in_no_error(opened, path, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    engine = opened(path, KEY)
    engine.echo = "debug"
    planted(engine)
    with pytest.raises(Exception, match="no such table") as fault, engine.begin() as tx:
        tx.exec_driver_sql("SELECT * FROM nowhere")
    with pytest.raises(Unopened) as shut:
        opened(path, Key(bytes(reversed(KEY.reveal())), "file")).connect()
    said = caplog.text + "".join(capfd.readouterr()) + repr(fault.value) + repr(shut.value) + repr(engine)
    assert "said" in said
    for key in (KEY.reveal(), bytes(reversed(KEY.reveal()))):
        assert key.hex() not in said.lower() and repr(key)[2:-1] not in said


def test_memory_takes_a_key_too(opened):
    with opened(":memory:", KEY).begin() as tx:
        assert tx.exec_driver_sql("SELECT 1").scalar() == 1
