"""The steps lead to the tables that the features declare, and are taken once."""

import re

import pytest
from alembic.script import ScriptDirectory

from clienteling.desktop import app
from clienteling.desktop.migrations import upgrade
from clienteling.desktop.runtime.db import metadata, open_engine
from tests.helpers.vault import KEY

SCHEMA = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name != 'alembic_version' ORDER BY name"


def schema(engine):
    """What stands in a database, whatever the white space it was written with."""
    with engine.connect() as tx:
        return {name: re.sub(r"\s+", " ", sql).replace("( ", "(").strip() for name, sql in tx.exec_driver_sql(SCHEMA)}


@pytest.fixture
def engine(tmp_path):
    engine = open_engine(tmp_path / "tablet.sqlite", KEY)
    yield engine
    engine.dispose()


def test_the_steps_make_what_the_features_declare(engine, tmp_path):
    assert app.MIRRORS, "importing the app declares every table"
    upgrade.upgrade(engine)
    declared = open_engine(tmp_path / "declared.sqlite", KEY)
    metadata.create_all(declared)
    assert schema(engine) == schema(declared)
    declared.dispose()


def test_the_second_start_takes_no_step(engine, monkeypatch):
    upgrade.upgrade(engine)
    monkeypatch.setattr(upgrade, "_take_steps", lambda tx: pytest.fail("a step was taken again"))
    upgrade.upgrade(engine)


def test_the_newest_step_is_the_one_the_start_looks_for():
    scripts = ScriptDirectory(upgrade.__file__.removesuffix("/upgrade.py"))
    assert scripts.get_current_head() == upgrade.HEAD
