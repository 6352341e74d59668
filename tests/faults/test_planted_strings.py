"""E8: after a whole day nothing a customer is or said, and no key, can be read in any file of the tablet."""

import base64
import tempfile

import pytest
from structlog.testing import capture_logs

from clienteling.contract.codes import loyalty_code
from clienteling.desktop.runtime import db
from clienteling.desktop.vault import backup
from clienteling.desktop.vault.store_backup import backups
from tests.helpers import shop_folder
from tests.helpers import town as towns
from tests.helpers.planted import Search, Witness, planted
from tests.helpers.screen import until
from tests.helpers.shop_folder import GANGNAM, MINSEO, PHOTOGRAPHED, PINS, variant
from tests.helpers.vault import KEY
from tests.journeys.conftest import fonts, loop, qapp_cls, quiet_media, run, tablets, town

__all__ = ["fonts", "loop", "qapp_cls", "quiet_media", "run", "tablets", "town"]
pytestmark = pytest.mark.slow
STRANGERS = 34
PEOPLE = [*shop_folder.PEOPLE, *((f"심은{chr(0xAC00 + 28 * n)}손님", GANGNAM) for n in range(STRANGERS))]
NAME, PHONE, MAIL = "탁월한비밀", "01077003399", "hidden.person@example.kr"
NOTE, STREET, DOOR = "심어둔메모 은색 단추를 좋아하세요", "심어둔길 17", "심은동 1203호"
OFFLINE = "꺼진동안 적은 메모"
SAID = (NAME, PHONE, MAIL, "심어둔메모", "은색 단추", "심어둔길", "심은동 1203호", "꺼진동안", PINS["이서준"])
HERS = [
    words
    for n, (name, place) in enumerate(PEOPLE, 1)
    if place == GANGNAM
    for words in (name, f"82101234{n:04d}", f"client{n}@example.com", loyalty_code(n), f"테헤란로 {n}길 7")
]
WITNESS = Witness()


@pytest.fixture(scope="session")
def small_shop(tmp_path_factory):
    """The small shop with more people in it, each of whom is looked for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shop_folder, "PEOPLE", PEOPLE)
        return towns.found(tmp_path_factory.mktemp("central") / "small")


@pytest.fixture
def places(tmp_path, monkeypatch):
    """Every folder this tablet may write to: its own, the person's, and the one for what is temporary."""
    found = [tmp_path / name for name in ("tablet0", "home", "temp")]
    for folder in found:
        folder.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    monkeypatch.setattr(backup, "SOON", 1.0)
    return found


@pytest.fixture
def search(places, town):
    """What was found in the files of the day, those among them that were gone by the evening."""
    search = Search(planted([*SAID, *HERS], [KEY.reveal()]))
    WITNESS.watch(places, search.look)
    yield search
    WITNESS.stop()


def a_day(tablets, town, run):
    """First load by a ready-made file, all that an associate does, an outage, a restart, an hour that is over."""
    run(town.central.shelf.make(f"store:{GANGNAM}"))
    tablet = tablets().synced().sign_in("이서준")
    assert any("/snapshots/" in asked for asked in tablet.network.asked)
    _greet(tablet)
    _sell(tablet)
    tablet.synced().lose_network()
    tablet.open_customer(MINSEO).note(OFFLINE).scan(PHOTOGRAPHED[1]).order()
    tablets.close(tablet)
    tablet = tablets(cut=True).sign_in("이서준").find_network()
    tablet.open_customer(MINSEO)
    until(lambda: backups(tablet.home / "data" / backup.FOLDER), why="that the store is backed up")


def _greet(tablet):
    app = tablet.app
    for words in (NAME, PEOPLE[-1][0], "심은"):
        app.customers.search(words)
        until(lambda: app.customers.found.state != "loading")
    app.customers.newClient.create(NAME, PHONE, MAIL, True)
    until(lambda: app.navigator.page == "customer" and app.clientbook.state == "rows")
    tablet.screen.click("reveal")
    tablet.note(NOTE).scan(PHOTOGRAPHED[1])


def _sell(tablet):
    cart = tablet.app.cart
    cart.newAddress.begin()
    cart.newAddress.save({"recipient": NAME, "phone": PHONE, "city": "서울", "line1": STREET, "line2": DOOR})
    cart.setWay(variant(1), 1)
    until(lambda: cart.checkout.needsAddress and cart.checkout.addresses.count > 0, why="to be shippable")
    tablet.order()


def test_nothing_can_be_read_after_a_day(tablets, town, run, search, places, capfd):
    with capture_logs() as logged:
        a_day(tablets, town, run)
        said = capfd.readouterr()
    search.look("log", "\n".join([*map(str, logged), said.out, said.err]).encode())
    search.look_into(places)
    assert len(SAID) + len(HERS) > 200 and search.files > 5
    assert sorted(search.found) == []


def test_a_store_that_is_not_encrypted_is_found_out(tablets, town, run, search, places, monkeypatch):
    monkeypatch.setattr(db, "unlock", lambda connection, key: None)
    monkeypatch.setattr(backup, "SOON", 600.0)  # a copy of an open store is refused, which has its own test
    monkeypatch.setattr(f"{__name__}.backups", lambda _: True)
    a_day(tablets, town, run)
    search.look_into(places)
    assert {file for file, _ in search.found} >= {"tablet0/data/tablet.sqlite"}
    missed = {*SAID, *HERS} - {text for _, text in search.found}
    assert len(missed) < 10, missed


def test_what_lies_in_the_open_for_a_moment_is_found_out(search, places):
    with tempfile.TemporaryDirectory() as folder, open(f"{folder}/snapshot", "wb") as file:
        file.write(b"..." + NAME.encode("utf-16-le"))
    assert search.found == {("removed: snapshot", NAME)}


@pytest.mark.parametrize("ahead", range(4))
@pytest.mark.parametrize("spell", ["utf-8", "utf-16-le", "utf-16-be"])
def test_each_spelling_is_known(spell, ahead):
    text = bytes(range(ahead)) + NOTE.encode(spell) + b"then more"
    for way in (text, text.hex().encode(), text.hex().upper().encode(), base64.b64encode(text)):
        search = Search(planted([NOTE]))
        search.look("file", b"before" + way + b"after")
        assert search.found == {("file", NOTE)}, way
    search = Search(planted([], [KEY.reveal()]))
    search.look("file", base64.urlsafe_b64encode(KEY.reveal()))
    assert search.found == {("file", "key 0")}
