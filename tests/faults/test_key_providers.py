"""E9: whoever keeps the key fails in every way there is, and the store stays shut and whole; it never lies open."""

import base64
import os
import subprocess
import sys

import pytest

from clienteling.demo.halves import running
from tests.helpers import town
from tests.helpers.keepers import Chip, Session, ending, start

FORGET = "import keyring; keyring.delete_password('clienteling', {folder!r})"
CHANGE = "import keyring; keyring.set_password('clienteling', {folder!r}, {text!r})"
LOCK = "import secretstorage as s; s.get_default_collection(s.dbus_init()).lock()"
WORDS = ("it is her birthday",)

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path):
    """Where the store lies."""
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


@pytest.fixture
def session(tmp_path):
    (tmp_path / "home").mkdir()
    with ending(Session(tmp_path / "home")) as session:
        session.begin()
        yield session


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    return town.found(tmp_path_factory.mktemp("central"))


@pytest.fixture
def chip(tmp_path):
    if os.geteuid():
        pytest.fail("only root may ask systemd-creds to seal with the host's secret: run this test as root")
    with ending(Chip(tmp_path / "chip")) as chip:
        chip.begin()
        yield chip


def opens(folder, keeper, *words, **around):
    """The store opens, with what was written before and now."""
    done = start(folder, words=words, **around)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split(maxsplit=1)[0] == keeper
    return done.stdout.strip().removeprefix(keeper).strip()


def refuses(folder, sentence, **around):
    """The store stays shut with this sentence, nothing in its folder was touched, and nothing lies open."""
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    done = start(folder, words=("never written",), **around)
    assert done.returncode == 1 and sentence in done.stderr, done.stderr
    assert done.stderr.count("\n") == 1 and not done.stdout
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def nothing_lies_open(folder):
    for file in folder.iterdir():
        raw = file.read_bytes()
        assert b"SQLite format 3" not in raw and WORDS[0].encode() not in raw, file


class TestKeyring:
    """Secret Service, the real one."""

    @pytest.fixture(autouse=True)
    def kept(self, folder, session):
        assert opens(folder, "keyring", *WORDS, **session.env) == WORDS[0]
        nothing_lies_open(folder)

    def test_it_opens_again_after_the_next_sign_in(self, folder, session):
        session.end()
        session.begin()
        assert opens(folder, "keyring", **session.env) == WORDS[0]

    def test_without_the_session_it_stays_shut(self, folder):
        refuses(folder, "This session has no keyring")

    def test_locked(self, folder, session):
        session.run(LOCK)
        refuses(folder, "The keyring is locked", **session.env)

    def test_a_forgotten_entry_is_not_made_anew(self, folder, session):
        session.run(FORGET.format(folder=str(folder)))
        refuses(folder, "no longer in the keyring", **session.env)

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [(base64.b64encode(bytes(32)).decode(), "another key"), ("", "not the key"), ("Zm9v", "not the key")],
    )
    def test_a_changed_entry(self, folder, session, text, sentence):
        session.run(CHANGE.format(folder=str(folder), text=text))
        refuses(folder, sentence, **session.env)

    def test_a_keyring_that_keeps_nothing_secret_does_not_count(self, folder, session):
        refuses(folder, "has no keyring", PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")


class TestTpm:
    """A TPM 2, in software."""

    @pytest.fixture(autouse=True)
    def kept(self, folder, chip, session):
        """It comes before the keyring."""
        assert opens(folder, "tpm", *WORDS, **session.env | chip.env) == WORDS[0]
        nothing_lies_open(folder)

    def test_it_opens_again_after_a_restart(self, folder, chip):
        chip.end()
        chip.begin()
        assert opens(folder, "tpm", **chip.env) == WORDS[0]

    def test_absent(self, folder, chip, session):
        chip.end()
        refuses(folder, "The TPM of this machine does not open", **session.env)

    def test_changed(self, folder, chip):
        chip.clear()
        refuses(folder, "The TPM of this machine does not open", **chip.env)

    def test_a_lost_or_damaged_seal(self, folder, chip):
        sealed = folder / "tablet.sealed"
        raw = sealed.read_bytes()
        sealed.write_bytes(raw[:-20] + bytes(20))
        refuses(folder, "The TPM of this machine does not open", **chip.env)
        sealed.unlink()
        refuses(folder, "is gone", **chip.env)


class TestCentral:
    """A key that is nowhere on the tablet."""

    @pytest.fixture
    def place(self, shop):
        with running(shop) as url:
            yield {"central": url, "token": shop.tablets[0]}

    def test_it_opens_with_the_network_and_stays_shut_without(self, folder, place):
        assert opens(folder, "central", *WORDS, **place) == WORDS[0]
        nothing_lies_open(folder)
        assert {file.name for file in folder.iterdir()} == {"tablet.keeper", "tablet.sqlite"}
        assert opens(folder, "central", **place) == WORDS[0]
        refuses(folder, "cannot be reached. Connect the tablet")
        refuses(folder, "does not release the key", **place | {"token": "taken off the list"})

    def test_another_tablets_key_is_not_this_stores(self, folder, place, shop):
        opens(folder, "central", *WORDS, **place)
        refuses(folder, "no longer has the key", **place | {"token": shop.tablets[1]})

    def test_where_others_listen_nothing_is_asked(self, folder):
        refuses(folder, "no safe place", central="http://central.example.com")


class TestFile:
    """A last resort that somebody asks for by name."""

    @pytest.fixture(autouse=True)
    def kept(self, folder):
        assert opens(folder, "file", *WORDS, wish="file") == WORDS[0]
        nothing_lies_open(folder)

    def test_it_is_not_used_unless_somebody_still_says_so(self, folder):
        refuses(folder, "CLIENTELING_KEY says 'auto'")

    def test_readable_by_others(self, folder):
        (folder / "tablet.key").chmod(0o644)
        refuses(folder, "chmod 600", wish="file")

    def test_gone_damaged_or_another(self, folder):
        file = folder / "tablet.key"
        file.write_bytes(bytes(32))
        refuses(folder, "another key", wish="file")
        file.write_bytes(b"")
        refuses(folder, "is damaged", wish="file")
        file.unlink()
        refuses(folder, "is gone", wish="file")


def test_without_any_safe_place_there_is_no_store(folder):
    refuses(folder, "no safe place", central="http://central.example.com")
    refuses(folder, "no safe place", central="http://central.example.com", wish="keyring")
    refuses(folder, "no safe place", central="http://central.example.com", wish="tpm")
    assert not list(folder.iterdir())


def test_the_app_itself_says_the_sentence_and_ends(folder):
    opens(folder, "file", *WORDS, wish="file")
    around = {"CLIENTELING_HOME": str(folder.parent), "CLIENTELING_CENTRAL": "http://127.0.0.1:9"}
    around |= {"CLIENTELING_TOKEN": "token", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "clienteling", "desktop"]
    done = subprocess.run(command, env=os.environ | around, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "CLIENTELING_KEY says 'auto'" in done.stderr and "Traceback" not in done.stderr
