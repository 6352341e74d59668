"""Every English sentence on the screen has its Korean one, with the same places for values."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from tests.house.tree import files, name, parsed

SAYERS = {"say", "Problem"}
IN_QML = re.compile(r"\bqsTr(?:Id)?\(\s*(?:(\"(?:\\.|[^\"\\])*\")\s*([,)])?)?")
PLACES = re.compile(r"\{\w*\}|%L?\d|%n")


def translations(root: Path, language: str) -> dict[str, tuple[str, ...]]:
    """Every msgid with its translations (several where it has plurals), from all parts."""
    found: dict[str, tuple[str, ...]] = {}
    for path in files(root, f"*{language}.po", "resources/translations"):
        with path.open("rb") as opened:
            for message in read_po(opened, locale=language):
                ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
                texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
                found.update({each: tuple(texts) for each in ids if each and not message.fuzzy})
    return found


def _said_in_qml(path: Path) -> Iterator[tuple[int, str | None]]:
    text = path.read_text(encoding="utf-8")
    for found in IN_QML.finditer(text):
        whole = found[1] and found[2]
        yield text.count("\n", 0, found.start()) + 1, json.loads(found[1]) if whole else None


def _said_in_python(path: Path) -> Iterator[tuple[int, str | None]]:
    for node in ast.walk(parsed(path)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in SAYERS and isinstance(node.args[0], ast.Constant):
            yield node.lineno, node.args[0].value


def sentences(root: Path) -> Iterator[tuple[str, str | None]]:
    """Place and text of every sentence; None where the text is not one literal and so cannot be translated."""
    for path in files(root, "*.qml", "clienteling"):
        yield from ((f"{name(root, path)}:{line}", text) for line, text in _said_in_qml(path))
    for path in files(root, "*.py", "clienteling/desktop"):
        yield from ((f"{name(root, path)}:{line}", text) for line, text in _said_in_python(path))


def every_sentence_is_translated(root: Path) -> Iterator[str]:
    """Each qsTr, say and Problem sentence has a Korean entry in resources/translations/parts."""
    korean = translations(root, "ko")
    for place, text in sentences(root):
        if text is None:
            yield f"{place} translates something that is not one literal sentence"
        elif not any(korean.get(text, ("",))):
            yield f"{place} has no Korean for: {text}"


def translations_keep_the_places(root: Path) -> Iterator[str]:
    """A translation has the same {names}, %1 and %n as its sentence."""
    for text, translated in sorted(translations(root, "ko").items()):
        for each in translated:
            if each and set(PLACES.findall(each)) != set(PLACES.findall(text)):
                yield f"{text!r} and {each!r} have different places for values"


def sentences_are_typed_once(root: Path) -> Iterator[str]:
    """No two parts translate the same sentence differently."""
    seen: dict[str, tuple[str, str]] = {}
    for path in files(root, "*ko.po", "resources/translations"):
        with path.open("rb") as opened:
            catalogue = read_po(opened, locale="ko")
        for message in catalogue:
            if not message.id or not isinstance(message.id, str):
                continue
            where, text = seen.setdefault(message.id, (name(root, path), str(message.string)))
            if text != message.string:
                yield f"{name(root, path)} says {message.string!r} for {message.id!r}, {where} says {text!r}"
