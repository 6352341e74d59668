"""What is known of one scanner, so that the next time it is understood at once; knows no device and no table."""

from typing import Literal

import msgspec

Terminator = Literal["any", "cr", "lf", "crlf", "none"]
Framing = Literal["8N1", "7E1", "7O1", "8E1", "8O1"]
Kind = Literal["wedge", "serial", "camera"]

SPEEDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)


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


class Scanner(msgspec.Struct, frozen=True):
    """A scanner or camera that this tablet knows; `id` finds it again, at most one of each kind is `chosen`."""

    id: str
    kind: Kind
    name: str
    chosen: bool = False
    profile: dict[str, object] = {}
