"""Encrypts the store of an earlier version in its place, once; whatever moment it is stopped at, nothing is lost."""

import os
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.desktop.runtime.db import is_plain, unlock
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.vault.domain import Refusal
from clienteling.desktop.vault.file import settle_folder

_CHUNK = 1 << 20


def encrypt(path: Path, key: Key) -> None:
    """Put an encrypted copy in the place of a store that lies open, then overwrite the open one."""
    old, part = path.with_name(path.name + ".open"), path.with_name(path.name + ".part")
    if not is_plain(path):
        _wipe(old)
        return
    for left in (old, part):  # of a time that was interrupted: the store itself is still whole
        left.unlink(missing_ok=True)
    _copy(path, part, key)
    # a second name for the open file: after the exchange it can still be found and overwritten
    os.link(path, old)
    part.replace(path)
    settle_folder(path.parent)
    _wipe(old)


def _copy(path: Path, part: Path, key: Key) -> None:
    with closing(dbapi2.connect(str(path), isolation_level=None)) as plain:
        if not _is_sound(plain):
            raise Refusal(f"The store of an earlier version, {path}, is damaged. Keep the file and ask for support.")
        # a write-ahead log of the open file would be taken for one of the encrypted file
        if plain.execute("PRAGMA journal_mode=delete").fetchone()[0] != "delete":
            raise Refusal(f"The store {path} is in use by something else. End that, then start the app again.")
        plain.execute("ATTACH ? AS sealed KEY ?", (str(part), f"x'{key.reveal().hex()}'"))
        plain.execute("SELECT sqlcipher_export('sealed')")
        plain.execute("DETACH sealed")
        wanted = _tally(plain)
    with closing(dbapi2.connect(str(part), isolation_level=None)) as sealed:
        unlock(sealed, key)
        if (
            _tally(sealed) != wanted
            or not _is_sound(sealed)
            or sealed.execute("PRAGMA cipher_integrity_check").fetchall()
        ):
            raise Refusal(f"The store {path} could not be encrypted: its copy differs. Nothing was changed; try again.")
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _is_sound(connection: Any) -> bool:
    return bool(connection.execute("PRAGMA quick_check").fetchall() == [("ok",)])


def _tally(connection: Any) -> dict[str, tuple[str, int]]:
    """The statement that made each table and how many rows it has."""
    made = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    return {name: (sql, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name, sql in made}


def _wipe(old: Path) -> None:
    """Overwrite and remove what anybody could read; a flash disk may still keep some of it until it is reused."""
    if not old.exists():
        return
    with old.open("rb+") as file:
        left = old.stat().st_size
        while left > 0:
            left -= file.write(bytes(min(left, _CHUNK)))
        os.fsync(file.fileno())
    old.unlink()
