"""Lays what every feature stands on: the store, brought back where it was damaged, and the way to central."""

from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from clienteling.desktop.migrations.upgrade import upgrade
from clienteling.desktop.runtime import config, paths
from clienteling.desktop.runtime.central import Central
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.pictures import PictureCache
from clienteling.desktop.runtime.problems import Problems
from clienteling.desktop.runtime.room import Room
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.signin.viewmodel import Session
from clienteling.desktop.sync import salvage
from clienteling.desktop.sync.connection import Connection
from clienteling.desktop.sync.drainer import Drainer
from clienteling.desktop.sync.escrow import Escrow
from clienteling.desktop.sync.mirror import Mirror
from clienteling.desktop.sync.salvage import Note, Salvaged

TIMEOUT = httpx.Timeout(20.0, connect=3.0)
"""An answer may be this late; long before, the tablet counts as offline."""


@dataclass(frozen=True)
class Ground:
    """What every feature stands on; `salvaged` says what came back from a damaged store at this start."""

    db: Db
    tasks: Tasks
    central: Central
    problems: Problems
    language: Language
    connection: Connection
    drainer: Drainer
    session: Session
    pictures: PictureCache
    key: Key
    escrow: Escrow
    room: Room
    salvaged: Salvaged | None


def lay(
    settings: config.Config, key: Key, client: httpx.AsyncClient | None, mirrors: Mapping[str, Mirror], note: Note
) -> Ground:
    """Make it over the store that `key` opens; `note` finds a feature's own among the rows of a damaged store."""
    file = paths.data() / "tablet.sqlite"
    salvage.inspect(file, key)
    db, problems = Db(file, key), Problems()
    upgrade(db.engine)
    salvaged = salvage.restore(file, db.engine, key, mirrors, note)
    connection, session = Connection(), Session()
    central = Central(client or httpx.AsyncClient(base_url=settings.central, timeout=TIMEOUT), settings.token)
    drainer = Drainer(db, central, lambda: session.device, mirrors, connection)
    escrow = Escrow(paths.data() / "outbox.sealed", settings.token)
    db.follow = escrow.follow
    pictures = PictureCache(paths.cache() / "pictures")
    room = Room(paths.data(), pictures.evict)
    drainer.may_pull = lambda: not room.short
    _connect(db, room, pictures)
    return Ground(
        db, Tasks(problems), central, problems, Language(), connection, drainer, session, pictures, key, escrow, room,
        salvaged,
    )  # fmt: skip


def _connect(db: Db, room: Room, pictures: PictureCache) -> None:
    db.make_room = room.make
    db.full.connect(room.run_out)
    db.damaged.connect(lambda: salvage.suspect(db.path))
    room.changed.connect(lambda: pictures.pause(room.short))
