"""An encrypted database page by page, past SQLite: which pages are whole, and what they say; knows no table.

SQLCipher 4 with its own settings: 4096 bytes a page, the last 80 of them the IV and the HMAC-SHA512 of the page; the
HMAC's key comes from the raw key and the salt at the start of the file (https://www.zetetic.net/sqlcipher/design).
"""

import hashlib
import hmac
import struct
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from clienteling.desktop.runtime import frames
from clienteling.desktop.runtime.frames import PAGE, Frame
from clienteling.desktop.runtime.keys import Key

USABLE = PAGE - 80
_IV, _SALT, _MASK, _ROUNDS = 16, 16, 0x3A, 2
_SAMPLE = 50


class Lock:
    """What tells whole pages from damaged ones, and opens them."""

    def __init__(self, key: Key, salt: bytes) -> None:
        self.salt = salt
        self._key = key.reveal()
        self._mac = hashlib.pbkdf2_hmac("sha512", self._key, bytes(byte ^ _MASK for byte in salt), _ROUNDS, 32)

    def fits(self, number: int, data: bytes) -> bool:
        """Whether a page is exactly what was written under its number."""
        begin = _SALT if number == 1 else 0
        told = hmac.digest(self._mac, data[begin : USABLE + _IV] + struct.pack("<I", number), "sha512")
        return told == data[USABLE + _IV :]

    def opened(self, number: int, data: bytes) -> bytes:
        """The page in the clear, as SQLite sees it; the first 16 bytes of the first page stay unknown."""
        begin = _SALT if number == 1 else 0
        cipher = Cipher(algorithms.AES(self._key), modes.CBC(data[USABLE : USABLE + _IV])).decryptor()
        return bytes(begin) + cipher.update(data[begin:USABLE]) + cipher.finalize()


@dataclass
class Pages:
    """The newest whole image of each page, older ones of those that are bad now, and what lies behind a break."""

    lock: Lock
    whole: dict[int, bytes] = field(default_factory=dict)
    older: dict[int, bytes] = field(default_factory=dict)
    behind: dict[int, bytes] = field(default_factory=dict)
    bad: set[int] = field(default_factory=set)

    @property
    def known(self) -> bool:
        """Whether this key opens anything here."""
        return bool(self.whole or self.older or self.behind)

    @property
    def sound(self) -> bool:
        """Whether SQLite finds everything that was ever kept."""
        return not self.bad and not self.behind

    def clear(self, images: dict[int, bytes]) -> dict[int, bytes]:
        """These pages as SQLite sees them."""
        return {number: self.lock.opened(number, data) for number, data in images.items()}


def read(file: Path, key: Key) -> Pages:
    """Look at every page of a database and of its log; nothing is changed."""
    content, log = file.read_bytes() if file.exists() else b"", frames.read(file)
    images = [(at // PAGE + 1, content[at : at + PAGE]) for at in range(0, len(content), PAGE)]
    pages = Pages(_lock(file, key, images, log))
    for number, data in images:
        _take(pages, number, data)
    if content[:_SALT] != pages.lock.salt:  # no HMAC stands for it, and without it SQLite opens nothing
        pages.bad.add(1)
    for frame in log:
        if frame.sure:
            _take(pages, frame.number, frame.data)
        elif pages.lock.fits(frame.number, frame.data):
            pages.behind[frame.number] = frame.data
    return pages


def _take(pages: Pages, number: int, data: bytes) -> None:
    """A newer image of a page; one that is damaged leaves the older one to be asked."""
    if pages.lock.fits(number, data):
        pages.whole[number] = data
        pages.bad.discard(number)
        pages.older.pop(number, None)
        return
    pages.bad.add(number)
    if number in pages.whole:
        pages.older[number] = pages.whole.pop(number)


def remember(file: Path, pages: Pages) -> None:
    """Keep the salt of a sound store beside it; it is no secret, and without it no page could ever be opened."""
    kept = _salt_of(file)
    if not kept.exists() or kept.read_bytes() != pages.lock.salt:
        kept.write_bytes(pages.lock.salt)


def _salt_of(file: Path) -> Path:
    return file.with_name(file.name + ".salt")


def _lock(file: Path, key: Key, images: list[tuple[int, bytes]], log: list[Frame]) -> Lock:
    """By the salt at the start of the file; where that is damaged, by the one the log has or the one kept beside it."""
    salts = [data[:_SALT] for number, data in images[:1]] + [frame.data[:_SALT] for frame in log if frame.number == 1]
    if _salt_of(file).exists():
        salts.append(_salt_of(file).read_bytes())
    locks = [Lock(key, salt) for salt in dict.fromkeys(salts) if len(salt) == _SALT] or [Lock(key, bytes(_SALT))]
    some = images[:_SAMPLE] + [(frame.number, frame.data) for frame in log[:_SAMPLE]]
    return max(locks, key=lambda lock: sum(lock.fits(*one) for one in some))
