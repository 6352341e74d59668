"""Who may import what inside a half: Qt, SQL and the contract have their rooms, and a feature's rooms are private."""

from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import belongs, imports, name, ours

HALVES = ("desktop", "central")
# sync stands on the database itself, with tables of its own
SQL_TOO = {
    "clienteling/central/intake/load.py",
    "clienteling/central/runtime/problems.py",  # turns what a database says into an answer
    "clienteling/central/sync/access.py",
    "clienteling/central/sync/actions.py",
    "clienteling/central/sync/feed.py",
    "clienteling/central/sync/routes.py",
    "clienteling/central/sync/snapshots.py",
    "clienteling/desktop/sync/held.py",
    "clienteling/desktop/sync/mirror.py",
    "clienteling/desktop/sync/outbox.py",
    "clienteling/desktop/sync/salvage.py",
}
# whether central answers is shown on every screen
QT_TOO = {"clienteling/desktop/sync/connection.py"}
COMPOSED = (("app.py",), ("restore.py",), ("start.py",))
QT = ("PySide6", "qasync", "shiboken6")
OPEN_ROOMS = ("actions", "domain")
# who holds the tablet is what every view model asks
SESSION = "clienteling.desktop.signin.viewmodel"
# not features: everybody stands on them, or they compose
SHARED = ("runtime", "sync", "kit")
RANK = {"domain": 0, "store": 1, "wire": 2, "actions": 3, "viewmodel": 4, "routes": 4}


def _places(root: Path) -> Iterator[tuple[Path, str, str, str]]:
    """Each file of a half with its half, its folder (empty at the top) and its room, the first word of its name."""
    for path in ours(root):
        parts = path.relative_to(root / "clienteling").parts
        if parts[0] in HALVES and len(parts) > 1:
            yield path, parts[0], parts[1] if len(parts) > 2 else "", path.stem.split("_")[0]


def contract_stays_at_the_border(root: Path) -> Iterator[str]:
    """contract.v1 only in wire, routes and sync; the value types of contract are everybody's."""
    for path, _half, folder, room in _places(root):
        if folder == "sync" or room in ("wire", "routes"):
            continue
        for line, imported in imports(root, path):
            if belongs(imported, "clienteling.contract.v1"):
                yield f"{name(root, path)}:{line} imports {imported}; only wire, routes and sync know the contract"


def qt_stays_where_it_is_seen(root: Path) -> Iterator[str]:
    """Qt only in the desktop's view models, shell, scanning devices, runtime, app, restore and start."""
    for path in ours(root):
        parts = path.relative_to(root / "clienteling").parts
        if parts[0] == "demo" or name(root, path) in QT_TOO or _may_use_qt(parts):
            continue
        for line, imported in imports(root, path):
            if imported.split(".")[0] in QT:
                yield f"{name(root, path)}:{line} imports {imported}; Qt has no business here"


def _may_use_qt(parts: tuple[str, ...]) -> bool:
    if parts[0] != "desktop":
        return False
    folder, room = parts[1] if len(parts) > 2 else "", Path(parts[-1]).stem.split("_")[0]
    if folder == "scanning":
        return room not in RANK or room == "viewmodel"
    return parts[1:] in COMPOSED or folder in ("shell", "runtime") or room == "viewmodel"


def sql_stays_in_the_store(root: Path) -> Iterator[str]:
    """SQLAlchemy only in store, runtime/db.py, migrations, and the named files of sync."""
    for path in ours(root):
        place = name(root, path)
        allowed = path.stem.split("_")[0] == "store" or place.endswith("/runtime/db.py") or "migrations" in path.parts
        if allowed or place in SQL_TOO:
            continue
        for line, imported in imports(root, path):
            if imported.split(".")[0] in ("sqlalchemy", "sqlcipher3", "sqlite3"):
                yield f"{place}:{line} imports {imported}; SQL lives in store.py"


def rooms_are_private(root: Path) -> Iterator[str]:
    """Another feature is asked only through its actions and domain; what composes (app, intake) sees more."""
    for path, half, folder, own in _places(root):
        if folder in ("", "migrations"):
            continue
        for line, imported in imports(root, path):
            parts = imported.split(".")
            if parts[:2] != ["clienteling", half] or len(parts) < 3 or parts[2] in (folder, *SHARED):
                continue
            if folder == "intake" and parts[2] == "app":
                continue
            if imported == SESSION and (own == "viewmodel" or folder == "shell"):
                continue
            room = parts[3].split("_")[0] if len(parts) > 3 else ""
            if room not in OPEN_ROOMS:
                yield f"{name(root, path)}:{line} imports {imported}; ask {parts[2]} through its actions or domain"


def rooms_follow_in_order(root: Path) -> Iterator[str]:
    """viewmodel or routes, then actions, then wire, then store, then domain: never upwards."""
    for path, half, folder, room in _places(root):
        if room not in RANK or folder in ("", "sync", "runtime"):
            continue
        for line, imported in imports(root, path):
            parts = imported.split(".")
            if parts[:3] != ["clienteling", half, folder] or len(parts) < 4:
                continue
            asked = parts[3].split("_")[0]
            if asked != room and RANK.get(asked, -1) >= RANK[room]:
                yield f"{name(root, path)}:{line} imports {imported}; {room} stands below {asked}"
