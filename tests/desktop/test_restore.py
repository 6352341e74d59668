"""The command `clienteling restore`: the newest backup is the store again, or a sentence says why not."""

import pytest
from PySide6.QtCore import QLockFile

from clienteling.desktop import restore
from clienteling.desktop.migrations.upgrade import upgrade
from clienteling.desktop.runtime import config
from clienteling.desktop.runtime.db import open_engine
from clienteling.desktop.vault.store_backup import back_up
from clienteling.desktop.vault.unlock import STORE, unlock

COUNT = "INSERT OR REPLACE INTO receipt_counter VALUES ('G1', ?)"
DEVICE = "INSERT INTO device (id, name, store, code, tenant) VALUES ('d', 'Tablet 1', 's', 'G1', 't')"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A tablet set up with its key in a file."""
    monkeypatch.setattr(restore.dumps, "forbid", lambda: None)
    for name, value in {"HOME": tmp_path, "KEY": "file", "CENTRAL": "http://127.0.0.1:9", "TOKEN": "token"}.items():
        monkeypatch.setenv(f"CLIENTELING_{name}", str(value))
    return restore.paths.data()


@pytest.fixture
def key(folder):
    return unlock(config.load(), folder)


def told(folder, key, *statements):
    """Do something to the store; the receipt counts and the kinds of fact in it then."""
    engine = open_engine(folder / STORE, key)
    upgrade(engine)
    with engine.begin() as tx:
        for statement, *values in statements:
            tx.exec_driver_sql(statement, tuple(values))
        counts = dict(tx.exec_driver_sql("SELECT * FROM receipt_counter").fetchall())
        kinds = [kind for (kind,) in tx.exec_driver_sql("SELECT kind FROM outbox")]
    engine.dispose()
    return counts, kinds


def test_the_newest_backup_is_the_store_again_and_numbers_go_on_far_behind(folder, key, capsys):
    for last in (3, 7):
        told(folder, key, ("DELETE FROM device",), (DEVICE,), (COUNT, last))
        made = back_up(folder / STORE, folder / "backups", key)
    told(folder, key, (COUNT, 9))
    assert restore.main(None) == 0
    assert made.name in capsys.readouterr().out
    assert told(folder, key) == ({"G1": 1007}, ["order.numbers_left_out"])


def test_one_that_is_named_is_taken(folder, key):
    told(folder, key, (DEVICE,), (COUNT, 3))
    first = back_up(folder / STORE, folder / "backups", key)
    told(folder, key, (COUNT, 7))
    back_up(folder / STORE, folder / "backups", key)
    assert restore.main(first) == 0
    assert told(folder, key)[0] == {"G1": 1003}


def test_a_tablet_that_central_never_greeted_leaves_nothing_out(folder, key):
    told(folder, key)
    back_up(folder / STORE, folder / "backups", key)
    assert restore.main(None) == 0
    assert told(folder, key) == ({}, [])


def test_without_a_backup_it_says_so(folder, key, capsys):
    told(folder, key)
    assert restore.main(None) == 1
    assert "There is no backup" in capsys.readouterr().err


def test_the_app_must_be_closed(folder, key, capsys):
    lock = QLockFile(str(folder / "tablet.lock"))
    assert lock.tryLock(0)
    assert restore.main(None) == 1
    assert "Close it first" in capsys.readouterr().err
    lock.unlock()


def test_a_tablet_that_is_not_set_up_says_so(folder, monkeypatch, capsys):
    monkeypatch.delenv("CLIENTELING_TOKEN")
    assert restore.main(None) == 1
    assert "not set up" in capsys.readouterr().err
