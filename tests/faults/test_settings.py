"""A9: every connection to the store syncs every commit; a refusal stops the start, and a weaker wish is seen."""

import pytest

from clienteling.desktop.runtime import db
from clienteling.desktop.runtime.db import open_engine
from tests.faults.tills.till import KEY

PROMISED = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"}


def settings(engine):
    """What a connection says of itself."""
    with engine.begin() as tx:
        return {name: str(tx.exec_driver_sql(f"PRAGMA {name}").scalar()) for name in PROMISED}


@pytest.fixture
def engine(tmp_path):
    engine = open_engine(tmp_path / "tablet.sqlite", KEY)
    yield engine
    engine.dispose()


def test_every_connection_syncs_every_commit(engine):
    for _ in range(5):
        assert settings(engine) == PROMISED
        engine.dispose()  # the next one is a new connection


def test_a_connection_that_weakens_itself_later_is_seen(engine):
    raw = engine.raw_connection()
    raw.execute("PRAGMA synchronous=NORMAL")
    raw.close()
    assert settings(engine) != PROMISED


def test_the_mutation_that_wishes_for_less_is_seen(engine, monkeypatch):
    monkeypatch.setitem(db._PRAGMAS, "synchronous", "1")
    assert settings(engine) != PROMISED


def test_a_store_that_refuses_a_setting_is_not_opened(engine, monkeypatch):
    monkeypatch.setitem(db._PRAGMAS, "synchronous", "9")
    with pytest.raises(RuntimeError, match="synchronous"):
        settings(engine)
