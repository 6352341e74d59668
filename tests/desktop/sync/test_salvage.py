"""A damaged store is put aside and its facts come back, once, whatever interrupts that; a sound one is left alone."""

import shutil

import pytest

from clienteling.contract.v1.sync import Operation
from clienteling.desktop.runtime import quarantine
from clienteling.desktop.runtime.db import Unopened, metadata, open_engine
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.sync import mirror, outbox, salvage
from tests.helpers.vault import KEY

PAGE = 4096


def fact(n):
    return Operation(f"op-{n}", "note.written", f"note-{n}", {"text": "여름" * 200}, at="2026-11-21T05:06:07.890Z")


def engine_of(file):
    engine = open_engine(file, KEY)
    metadata.create_all(engine)
    return engine


def put(engine, *numbers):
    for n in numbers:
        with engine.begin() as tx:
            tx.info["touched"] = set()
            outbox.put(tx, fact(n))


def held(file):
    engine = engine_of(file)
    with engine.begin() as tx:
        found = {item.operation.op: item.state for item in outbox.items(tx)}
    engine.dispose()
    return found


@pytest.fixture
def file(tmp_path):
    """A store with forty facts on several pages, closed well."""
    file = tmp_path / "tablet.sqlite"
    engine = engine_of(file)
    put(engine, *range(40))
    engine.dispose()
    return file


def flip(file, place):
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)


def restore(file):
    engine = engine_of(file)
    seen = []
    told = salvage.restore(file, engine, KEY, {}, lambda tx, rows: seen.extend(rows))
    engine.dispose()
    return told, seen


def test_a_sound_store_is_left_alone(file):
    salvage.inspect(file, KEY)
    assert not (file.parent / "damaged").exists()
    assert restore(file) == (None, [])


def test_a_damaged_one_is_put_aside_and_its_facts_come_back(file):
    before = file.read_bytes()
    flip(file, len(before) - 100)
    salvage.inspect(file, KEY)
    assert not file.exists(), "the damaged store is not opened any more"
    [aside] = quarantine.unrestored(file)
    assert aside.read_bytes()[: len(before) - PAGE] == before[:-PAGE], "it is kept"
    told, seen = restore(file)
    assert told.anew and told.doubtful == 0 and 30 <= told.facts < 40
    assert len(held(file)) == told.facts and set(held(file).values()) == {"pending"}
    assert ["op-1", 2] in seen or any(len(row) == 2 for row in seen)
    assert restore(file) == (None, []), "once is enough"


def test_a_start_that_is_interrupted_does_it_once_more(file, monkeypatch):
    flip(file, file.stat().st_size - 100)
    with monkeypatch.context() as patch:
        patch.setattr(quarantine, "_mark", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            salvage.inspect(file, KEY)
    assert file.exists(), "nothing goes before everything was kept"
    salvage.inspect(file, KEY)
    with monkeypatch.context() as patch:
        patch.setattr(quarantine, "note_restored", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            restore(file)
    before = held(file)
    told, _seen = restore(file)
    assert told.facts == 0 and held(file) == before


def test_facts_behind_a_break_of_the_log_are_shown_not_sent(file, tmp_path):
    engine = engine_of(file)
    put(engine, 41, 42, 43)
    folder = tmp_path / "pulled out"
    folder.mkdir()
    for part in ("", "-wal"):
        shutil.copy(f"{file}{part}", folder)
    engine.dispose()
    file = folder / file.name
    log = file.with_name("tablet.sqlite-wal")
    flip(log, 32 + 24 + 100)  # in the first frame: SQLite reads none of the log
    salvage.inspect(file, KEY)
    assert file.exists(), "the store itself is sound"
    told, _seen = restore(file)
    assert not told.anew and told.doubtful == told.facts == 3
    states = held(file)
    assert [states[f"op-{n}"] for n in (41, 42, 43)] == ["rejected"] * 3
    assert len(states) == 43
    engine = engine_of(file)
    with engine.begin() as tx:
        mirror.tell_again(tx, {})  # as when something is read for the first time, and when central was put back
    engine.dispose()
    assert held(file) == states


def test_a_salt_that_is_damaged_is_known_from_before(file):
    salvage.inspect(file, KEY)
    flip(file, 3)
    with pytest.raises(Unopened):
        engine_of(file)
    salvage.inspect(file, KEY)
    assert restore(file)[0].facts == 40


def test_a_store_of_another_key_is_left_alone(file):
    before = file.read_bytes()
    salvage.inspect(file, Key(bytes(32), "file"))
    assert file.read_bytes() == before and not (file.parent / "damaged").exists()


def test_a_large_store_is_looked_at_when_something_was_wrong(file, monkeypatch):
    monkeypatch.setattr(salvage, "LARGE", 0)
    flip(file, file.stat().st_size - 100)
    salvage.inspect(file, KEY)
    assert file.exists()
    salvage.suspect(file)
    salvage.inspect(file, KEY)
    assert not file.exists()
