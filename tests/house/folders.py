"""Where files may lie: no junk drawers, no deep trees, tests beside what they test, a README that tells the truth."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import files, name

DRAWERS = {
    "utils",
    "util",
    "common",
    "helpers",
    "core",
    "manager",
    "managers",
    "service",
    "services",
    "base",
    "misc",
    "lib",
}
DEPTH = 2  # clienteling/<half>/<feature>
MIRRORED = ("desktop", "central", "contract", "demo")
TOLD = ("clienteling", "resources", "tests", "packaging")


def no_junk_drawers(root: Path) -> Iterator[str]:
    """No folder or module is called utils, common, core and the like; only tests/helpers may."""
    for path in files(root, "*.py"):
        parts = [*path.relative_to(root).parent.parts, path.stem]
        if parts[:2] == ["tests", "helpers"]:
            parts = parts[2:]
        yield from (f"{name(root, path)}: {part} is a junk drawer" for part in parts if part in DRAWERS)


def no_deep_trees(root: Path) -> Iterator[str]:
    """clienteling/<half>/<feature>/file and no deeper, migrations apart."""
    for path in files(root, "*", "clienteling"):
        folders = path.relative_to(root / "clienteling").parent.parts
        if len(folders) > DEPTH and "migrations" not in folders:
            yield f"{name(root, path)} lies deeper than clienteling/half/feature"


def tests_mirror_the_source(root: Path) -> Iterator[str]:
    """tests/desktop/cart/test_actions.py tests clienteling/desktop/cart/actions.py (test_cart_page: CartPage.qml)."""
    for half in MIRRORED:
        for path in files(root, "test_*.py", f"tests/{half}"):
            room = root / "clienteling" / path.parent.relative_to(root / "tests")
            if not _has(room, path.stem.removeprefix("test_")):
                yield f"{name(root, path)} tests nothing that exists in {name(root, room)}"


def _has(room: Path, subject: str) -> bool:
    """The subject is a module, a family of modules (artwork_*), a module and a case of it, or a QML file."""
    words = subject.split("_")
    beginnings = ("_".join(words[:count]) for count in range(len(words), 0, -1))
    rooms = [room, room / "v1"] if room.name == "contract" else [room]
    if any((folder / f"{start}.py").exists() for start in beginnings for folder in rooms):
        return True
    if any(room.glob(f"{subject}_*.py")):
        return True
    return (room / f"{''.join(word.capitalize() for word in words)}.qml").exists()


def readme_map_is_true(root: Path) -> Iterator[str]:
    """Every folder that README.md names exists, and every folder that exists is named there."""
    told = set(
        re.findall(r"^([a-z_][\w./-]*)/(?:\s|$)", (root / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    there = {folder for top in TOLD for folder in _folders(root, top)}
    yield from (f"README.md names {folder}/, which does not exist" for folder in sorted(told - there))
    yield from (f"README.md does not name {folder}/" for folder in sorted(there - told))


def _folders(root: Path, top: str) -> set[str]:
    """The folders that hold files, down to the depth that a newcomer wants to be told."""
    deep = 3 if top == "clienteling" else 2
    found = (path.relative_to(root).parent.parts[:deep] for path in files(root, "*", top))
    return {"/".join(parts[:count]) for parts in found for count in range(1, len(parts) + 1)}
