"""The settings an operator gives this tablet, from the environment over a TOML file; knows no feature.

The file is named by CLIENTELING_CONFIG (else config.toml in the app's data folder), the same names in lower case:

    central = "https://central.example.com"
    token = "the token that central printed when this tablet was registered"

    coupons = ["SALE-....", "2799........."]    # the shop's own; a full stop is any sign: only in the file

    [in_store]          # where a price or a weight stands in codes that begin with 02 or 20-29: only in the file
    price = ["23.....{NNNNN}"]
    weight = ["21.....{NNDDD}"]

    CLIENTELING_CENTRAL   where central answers
    CLIENTELING_TOKEN     this tablet's token
    CLIENTELING_KEY       who keeps the key of the local store: auto, tpm, keyring, central or file
    CLIENTELING_HOME      a folder for all that this tablet keeps, instead of the user's own data and cache folders
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from clienteling.contract.pieces import Written
from clienteling.desktop.runtime import paths


class Misconfigured(Exception):
    """A setting is missing or cannot be used; the message says which."""


Coupon = Annotated[str, msgspec.Meta(min_length=4, max_length=128, pattern=r"[^.]")]
"""A full stop stands for any sign; something has to stand for itself."""


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where central answers, with which token, who keeps the key of the local store, and how its own codes read."""

    central: str
    token: str
    key: Literal["auto", "tpm", "keyring", "central", "file"] = "auto"
    in_store: Written = {}
    coupons: list[Coupon] = []


def load(environment: Mapping[str, str] = os.environ) -> Config:
    """The settings in force; raises Misconfigured."""
    file = Path(environment.get("CLIENTELING_CONFIG") or paths.data() / "config.toml")
    values = _file(file) if file.exists() else {}
    names = {"central": "CLIENTELING_CENTRAL", "token": "CLIENTELING_TOKEN", "key": "CLIENTELING_KEY"}
    values |= {name: environment[key] for name, key in names.items() if key in environment}
    try:
        return msgspec.convert(values, Config)
    except msgspec.ValidationError as error:
        raise Misconfigured(f"This tablet is not set up yet ({error}). Set CLIENTELING_CENTRAL and _TOKEN.") from error


def _file(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise Misconfigured(f"{file.name}: {error}") from error
