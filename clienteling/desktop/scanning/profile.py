"""What is known of one scanner, so that the next time it is understood at once; knows no device and no table."""

from dataclasses import dataclass
from typing import Literal

import msgspec

Terminator = Literal["any", "cr", "lf", "crlf", "none"]
Framing = Literal["8N1", "7E1", "7O1", "8E1", "8O1"]
Kind = Literal["wedge", "serial", "camera"]

SPEEDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)
FRAMINGS: tuple[Framing, ...] = ("8N1", "7E1", "7O1", "8E1", "8O1")
TERMINATORS: tuple[Terminator, ...] = ("any", "cr", "lf", "crlf", "none")


class SerialProfile(msgspec.Struct, frozen=True):
    """How a scanner on a serial port sends; `baud` in bits a second, `silence` in milliseconds.

    `any` is an end by CR, LF or both, and by silence until one of them was seen. USB scanners do not mind the speed.
    """

    baud: int = 9600
    framing: Framing = "8N1"
    terminator: Terminator = "any"
    prefix: str = ""
    suffix: str = ""
    silence: int = 100


@dataclass(frozen=True)
class WedgeSettings:
    """How a scanner types; times in milliseconds. The defaults fit wired and Bluetooth scanners.

    `end` is the key behind a code, `any` Enter or Tab or silence; `layout` whose keys count, `auto` what makes sense.
    """

    median_gap: float = 60
    longest_gap: float = 120
    first_hold: int = 60
    silence: int = 150
    second_end: float = 50
    human_gap: float = 35  # below this nobody types; above it a text field loses only what looks like a code of ours
    shortest: int = 4
    prefix: str = ""
    suffix: str = ""
    end: Literal["any", "enter", "tab", "none"] = "any"
    layout: Literal["auto", "us", "tablet"] = "auto"


class Scanner(msgspec.Struct, frozen=True):
    """A scanner or camera that this tablet knows; `id` finds it again, at most one of each kind is `chosen`."""

    id: str
    kind: Kind
    name: str
    chosen: bool = False
    profile: dict[str, object] = {}


def using(known: list[Scanner], one: Scanner | None) -> list[Scanner]:
    """The scanners of a kind with this one in use, new or changed as it may be; with none in use where it is None."""
    others = [msgspec.structs.replace(each, chosen=False) for each in known if one is None or each.id != one.id]
    return sorted([*others, *([msgspec.structs.replace(one, chosen=True)] if one else [])], key=lambda each: each.name)
