"""How a PIN and a device's token are kept so that reading them does not give them away; knows no table."""

import re
import secrets
from hashlib import sha256

from argon2 import PasswordHasher

# moderate on purpose: six digits are guarded by the tablet's own lock-out, and tablets are slow
_PIN = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_SIX_DIGITS = re.compile("[0-9]{6}")


def is_pin(text: str) -> bool:
    """Whether `text` is six ASCII digits."""
    return _SIX_DIGITS.fullmatch(text) is not None


def verifier(pin: str) -> str:
    """The Argon2id verifier of a PIN (t=2, 19 MiB, one lane), in the usual $argon2id$ spelling."""
    return _PIN.hash(pin)


def device_code(store: str, number: int) -> str:
    """The code of a store's device, unlike that of any device of any other store: GN11, and GN1-1 for the store GN1.

    A code begins every receipt number of its device, so two that are the same would be two orders of one number.
    """
    return f"{store}{number}" if store[-1:].isalpha() else f"{store}-{number}"


def new_token() -> str:
    """A device's secret: 256 random bits."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """What central keeps of a token: its SHA-256 in hexadecimal; the token is too long to be guessed from it."""
    return sha256(token.encode()).hexdigest()
