"""The key of the local store, as a value that nobody prints by mistake; knows not where it is kept."""

import hmac
import secrets
from typing import Any, NoReturn

LENGTH = 32


class Key:
    """32 random bytes and the name of who keeps them: `tpm`, `keyring`, `central` or `file`."""

    __slots__ = ("_raw", "keeper")

    def __init__(self, raw: bytes, keeper: str) -> None:
        if len(raw) != LENGTH:
            raise ValueError(f"a key has {LENGTH} bytes, this has {len(raw)}")
        self._raw = bytes(raw)
        self.keeper = keeper

    @classmethod
    def new(cls, keeper: str) -> "Key":
        """A key that nobody ever had."""
        return cls(secrets.token_bytes(LENGTH), keeper)

    def reveal(self) -> bytes:
        """The bytes themselves, for the one who keeps or uses them; they belong in no message."""
        return self._raw

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and hmac.compare_digest(self._raw, other._raw)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Key(kept by {self.keeper})"

    def __reduce_ex__(self, protocol: Any) -> NoReturn:
        raise TypeError("a key is not written down")
