"""How long a module, a function and a QML file may be; a door-plate is one docstring."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import files, name, ours, parsed

MODULE, FUNCTION, QML, SCRIPTS = 300, 40, 200, 2


def modules_are_short(root: Path) -> Iterator[str]:
    """At most 300 lines a Python file; split by noun, never squeeze."""
    for folder in ("clienteling", "tests", "packaging"):
        for path in files(root, "*.py", folder):
            lines = len(path.read_text(encoding="utf-8").splitlines())
            if lines > MODULE:
                yield f"{name(root, path)} has {lines} lines, {MODULE} are allowed"


def functions_are_short(root: Path) -> Iterator[str]:
    """At most 40 lines a function, its docstring included."""
    for folder in ("clienteling", "tests", "packaging"):
        for path in files(root, "*.py", folder):
            for node in ast.walk(parsed(path)):
                if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    continue
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION:
                    yield f"{name(root, path)}:{node.lineno} {node.name} has {lines} lines, {FUNCTION} are allowed"


def qml_is_short(root: Path) -> Iterator[str]:
    """At most 200 lines and two JavaScript functions a QML file."""
    for path in files(root, "*.qml"):
        text = path.read_text(encoding="utf-8")
        lines, scripts = len(text.splitlines()), len(re.findall(r"^\s*function\s+\w+\s*\(", text, re.MULTILINE))
        if lines > QML:
            yield f"{name(root, path)} has {lines} lines, {QML} are allowed"
        if scripts > SCRIPTS:
            yield f"{name(root, path)} has {scripts} JavaScript functions, {SCRIPTS} are allowed"


def packages_are_door_plates(root: Path) -> Iterator[str]:
    """An `__init__.py` holds one docstring and nothing else."""
    for folder in ("clienteling", "tests"):
        for path in files(root, "__init__.py", folder):
            body = parsed(path).body
            if len(body) != 1 or ast.get_docstring(parsed(path)) is None:
                yield f"{name(root, path)} must hold one docstring and nothing else"


def modules_say_what_they_hold(root: Path) -> Iterator[str]:
    """Every module has a docstring; so has every public function of actions, domain and contract."""
    for path in ours(root):
        tree = parsed(path)
        if ast.get_docstring(tree) is None:
            yield f"{name(root, path)} has no docstring"
        told = "contract" in path.parts or path.stem.split("_")[0] in ("actions", "domain")
        for node in tree.body:
            public = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_")
            if told and public and ast.get_docstring(node) is None:
                yield f"{name(root, path)}:{node.lineno} {node.name} has no docstring"
