"""The hourly backup runs in a process of its own and waits while much is being told."""

import asyncio
import time

import pytest

from clienteling.desktop.runtime.db import open_engine
from clienteling.desktop.vault import backup
from clienteling.desktop.vault.store_backup import backups
from tests.helpers.vault import KEY


@pytest.fixture
def filled(db, run):
    """A store with some megabytes in it."""

    def fill(tx):
        tx.exec_driver_sql("CREATE TABLE said (words BLOB)")
        for _ in range(80):
            tx.exec_driver_sql("INSERT INTO said VALUES (randomblob(100000))")

    run(db.run(fill))
    return db


def rows(path):
    engine = open_engine(path, KEY)
    with engine.begin() as tx:
        count = tx.exec_driver_sql("SELECT count(*) FROM said").scalar()
    engine.dispose()
    return count


def test_the_app_goes_on_writing_meanwhile(filled, run, tmp_path):
    async def both():
        copying = asyncio.ensure_future(backup.once(tmp_path / "local.db", tmp_path / "backups", KEY))
        written = 0
        while not copying.done():
            await filled.run(lambda tx: tx.exec_driver_sql("INSERT INTO said VALUES ('more')"))
            written += 1
        assert await copying
        return written

    written = run(both())
    [made] = backups(tmp_path / "backups")
    assert written > 10
    assert 80 <= rows(made) <= 80 + written


@pytest.mark.slow
@pytest.mark.logs("backup failed")
def test_a_failed_backup_is_told_and_leaves_the_others(filled, run, tmp_path):
    assert run(backup.once(tmp_path / "local.db", tmp_path / "backups", KEY))
    assert not run(backup.once(tmp_path / "nowhere.db", tmp_path / "backups", KEY))
    assert len(backups(tmp_path / "backups")) == 1


def test_it_waits_while_the_store_is_busy_and_ends_with_its_task(db, run, tmp_path, monkeypatch):
    monkeypatch.setattr(backup, "EVERY", 0.01)
    monkeypatch.setattr(backup, "SOON", 0.01)
    calm = asyncio.Event()

    async def busy():
        return not calm.is_set()

    async def some_hours():
        keeping = asyncio.ensure_future(backup.keep(tmp_path / "local.db", KEY, busy))
        await asyncio.sleep(0.3)
        assert not backups(tmp_path / "backups")
        calm.set()
        end = time.monotonic() + 30
        while not backups(tmp_path / "backups"):
            assert time.monotonic() < end
            await asyncio.sleep(0.05)
        keeping.cancel()
        with pytest.raises(asyncio.CancelledError):
            await keeping

    run(some_hours())
