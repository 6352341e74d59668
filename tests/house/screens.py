"""What QML must keep: one module name with its Python package, the order of the house, plain text for data."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.order import levels
from tests.house.tree import files, module, name, parsed

DESKTOP = "clienteling/desktop"
# QtQuick's Text and what inherits it; a TextEdit is plain unless told otherwise
TEXTS = re.compile(r"^\s*(?:\w+\s*:\s*)?(?:T\.|Controls\.)?(Text|Label)\s*\{", re.MULTILINE)
LISTS = re.compile(r"\b(ListView)\s*\{")
RICH = re.compile(r"textFormat\s*:\s*\w+\.(RichText|AutoText|StyledText|MarkdownText)")


def qmldir_bears_the_package_name(root: Path) -> Iterator[str]:
    """A folder with QML has a qmldir named as the Python package; it lists the pages, what it leaves out is private."""
    for folder in sorted({path.parent for path in files(root, "*.qml", "clienteling")}):
        plate, dotted = folder / "qmldir", ".".join(folder.relative_to(root).parts)
        if not plate.exists():
            yield f"{name(root, folder)} has QML but no qmldir"
            continue
        text = plate.read_text(encoding="utf-8")
        if f"module {dotted}" not in text.splitlines():
            yield f"{name(root, plate)} must say: module {dotted}"
        listed = set(re.findall(r"(\w+\.qml)\s*$", text, re.MULTILINE))
        there = {path.name for path in folder.glob("*.qml")}
        yield from (f"{name(root, plate)} lists {page}, which does not exist" for page in sorted(listed - there))
        pages = {page for page in there if page.endswith("Page.qml")}
        yield from (f"{name(root, plate)} does not list {page}" for page in sorted(pages - listed))


def view_models_bear_the_package_name(root: Path) -> Iterator[str]:
    """A QmlElement's QML_IMPORT_NAME is a literal and is the name of its package."""
    for path in files(root, "*.py", DESKTOP):
        text = path.read_text(encoding="utf-8")
        if "@QmlElement" not in text and "@QmlUncreatable" not in text:
            continue
        wanted, given = module(root, path).rpartition(".")[0], _literal(path, "QML_IMPORT_NAME")
        if given != wanted:
            yield f'{name(root, path)} must say QML_IMPORT_NAME = "{wanted}", not {given!r}'


def _literal(path: Path, variable: str) -> object:
    for node in parsed(path).body:
        if isinstance(node, ast.Assign) and any(isinstance(to, ast.Name) and to.id == variable for to in node.targets):
            return node.value.value if isinstance(node.value, ast.Constant) else None
    return None


def qml_obeys_the_order(root: Path) -> Iterator[str]:
    """A QML file imports only modules that stand below its own folder; the rules are Python's."""
    height = levels(root, "desktop")
    for path in files(root, "*.qml", DESKTOP):
        own = path.relative_to(root / DESKTOP).parts[0]
        for asked in re.findall(r"^import clienteling\.desktop\.(\w+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            if asked != own and height.get(asked, 99) >= height.get(own, -1):
                yield f"{name(root, path)} imports {asked}, which does not stand below {own}"


def data_is_plain_text(root: Path) -> Iterator[str]:
    """Every Text and Label says textFormat: Text.PlainText, and nothing is rich: Text fetches remote images."""
    for path in files(root, "*.qml"):
        text = _uncommented(path)
        for line, what in _without(text, TEXTS, r"textFormat\s*:\s*Text\.PlainText"):
            yield f"{name(root, path)}:{line} {what} without textFormat: Text.PlainText"
        for rich in RICH.finditer(text):
            yield f"{name(root, path)}:{text.count(chr(10), 0, rich.start()) + 1} {rich[0]} renders what data says"


def nothing_is_made_ahead(root: Path) -> Iterator[str]:
    """A ListView says cacheBuffer: 0, nothing is asynchronous: what is made ahead is made in pieces.

    Qt crashes when news takes something out of a layout between two of them; a grid's cells have nothing that goes.
    """
    for path in files(root, "*.qml"):
        text = _uncommented(path)
        for line, what in _without(text, LISTS, r"cacheBuffer\s*:\s*0\b"):
            yield f"{name(root, path)}:{line} {what} without cacheBuffer: 0"
        if re.search(r"asynchronous\s*:\s*true", text):
            yield f"{name(root, path)} makes something in pieces: asynchronous: true"


def _uncommented(path: Path) -> str:
    return re.sub(r"//[^\n]*", "", path.read_text(encoding="utf-8"))


def _without(text: str, wanted: re.Pattern[str], saying: str) -> Iterator[tuple[int, str]]:
    """Line and type of each of these blocks that does not say so itself."""
    for found in wanted.finditer(text):
        if not re.search(saying, _block(text, found.end())):
            yield text.count("\n", 0, found.start(1)) + 1, found[1]


def _block(text: str, start: int) -> str:
    """The text from `start` to the brace that closes it, without the blocks inside."""
    depth, own = 1, []
    for sign in text[start:]:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0:
            break
        if depth == 1:
            own.append(sign)
    return "".join(own)
