"""The store of a tablet is lost in every way; what was sealed beside it brings every order to central once."""

import pytest

from clienteling.central.commands import escrow as take_escrow
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.notes import actions as notes
from clienteling.desktop.notes.domain import Reader
from clienteling.desktop.runtime.db import Unopened, open_engine
from clienteling.desktop.runtime.keys import Key
from tests.faults.desk import Desk
from tests.helpers.actions import MINSEO
from tests.helpers.vault import KEY
from tests.helpers.web import Web

pytestmark = pytest.mark.slow
ANN = Reader("ann", "associate", "here")
SECRETS = ("김민서", "박하늘", "010-1234-5678", "coat", "wool", "minseo", "G1-0")


@pytest.fixture
def web(tmp_path, monkeypatch):
    monkeypatch.setenv("CLIENTELING_CENTRAL_FOLDER", str(tmp_path / "files"))
    web = Web(f"sqlite+aiosqlite:///{tmp_path / 'central.sqlite'}", tmp_path / "files")
    yield web
    web.close()


def day(till):
    """A morning that arrives, an hour whose answers are lost, an afternoon without network; the numbers told."""
    till.exchange()
    told = [till.sell() for _ in range(3)]
    till.exchange()
    till.losing = True
    told += [till.sell() for _ in range(3)]
    till.exchange()
    till.losing, till.offline = False, True
    told += [till.sell() for _ in range(6)]
    till.do(customers.create, "here", "ann", "박하늘", "010-5555-0000", privacy_notice=True)
    till.do(notes.write, ANN, MINSEO, "Likes wool", False)
    return told


def unreadable(file, key):
    engine = open_engine(file, key)
    with pytest.raises(Unopened):
        engine.connect()
    engine.dispose()


def lose_the_key(till):
    unreadable(till.folder / "tablet.sqlite", Key(bytes(32), "file"))


def damage_the_index(till):
    file = till.folder / "tablet.sqlite"
    body = bytearray(file.read_bytes())
    for place in range(0, len(body), 1000):
        body[place] ^= 0xFF
    file.write_bytes(body)
    unreadable(file, KEY)


def lose_the_store(till):
    for file in till.folder.glob("tablet.sqlite*"):
        file.unlink()


def at_central(web, table, column="number"):
    return sorted(row[0] for row in web.run(lambda tx: tx.exec_driver_sql(f"SELECT {column} FROM {table}").fetchall()))


@pytest.mark.parametrize("lose", [lose_the_key, damage_the_index, lose_the_store])
def test_every_order_that_was_told_is_at_central_once(tmp_path, web, lose, capsys):
    till = Desk(tmp_path / "till", web, seed=f"{lose.__name__}")
    told = day(till)
    till.close()
    lose(till)
    file = till.folder / "outbox.sealed"
    body = file.read_bytes()
    assert not [secret for secret in SECRETS if secret.encode() in body]
    url = f"sqlite+aiosqlite:///{tmp_path / 'central.sqlite'}"
    stocks = []
    for _ in range(2):  # somebody tries it again to be sure
        assert take_escrow([file], url) == 0
        assert at_central(web, "orders") == sorted(told)
        assert at_central(web, "note_version", "text") == ["Likes wool"]
        assert at_central(web, "customer", "name").count("박하늘") == 1
        stocks.append(at_central(web, "stock", "quantity"))
    assert stocks[0] == stocks[1], "nothing is taken from the shelf a second time"
    first, again = capsys.readouterr().out.splitlines()
    assert "0 unreadable" in first and "0 new" in again


def test_a_tablet_that_comes_back_after_the_import_doubles_nothing(tmp_path, web):
    till = Desk(tmp_path / "till", web, seed="comes back")
    told = day(till)
    assert take_escrow([till.folder / "outbox.sealed"], f"sqlite+aiosqlite:///{tmp_path / 'central.sqlite'}") == 0
    till.offline = False
    for _ in range(2):
        till.exchange()
    assert at_central(web, "orders") == sorted(told)
    states = till.do(lambda tx: {row[0] for row in tx.exec_driver_sql("SELECT state FROM outbox")})
    assert states == {"delivered"}
    till.close()
