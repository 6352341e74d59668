"""The key in the keyring of the person's session: Secret Service, Windows Credential Manager or macOS Keychain."""

import base64
import binascii
from pathlib import Path
from typing import Any

from clienteling.desktop.runtime.keys import LENGTH, Key
from clienteling.desktop.vault.domain import Refusal

SERVICE = "clienteling"
# those that keep a secret; the null, plain-text and chaining ones do not count
REAL = tuple(f"keyring.backends.{name}" for name in ("SecretService", "libsecret", "Windows", "macOS"))


class Ring:
    """One entry for each folder with a store."""

    name = "keyring"

    def __init__(self, folder: Path) -> None:
        self._entry = str(folder)

    def able(self) -> bool:
        """Whether this session has a real keyring."""
        return _backend() is not None

    def key(self, new: bool) -> Key:
        """The key in the keyring; raises Refusal where it is missing, locked, or holds something else."""
        ring = _backend()
        if ring is None:
            raise Refusal("This session has no keyring that keeps the key of the store. Start it, then the app again.")
        text = _asked(ring.get_password, SERVICE, self._entry)
        if text is None and new:
            text = base64.b64encode(Key.new(self.name).reveal()).decode()
            _asked(ring.set_password, SERVICE, self._entry, text)
            text = _asked(ring.get_password, SERVICE, self._entry)
        if text is None:
            raise Refusal("The key of the store is no longer in the keyring. Unlock the keyring that held it.")
        return Key(_raw(text), self.name)


def _backend() -> Any:
    # imported here: whoever keeps the key elsewhere does not wait for it
    import keyring.backend

    found = [ring for ring in keyring.backend.get_all_keyring() if type(ring).__module__.startswith(REAL)]
    return max(found, key=lambda ring: ring.priority, default=None)


def _asked(ask: Any, *words: str) -> Any:
    try:
        return ask(*words)
    except Exception as fault:  # every keyring raises its own
        raise Refusal("The keyring is locked or does not answer. Unlock it, then start the app again.") from fault


def _raw(text: str) -> bytes:
    try:
        raw = base64.b64decode(text, validate=True)
    except binascii.Error:
        raw = b""
    if len(raw) != LENGTH:
        raise Refusal("What the keyring holds for this app is not the key of the store. Put the old entry back.")
    return raw
