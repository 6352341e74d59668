"""B9: every way out of the app with facts that still wait. Whatever a person does, each arrives once."""

import shutil

import pytest
from alembic import command
from alembic.config import Config as Alembic

from clienteling.central.commands import escrow as take_escrow
from clienteling.central.signin import actions as central_signin
from clienteling.central.sync import feed as central_feed
from clienteling.desktop.app import WORDS
from clienteling.desktop.migrations import upgrade
from clienteling.desktop.notes import actions as notes
from clienteling.desktop.notes.domain import Reader
from clienteling.desktop.runtime.central import Unreachable
from clienteling.desktop.sync import actions, outbox
from clienteling.desktop.vault.store_backup import put_back
from tests.faults.desk import Desk
from tests.helpers.actions import MINSEO
from tests.helpers.vault import KEY
from tests.helpers.web import Web

pytestmark = pytest.mark.slow
ANN = Reader("ann", "associate", "here")
PENDING = 7


class Scene:
    """A tablet that has told something, then lost the network and kept PENDING facts; `told` is all it confirmed."""

    def __init__(self, folder, web):
        self.folder, self.web, self.notes, self.orders = folder, web, [], []
        self.desk = Desk(folder / "tablet", web, "paths")
        self.desk.exchange()
        self.work(2)
        self.desk.exchange()
        self.desk.offline = True
        self.work(PENDING)

    def work(self, times):
        for n in range(times):
            if n % 2:
                self.orders.append(self.desk.sell())
            else:
                self.notes.append(self.desk.do(notes.write, ANN, MINSEO, f"note {len(self.notes)}", False))

    def ops(self):
        return sorted(op for (op,) in self.desk.rows("SELECT op FROM outbox WHERE state IN ('pending', 'sent')"))

    def again(self, folder=None):
        """The app starts, over what its folder holds."""
        self.desk = Desk(folder or self.desk.folder, self.web, "again")

    def central(self, statement):
        return self.web.run(lambda tx: tx.exec_driver_sql(statement).fetchall())

    def arrive(self):
        """The network is back; everything that was told is at central, once."""
        self.desk.offline = False
        for _ in range(3):
            self.desk.exchange()
        self.compare()
        assert self.ops() == []

    def compare(self):
        assert sorted(id for (id,) in self.central("SELECT id FROM note")) == sorted(self.notes)
        assert sorted(id for (id,) in self.central("SELECT note FROM note_version")) == sorted(self.notes)
        numbers = self.central("SELECT number FROM orders WHERE device IS NOT NULL")
        assert sorted(number for (number,) in numbers) == sorted(self.orders)


def ends(scene):
    scene.desk.close()
    scene.again()


def is_killed(scene):
    """What lies on the disk at this moment is all there is: store, log and sealed file."""
    image = scene.folder / "image"
    shutil.copytree(scene.desk.folder, image)
    scene.desk.close()
    scene.again(image)


def is_killed_while_it_sends(scene):
    scene.desk.offline, scene.desk.losing = False, True
    scene.desk.exchange()
    assert {state for (state,) in scene.desk.rows("SELECT state FROM outbox WHERE answered_at IS NULL")} == {"sent"}
    is_killed(scene)


def takes_an_update(scene):
    """An older version kept the facts; the new one takes its steps over them."""
    config = Alembic()
    config.set_main_option("script_location", upgrade.__file__.removesuffix("/upgrade.py"))
    with scene.desk.db.engine.begin() as tx:
        config.attributes["connection"] = tx
        command.downgrade(config, "0001")
    scene.desk.close()
    scene.again()
    assert scene.desk.rows("SELECT version_num FROM alembic_version") == [(upgrade.HEAD,)]


def meets_a_restored_central(scene):
    scene.web.run(central_feed.begin_epochs)
    scene.desk.offline = False


def loads_its_data_anew(scene):
    """The checksums differ twice: every scope is read from its beginning."""
    scene.desk.offline = False
    scene.desk.do(lambda tx: tx.exec_driver_sql("UPDATE holding SET ver = ver - 1"))
    for _ in range(3):
        scene.desk.do(lambda tx: tx.exec_driver_sql("UPDATE cursor SET read_at = ''"))
        scene.desk.exchange()


def forgets_how_far_it_read(scene):
    scene.desk.do(lambda tx: tx.exec_driver_sql("DELETE FROM cursor"))


