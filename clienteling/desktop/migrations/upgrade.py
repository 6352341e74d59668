"""Brings this tablet's database to the newest revision at start; knows steps, not tables."""

from pathlib import Path

import sqlalchemy as sa

from clienteling.desktop.runtime.db import Tx, told_plainly

HEAD = "0011"


def upgrade(engine: sa.Engine) -> None:
    """Take the steps this database has not taken yet, all in one transaction; quick when there are none.

    Raises a DiskFault where the disk does not let it; the next start begins again where this one did.
    """
    with told_plainly(), engine.begin() as tx:
        if _revision(tx) != HEAD:
            _take_steps(tx)


def _revision(tx: Tx) -> str:
    if not sa.inspect(tx).has_table("alembic_version"):
        return ""
    return str(tx.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "")


def _take_steps(tx: Tx) -> None:
    # imported here: a start without steps to take does not wait for Alembic
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = tx
    command.upgrade(config, "head")
