"""One keeper is chosen when the tablet is set up; from then on it is that one or nothing."""

import pytest

from clienteling.desktop.runtime.config import Config
from clienteling.desktop.runtime.db import open_engine
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.vault import unlock as unlocking
from clienteling.desktop.vault.domain import Refusal
from clienteling.desktop.vault.unlock import unlock


class Drawer:
    """Keeps a key in memory, as a keeper that this device has or has not."""

    def __init__(self, name, able=True):
        self.name, self.there, self.kept = name, able, None

    def able(self):
        return self.there

    def key(self, new):
        if self.kept is None and not new:
            raise Refusal(f"{self.name} has no key")
        self.kept = self.kept or Key.new(self.name)
        return self.kept


def settings(wish="auto"):
    return Config("http://nowhere", "token", wish)


@pytest.fixture
def drawers(monkeypatch):
    monkeypatch.setattr(unlocking, "ORDER", ("tpm", "keyring", "central"))
    return {name: Drawer(name) for name in ("tpm", "keyring", "central", "file")}


def test_the_first_that_the_device_has_keeps_the_key(tmp_path, drawers):
    drawers["tpm"].there = False
    key = unlock(settings(), tmp_path, drawers)
    assert key.keeper == "keyring" and drawers["tpm"].kept is None
    assert unlock(settings(), tmp_path, drawers) == key


def test_nobody_else_is_asked_later(tmp_path, drawers):
    drawers["tpm"].there = False
    unlock(settings(), tmp_path, drawers)
    drawers["tpm"].there, drawers["keyring"].kept = True, None
    with pytest.raises(Refusal, match="keyring has no key"):
        unlock(settings(), tmp_path, drawers)
    assert drawers["tpm"].kept is drawers["central"].kept is None


def test_without_a_safe_place_there_is_no_store(tmp_path, drawers):
    for drawer in drawers.values():
        drawer.there = drawer.name == "file"
    with pytest.raises(Refusal, match="no safe place"):
        unlock(settings(), tmp_path, drawers)
    assert not list(tmp_path.iterdir()) and drawers["file"].kept is None


def test_the_file_is_used_only_while_somebody_says_so(tmp_path, drawers):
    key = unlock(settings("file"), tmp_path, drawers)
    assert key.keeper == "file"
    with pytest.raises(Refusal, match="CLIENTELING_KEY says 'auto'"):
        unlock(settings(), tmp_path, drawers)
    assert unlock(settings("file"), tmp_path, drawers) == key


def test_another_keeper_than_the_chosen_one_is_not_tried(tmp_path, drawers):
    unlock(settings("keyring"), tmp_path, drawers)
    with pytest.raises(Refusal, match="kept by 'keyring'"):
        unlock(settings("tpm"), tmp_path, drawers)


def test_no_new_key_for_a_store_that_has_one(tmp_path, drawers):
    key = unlock(settings(), tmp_path, drawers)
    engine = open_engine(tmp_path / unlocking.STORE, key)
    with engine.begin() as tx:
        tx.exec_driver_sql("CREATE TABLE said (words TEXT)")
    engine.dispose()
    (tmp_path / unlocking.CHOSEN).unlink()
    with pytest.raises(Refusal, match="Put it back"):
        unlock(settings(), tmp_path, drawers)


def test_an_unknown_keeper_is_refused(tmp_path, drawers):
    (tmp_path / unlocking.CHOSEN).write_text('{"keeper": "drawer", "mark": ""}')
    with pytest.raises(Refusal, match="kept by 'drawer'"):
        unlock(settings(), tmp_path, drawers)


def test_a_damaged_choice_is_refused(tmp_path, drawers):
    (tmp_path / unlocking.CHOSEN).write_text("{")
    with pytest.raises(Refusal, match="is damaged"):
        unlock(settings(), tmp_path, drawers)


def test_another_key_is_known_before_the_store_is_touched(tmp_path, drawers):
    unlock(settings(), tmp_path, drawers)
    drawers["tpm"].kept = Key.new("tpm")
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(Refusal, match="another key than this store's"):
        unlock(settings(), tmp_path, drawers)
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before
