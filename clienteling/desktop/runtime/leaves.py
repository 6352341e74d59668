"""The rows on the leaves of a database, past SQLite; knows pages in the clear and no table.

The format is SQLite's own (https://sqlite.org/fileformat2.html#b_tree_pages).
"""

import struct
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress

from clienteling.desktop.runtime.pages import USABLE

Value = None | int | float | str | bytes
_TABLE_LEAF, _INDEX_LEAF = 13, 10
_MOST = {_TABLE_LEAF: USABLE - 35, _INDEX_LEAF: (USABLE - 12) * 64 // 255 - 23}
_LEAST = (USABLE - 12) * 32 // 255 - 23
_WHOLE_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Torn(Exception):
    """A row goes on where no whole page is."""


def rows(pages: Mapping[int, bytes], of: Collection[int]) -> Iterator[tuple[int, list[Value]]]:
    """Every row that begins on a leaf among `of`, with its rowid, 0 in an index; torn ones are left out."""
    for number in of:
        page = pages[number]
        begin = 100 if number == 1 else 0
        if page[begin] not in _MOST:
            continue
        count = struct.unpack(">H", page[begin + 3 : begin + 5])[0]
        cells = struct.unpack(f">{count}H", page[begin + 8 : begin + 8 + 2 * count])
        for cell in cells:
            with suppress(Torn, IndexError, struct.error, UnicodeDecodeError):
                yield _row(pages, page, page[begin], cell)


def _row(pages: Mapping[int, bytes], page: bytes, kind: int, at: int) -> tuple[int, list[Value]]:
    size, at = _varint(page, at)
    rowid, at = _varint(page, at) if kind == _TABLE_LEAF else (0, at)
    return rowid, _values(_payload(pages, page, at, size, _MOST[kind]))


def _payload(pages: Mapping[int, bytes], page: bytes, at: int, size: int, most: int) -> bytes:
    if size <= most:
        return page[at : at + size]
    local = _LEAST + (size - _LEAST) % (USABLE - 4)
    local = local if local <= most else _LEAST
    found = page[at : at + local]
    following = struct.unpack(">I", page[at + local : at + local + 4])[0]
    while len(found) < size:
        if following not in pages:
            raise Torn
        page = pages[following]
        following = struct.unpack(">I", page[:4])[0]
        found += page[4 : 4 + size - len(found)]
    return found


def _values(payload: bytes) -> list[Value]:
    header, at = _varint(payload, 0)
    kinds = []
    while at < header:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    return values


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in _WHOLE_NUMBERS:
        end = at + _WHOLE_NUMBERS[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind == 7:
        return struct.unpack(">d", payload[at : at + 8])[0], at + 8
    if kind < 12:
        return {8: 0, 9: 1}.get(kind), at
    end = at + (kind - 12) // 2
    if end > len(payload):
        raise Torn
    return (payload[at:end].decode() if kind % 2 else payload[at:end]), end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for step in range(8):
        byte = data[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    return value << 8 | data[at + 8], at + 9
