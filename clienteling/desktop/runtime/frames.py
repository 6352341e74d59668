"""The write-ahead log frame by frame, past SQLite: what it would read, and what lies behind a break; knows no key.

The format is SQLite's own (https://sqlite.org/fileformat2.html#the_write_ahead_log).
"""

import struct
from dataclasses import dataclass
from pathlib import Path

PAGE = 4096
_HEADER, _FRAME_HEADER = 32, 24
_WORDS = {order: struct.Struct(f"{order}{PAGE // 4}I") for order in "<>"}
_MASK = 0xFFFFFFFF


@dataclass(frozen=True)
class Frame:
    """One page in the log; `sure` says that it belongs to a commit that SQLite would read."""

    number: int
    data: bytes
    sure: bool


def read(file: Path) -> list[Frame]:
    """The frames of the log's present round in their order.

    Frames that were never finished are left out as SQLite leaves them out; only when a frame is there that is not what
    was written, what follows the last sure commit is given too.
    """
    log = file.with_name(file.name + "-wal")
    content = log.read_bytes() if log.exists() else b""
    size = _FRAME_HEADER + PAGE
    starts = range(_HEADER, len(content) - size + 1, size)
    heads = [content[at : at + _FRAME_HEADER] for at in starts]
    if not heads:
        return []
    bodies = [content[at + _FRAME_HEADER : at + size] for at in starts]
    salts = _salts(content, heads)
    linked = _linked(content, heads, bodies)
    sure = max((n + 1 for n in range(linked) if _commits(heads[n])), default=0)
    there = range(len(heads)) if _is_broken(heads, linked, salts) else range(sure)
    return [
        Frame(struct.unpack(">I", heads[n][:4])[0], bodies[n], n < sure)
        for n in there
        if n < sure or _is_of(salts, heads[n])
    ]


def _salts(content: bytes, heads: list[bytes]) -> bytes:
    """The mark of the present round: frames of an earlier one may still lie behind it."""
    return content[16:24] if _header_sum(content) else heads[0][8:16]


def _is_of(salts: bytes, head: bytes) -> bool:
    """Half of the mark is enough, so that a damaged one is still known."""
    return head[8:12] == salts[:4] or head[12:16] == salts[4:]


def _is_broken(heads: list[bytes], linked: int, salts: bytes) -> bool:
    return any(_is_of(salts, head) for head in heads[linked:])


def _commits(head: bytes) -> bool:
    return head[4:8] != bytes(4)


def _linked(content: bytes, heads: list[bytes], bodies: list[bytes]) -> int:
    """How many frames the checksums run through from the log's beginning."""
    sums = _header_sum(content)
    if sums is None:
        return 0
    order = _order(content)
    for n, (head, body) in enumerate(zip(heads, bodies, strict=True)):
        sums = _added(_added(sums, struct.unpack(f"{order}2I", head[:8])), _WORDS[order].unpack(body))
        if head[8:16] != content[16:24] or sums != struct.unpack(">2I", head[16:24]):
            return n
    return len(heads)


def _header_sum(content: bytes) -> tuple[int, int] | None:
    sums = _added((0, 0), struct.unpack(f"{_order(content)}6I", content[:24]))
    return sums if sums == struct.unpack(">2I", content[24:32]) else None


def _order(content: bytes) -> str:
    return ">" if content[3] & 1 else "<"


def _added(sums: tuple[int, int], words: tuple[int, ...]) -> tuple[int, int]:
    first, second = sums
    for n in range(0, len(words), 2):
        first = (first + words[n] + second) & _MASK
        second = (second + words[n + 1] + first) & _MASK
    return first, second
