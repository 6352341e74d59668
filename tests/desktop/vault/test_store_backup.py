"""A backup is encrypted, whole and checked; putting one back never removes what stood there."""

import pytest

from clienteling.desktop.runtime.db import is_plain, open_engine
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.vault import store_backup
from clienteling.desktop.vault.domain import Refusal
from clienteling.desktop.vault.store_backup import back_up, backups, put_back
from tests.helpers.vault import KEY

WORDS = "it is her birthday"


@pytest.fixture
def store(tmp_path):
    """A store that is open and has just been written to."""
    engine = open_engine(tmp_path / "tablet.sqlite", KEY)
    write(engine, "CREATE TABLE said (words TEXT)")
    say(engine, WORDS)
    yield engine
    engine.dispose()


def write(engine, statement, *values):
    with engine.begin() as tx:
        tx.exec_driver_sql(statement, values)


def say(engine, words):
    write(engine, "INSERT INTO said VALUES (?)", words)


def said(path, key=KEY):
    engine = open_engine(path, key)
    with engine.begin() as tx:
        words = [word for (word,) in tx.exec_driver_sql("SELECT words FROM said ORDER BY rowid")]
    engine.dispose()
    return words


def test_a_backup_is_one_encrypted_file_with_what_stands_in_the_log_too(store, tmp_path):
    assert (tmp_path / "tablet.sqlite-wal").stat().st_size
    made = back_up(tmp_path / "tablet.sqlite", tmp_path / "backups", KEY)
    assert [file.name for file in (tmp_path / "backups").iterdir()] == [made.name]
    assert not is_plain(made) and WORDS.encode() not in made.read_bytes()
    assert said(made) == [WORDS]


def test_the_last_three_are_kept(store, tmp_path):
    for n in range(5):
        say(store, str(n))
        back_up(tmp_path / "tablet.sqlite", tmp_path / "backups", KEY)
    kept = backups(tmp_path / "backups")
    assert [int(file.stem) for file in kept] == [3, 4, 5]
    assert [len(said(file)) for file in kept] == [4, 5, 6]


def test_a_copy_that_does_not_hold_takes_nobodys_place(store, tmp_path, monkeypatch):
    made = back_up(tmp_path / "tablet.sqlite", tmp_path / "backups", KEY)

    def unsound(_connection):
        raise store_backup.Unsound

    monkeypatch.setattr(store_backup, "check", unsound)
    with pytest.raises(store_backup.Unsound):
        back_up(tmp_path / "tablet.sqlite", tmp_path / "backups", KEY)
    assert backups(tmp_path / "backups") == [made]
    monkeypatch.undo()
    back_up(tmp_path / "tablet.sqlite", tmp_path / "backups", KEY)
    assert len(list((tmp_path / "backups").iterdir())) == 2, "what was left over is gone"


@pytest.mark.parametrize("bits", [1, 8, 64])
def test_a_changed_bit_is_found(store, tmp_path, bits):
    made = back_up(tmp_path / "tablet.sqlite", tmp_path / "backups", KEY)
    raw = bytearray(made.read_bytes())
    for n in range(bits):
        raw[5000 + 37 * n] ^= 1
    made.write_bytes(raw)
    before = (tmp_path / "tablet.sqlite").read_bytes()
    store.dispose()
    with pytest.raises(Refusal, match="Take an older one"):
        put_back(made, tmp_path / "tablet.sqlite", KEY)
    assert said(tmp_path / "tablet.sqlite") == [WORDS] and before


def test_a_backup_of_another_key_is_refused(store, tmp_path):
    made = back_up(tmp_path / "tablet.sqlite", tmp_path / "backups", KEY)
    with pytest.raises(Refusal, match="another key"):
        put_back(made, tmp_path / "tablet.sqlite", Key.new("file"))
    assert not list(tmp_path.glob("*.aside*"))


def test_what_is_put_back_is_the_backup_and_what_stood_there_is_set_aside_with_its_log(store, tmp_path):
    made = back_up(tmp_path / "tablet.sqlite", tmp_path / "backups", KEY)
    say(store, "later")
    copies = [(file, file.read_bytes()) for file in tmp_path.glob("tablet.sqlite*")]
    store.dispose()
    for file, raw in copies:  # as a killed app leaves them
        file.write_bytes(raw)
    put_back(made, tmp_path / "tablet.sqlite", KEY)
    assert said(tmp_path / "tablet.sqlite") == [WORDS]
    assert said(tmp_path / "tablet.sqlite.aside-1") == [WORDS, "later"]
    assert made.exists() and said(made) == [WORDS]


def test_a_store_that_is_gone_can_be_put_back(store, tmp_path):
    made = back_up(tmp_path / "tablet.sqlite", tmp_path / "backups", KEY)
    store.dispose()
    (tmp_path / "tablet.sqlite").unlink()
    put_back(made, tmp_path / "tablet.sqlite", KEY)
    assert said(tmp_path / "tablet.sqlite") == [WORDS]


def test_a_store_that_no_longer_opens_is_set_aside_with_its_log(store, tmp_path):
    made = back_up(tmp_path / "tablet.sqlite", tmp_path / "backups", KEY)
    say(store, "later")
    store.dispose()
    (tmp_path / "tablet.sqlite").write_bytes(b"\xff" * 8192)
    (tmp_path / "tablet.sqlite-wal").write_bytes(b"\xee" * 8192)
    put_back(made, tmp_path / "tablet.sqlite", KEY)
    assert said(tmp_path / "tablet.sqlite") == [WORDS]
    assert (tmp_path / "tablet.sqlite.aside-1").read_bytes() == b"\xff" * 8192
    assert (tmp_path / "tablet.sqlite.aside-1-wal").read_bytes() == b"\xee" * 8192


def test_a_file_of_another_name_is_no_backup(store, tmp_path):
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "of mine.backup").touch()
    assert back_up(tmp_path / "tablet.sqlite", tmp_path / "backups", KEY).stem == "000001"