def is_told_to_leave_everything(scene):
    """No scope is listed any more: what central told goes, what it was not told stays."""
    scene.desk.offline = False

    async def none(path, kind, **params):
        return [] if path.endswith("/scopes") else await asked(path, kind, **params)

    asked, scene.desk.central.get = scene.desk.central.get, none
    scene.desk.central.post, told = cut, scene.desk.central.post
    scene.desk.exchange()
    scene.desk.central.get, scene.desk.central.post = asked, told
    assert scene.desk.rows("SELECT count(*) FROM cursor") == [(0,)]


async def cut(*_args):
    raise Unreachable(why="closed")


def is_revoked_and_comes_back(scene):
    scene.desk.offline = False
    scene.web.run(lambda tx: tx.exec_driver_sql("UPDATE device SET revoked = 1"))
    scene.desk.exchange()
    assert scene.desk.drainer.connection.state == "refused"
    scene.web.run(lambda tx: tx.exec_driver_sql("UPDATE device SET revoked = 0"))


def practises_an_outage(scene):
    scene.desk.offline = False
    scene.desk.central.cut = True
    scene.desk.exchange()
    assert scene.desk.drainer.connection.why == "cut"
    scene.work(2)
    scene.desk.central.cut = False


def tries_to_let_go_of_what_waits(scene):
    """Every button of the sync centre, on facts that still wait."""
    mirrors = scene.desk.drainer.mirrors
    for op in scene.ops():
        for act, *values in ((actions.let_go,), (actions.resend,), (actions.decide, WORDS), (actions.rewrite, WORDS)):
            more = [{}] if act in (actions.decide, actions.rewrite) else []
            assert not scene.desk.do(act, mirrors, *values, op, *more)
        assert scene.desk.do(outbox.drop_blocked, op) is None


def is_taken_over_by_another_person(scene):
    """The session ends, and somebody else goes on with the same queue."""
    scene.desk.close()
    scene.again()
    scene.desk.offline = True
    other = Reader("boss", "manager", "here")
    scene.notes.append(scene.desk.do(notes.write, other, MINSEO, "from the manager", False))


WAYS = [
    ends, is_killed, is_killed_while_it_sends, takes_an_update, meets_a_restored_central, loads_its_data_anew,
    forgets_how_far_it_read, is_told_to_leave_everything, is_revoked_and_comes_back, practises_an_outage,
    tries_to_let_go_of_what_waits, is_taken_over_by_another_person,
]  # fmt: skip


@pytest.fixture
def web(tmp_path, monkeypatch):
    monkeypatch.setenv("CLIENTELING_CENTRAL_FOLDER", str(tmp_path / "files"))
    web = Web(f"sqlite+aiosqlite:///{tmp_path / 'central.sqlite'}", tmp_path / "files")
    yield web
    web.close()


@pytest.fixture
def scene(tmp_path, web):
    scene = Scene(tmp_path, web)
    yield scene
    scene.desk.close()


@pytest.mark.logs("sync refused")
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_tablet_that(scene, way):
    waiting = scene.ops()
    assert len(waiting) >= PENDING
    way(scene)
    left = {op for (op,) in scene.desk.rows("SELECT op FROM outbox")}
    assert set(waiting) <= left, "nothing has left the queue unanswered"
    scene.arrive()


def test_a_store_that_is_put_back_from_a_backup_and_the_sealed_file(scene, tmp_path):
    """The one way that does lose the queue sets the store aside, and the sealed file brings what was in it."""
    folder, backup = scene.desk.folder, tmp_path / "backup.sqlite"
    scene.desk.close()
    shutil.copyfile(folder / "tablet.sqlite", backup)
    scene.again()
    scene.desk.offline = True
    scene.work(PENDING)
    scene.desk.close()
    put_back(backup, folder / "tablet.sqlite", KEY)
    assert list(folder.glob("tablet.sqlite.aside*"))
    scene.again()
    assert take_escrow([folder / "outbox.sealed"], f"sqlite+aiosqlite:///{tmp_path / 'central.sqlite'}") == 0
    scene.compare()
    scene.arrive()


def test_a_device_that_is_given_another_token_takes_its_queue_along(scene):
    """It is registered anew: the facts are told by the new device, and what the old one told is known."""
    scene.desk.close()
    _, scene.web.tokens["here"] = scene.web.run(central_signin.register_device, "here", "Tablet 2")
    scene.again()
    scene.arrive()
