"""A checked shop folder into central's database, feed and first loads included; knows tables only by their features."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from clienteling.central.app import Central
from clienteling.central.clientbook import actions as clientbook
from clienteling.central.intake.check import Progress, Rows, check
from clienteling.central.intake.domain import Flaw, Settings, Unusable
from clienteling.central.runtime.db import Tx
from clienteling.central.signin import actions as signin

Load = Callable[[Tx, Rows], Any]


async def load(central: Central, folder: Path, progress: Progress = lambda what, done, total: None) -> Settings:
    """Check the folder, then take it into an empty database; raises Unusable with what is wrong."""
    settings, counts = check(folder, progress)
    if await central.db.read(signin.any_store):
        raise Unusable([Flaw("database", "holds a shop already; give an empty one")])
    await _load_goods(central, folder, settings)
    try:
        for table, action in _loads(settings).items():
            await _load_table(central, folder, table, action, counts.get(table, 0), progress)
    except sa.exc.IntegrityError as error:
        raise Unusable([Flaw(folder.name, "an order, a line or an event has the id of another")]) from error
    progress("counting", 0, 1)
    await central.db.run(clientbook.count_facts)
    await _prepare(central, settings)
    progress("counting", 1, 1)
    return settings
