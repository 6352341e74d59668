"""Central's settings, from the environment over a TOML file over these defaults; knows no feature.

The file is named by CLIENTELING_CENTRAL_CONFIG and holds the same names in lower case, without the prefix:

    database = "postgresql+asyncpg://central@/clienteling?host=/run/postgresql"
    folder = "/var/lib/clienteling"

    [in_store]          # how codes of the shop's own read, as on its tablets: only in the file
    weight = ["21.....{NNDDD}"]

    CLIENTELING_CENTRAL_DATABASE   sqlite+aiosqlite:///FILE or postgresql+asyncpg://USER@HOST/NAME
    CLIENTELING_CENTRAL_FOLDER     where escrow.key lies, which opens what tablets sealed, and ready-made first loads
    CLIENTELING_CENTRAL_HOST       the address to listen on
    CLIENTELING_CENTRAL_PORT       the port to listen on
    CLIENTELING_CENTRAL_LOG        debug, info, warning or error
    CLIENTELING_CENTRAL_HEARTBEAT  seconds between signs of life on a silent stream of nudges
    CLIENTELING_CENTRAL_NIGHT      the hour of the day, in UTC, at which what is done once a night begins
    CLIENTELING_CENTRAL_ENGINE     what counts the purchases that are learned from: duckdb, or a master of Spark
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from clienteling.contract.pieces import Written

_PREFIX = "CLIENTELING_CENTRAL_"
_ENGINE = r"^(duckdb|local(\[.+\])?|yarn|(spark|k8s)://.+)$"


class Misconfigured(Exception):
    """A setting cannot be used; the message names it."""


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an operator may choose."""

    database: str = "sqlite+aiosqlite:///central.sqlite"
    folder: Path = Path("central-files")
    host: str = "127.0.0.1"
    port: int = 8460
    log: Literal["debug", "info", "warning", "error"] = "info"
    heartbeat: float = 20.0
    night: Annotated[int, msgspec.Meta(ge=0, le=23)] = 18
    in_store: Written = {}
    engine: Annotated[str, msgspec.Meta(pattern=_ENGINE)] = "duckdb"


def load(environment: Mapping[str, str] = os.environ, **given: Any) -> Config:
    """The settings in force; what is `given` (and not None) wins. Raises Misconfigured."""
    values: dict[str, Any] = {}
    if path := environment.get(f"{_PREFIX}CONFIG"):
        values |= _file(Path(path))
    values |= {name: environment[_PREFIX + name.upper()] for name in _names() if _PREFIX + name.upper() in environment}
    values |= {name: value for name, value in given.items() if value is not None}
    try:
        return msgspec.convert(values, Config, strict=False, dec_hook=_path)
    except msgspec.ValidationError as error:
        raise Misconfigured(f"central's settings: {error}") from error


def _names() -> tuple[str, ...]:
    return tuple(name for name in Config.__struct_fields__ if name != "in_store")


def _file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise Misconfigured(f"{path}: {error}") from error


def _path(kind: type, value: object) -> object:
    return kind(value)
