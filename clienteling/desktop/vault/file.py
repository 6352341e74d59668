"""The key in a file that only its owner may read: protects a lost disk's copy no more than the disk does."""

import os
import stat
from pathlib import Path

from clienteling.desktop.runtime.keys import LENGTH, Key
from clienteling.desktop.vault.domain import Refusal

OWNER_ONLY = 0o600
# no link is followed, and Windows leaves line ends alone; each where there is such a flag
_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class KeyFile:
    """`tablet.key` beside the store; used only where an operator asked for it by name."""

    name = "file"

    def __init__(self, folder: Path) -> None:
        self.path = folder / "tablet.key"

    def able(self) -> bool:
        """Every device has files."""
        return True

    def key(self, new: bool) -> Key:
        """The key in the file; raises Refusal where it is gone, damaged or readable by others."""
        try:
            descriptor = os.open(self.path, os.O_RDONLY | _AS_IT_IS)
        except FileNotFoundError:
            if new:
                return self._made()
            raise Refusal(f"The key file {self.path} is gone. Put it back from where you keep a copy.") from None
        except OSError as fault:
            raise Refusal(f"The key file {self.path} cannot be read: {fault.strerror}.") from fault
        with os.fdopen(descriptor, "rb") as file:
            _check(os.fstat(descriptor), self.path)
            raw = file.read(LENGTH + 1)
        if len(raw) != LENGTH:
            raise Refusal(f"The key file {self.path} is damaged. Put it back from where you keep a copy.")
        return Key(raw, self.name)

    def _made(self) -> Key:
        key = Key.new(self.name)
        write_once(self.path, key.reveal())
        return key


def write_once(path: Path, content: bytes) -> None:
    """A small file for its owner only, whole or not at all, and on the disk when this returns."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _AS_IT_IS, OWNER_ONLY), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    settle_folder(path.parent)


def settle_folder(folder: Path) -> None:
    """What was renamed or removed in a folder survives a loss of power."""
    if os.name == "nt":  # folders cannot be opened there, and renames are journalled
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _check(found: os.stat_result, path: Path) -> None:
    if os.name == "nt":  # what may be read there is inherited from the user's own folder
        return
    if found.st_uid != os.geteuid():
        raise Refusal(f"The key file {path} belongs to somebody else. Check who put it there.")
    if stat.S_IMODE(found.st_mode) & 0o077:
        raise Refusal(f"Others may read the key file {path}. Take that right away: chmod 600 {path}")
