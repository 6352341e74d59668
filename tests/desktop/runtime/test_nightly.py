"""The whole store is looked through at night, once, when nobody holds the tablet; what is found is told."""

import asyncio

import pytest
import time_machine

from clienteling.desktop.runtime import nightly
from clienteling.desktop.runtime.db import Db, metadata
from clienteling.desktop.runtime.faults import Damaged
from tests.helpers.vault import KEY

NIGHT, DAY = "2026-11-21 03:00 +09:00", "2026-11-21 13:00 +09:00"


class Counted:
    """A store that counts how often it is looked through."""

    def __init__(self):
        self.checks = 0

    async def check(self):
        self.checks += 1


async def for_a_while(db, alone):
    looking = asyncio.create_task(nightly.check(db, alone, pause=0))
    for _ in range(20):
        await asyncio.sleep(0)
    looking.cancel()


@pytest.mark.parametrize(
    ("moment", "alone", "checks"), [(NIGHT, True, 1), (NIGHT, False, 0), (DAY, True, 0)], ids=["night", "held", "day"]
)
def test_once_a_night_when_nobody_holds_it(moment, alone, checks):
    db = Counted()
    with time_machine.travel(moment, tick=False):
        asyncio.run(for_a_while(db, lambda: alone))
    assert db.checks == checks


def test_a_sound_store_is_found_sound(db, run):
    run(db.check())


def test_a_page_that_changed_by_itself_is_found_and_told(tmp_path, loop, run, qtbot):
    file = tmp_path / "one.sqlite"
    db = Db(file, KEY)
    metadata.create_all(db.engine)
    db.close()
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    db = Db(file, KEY)
    with qtbot.waitSignal(db.damaged), pytest.raises(Damaged):
        run(db.check())
    db.close()
