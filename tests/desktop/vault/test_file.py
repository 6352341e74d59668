"""The key in a file: only its owner's, only whole."""

import os

import pytest

from clienteling.desktop.vault.domain import Refusal
from clienteling.desktop.vault.file import KeyFile


@pytest.fixture
def keeper(tmp_path):
    return KeyFile(tmp_path)


def test_a_key_is_made_once_and_kept(keeper):
    key = keeper.key(new=True)
    assert keeper.key(new=True) == keeper.key(new=False) == key
    assert keeper.path.stat().st_mode & 0o777 == 0o600
    assert list(keeper.path.parent.iterdir()) == [keeper.path]


def test_a_lost_key_is_never_replaced(keeper):
    with pytest.raises(Refusal, match="is gone"):
        keeper.key(new=False)
    assert not keeper.path.exists()


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o660, 0o606])
def test_a_key_that_others_may_read_is_refused(keeper, mode):
    keeper.key(new=True)
    keeper.path.chmod(mode)
    with pytest.raises(Refusal, match="chmod 600"):
        keeper.key(new=False)


def test_somebody_elses_key_is_refused(keeper, monkeypatch):
    keeper.key(new=True)
    owner = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    with pytest.raises(Refusal, match="somebody else"):
        keeper.key(new=False)


def test_a_link_is_not_followed(keeper, tmp_path):
    keeper.key(new=True).reveal()
    keeper.path.rename(tmp_path / "elsewhere")
    keeper.path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refusal, match="cannot be read"):
        keeper.key(new=False)


@pytest.mark.parametrize("change", [lambda raw: raw[:-1], lambda raw: raw + b"\n", lambda raw: b""])
def test_a_damaged_key_is_refused(keeper, change):
    keeper.key(new=True)
    keeper.path.write_bytes(change(keeper.path.read_bytes()))
    with pytest.raises(Refusal, match="damaged"):
        keeper.key(new=False)
