"""Walks a tree of ours and reads what its files import; knows no rule."""

import ast
from collections.abc import Iterator
from pathlib import Path

LEAVE_OUT = {".git", ".venv", "build", "dist", "shots", "__pycache__", "node_modules"}


def files(root: Path, pattern: str, under: str = ".") -> Iterator[Path]:
    """The files below `under` whose name matches, without what is built, installed or cached."""
    for path in sorted((root / under).rglob(pattern)):
        parts = path.relative_to(root).parts
        if path.is_file() and not any(part in LEAVE_OUT or part.endswith("_cache") for part in parts):
            yield path


def ours(root: Path) -> Iterator[Path]:
    """Every Python file of the package."""
    return files(root, "*.py", "clienteling")


def name(root: Path, path: Path) -> str:
    """The path as people say it: from the root, with slashes."""
    return path.relative_to(root).as_posix()


def module(root: Path, path: Path) -> str:
    """The dotted name of a Python file."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports(root: Path, path: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of all that a file imports, a submodule named as such however it is spelled."""
    package = module(root, path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*start, *(node.module or "").split(".")]).strip(".")
            yield from ((node.lineno, _exact(root, source, alias.name)) for alias in node.names)


def _exact(root: Path, source: str, imported: str) -> str:
    inside = root.joinpath(*source.split("."), imported)
    return f"{source}.{imported}" if inside.is_dir() or inside.with_suffix(".py").exists() else source


def belongs(imported: str, package: str) -> bool:
    """Whether `imported` is `package` or something in it."""
    return imported == package or imported.startswith(package + ".")
