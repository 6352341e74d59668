"""Sentences in Qt's own .qm form, so that Qt finds them on any thread without asking Python; knows no sentence."""

from collections.abc import Mapping, Sequence
from struct import pack

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_LANGUAGE, _RULES, _HASHES, _MESSAGES = 0xA7, 0x88, 0x42, 0x69
_END, _TRANSLATION, _SOURCE = 1, 3, 6
_ONE_AND_MORE = bytes((0x01, 1))  # the first form for exactly 1, the second for all else


def compiled(code: str, words: Mapping[str, Sequence[str]]) -> bytes:
    """The .qm file of a language; a sentence counts in every context, since none is written beside it.

    Layout as QTranslator reads it: https://code.qt.io/cgit/qt/qtbase.git/tree/src/corelib/kernel/qtranslator.cpp
    """
    places: list[tuple[int, int]] = []
    messages = b""
    for source, forms in words.items():
        places.append((_hash(source.encode()), len(messages)))
        messages += _message(source, forms)
    hashes = b"".join(pack(">II", *place) for place in sorted(places))
    rules = _ONE_AND_MORE if any(len(forms) > 1 for forms in words.values()) else b""
    parts = ((_LANGUAGE, code.encode()), (_HASHES, hashes), (_MESSAGES, messages), (_RULES, rules))
    return _MAGIC + b"".join(_part(tag, content) for tag, content in parts if content)


def _message(source: str, forms: Sequence[str]) -> bytes:
    translations = b"".join(_part(_TRANSLATION, form.encode("utf-16-be")) for form in forms)
    return translations + _part(_SOURCE, source.encode()) + bytes((_END,))


def _part(tag: int, content: bytes) -> bytes:
    return pack(">BI", tag, len(content)) + content


def _hash(text: bytes) -> int:
    """The hash of ELF symbol tables, as Qt uses it."""
    value = 0
    for byte in text:
        value = (value << 4) + byte
        value = (value ^ (value & 0xF0000000) >> 24) & 0x0FFFFFFF
    return value or 1
