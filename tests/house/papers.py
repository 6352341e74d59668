"""What may be committed and said: no heavy or generated files, no machine's paths, honest dependencies and commands."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.house.tree import files, imports, name

HEAVY = 2_000_000
GENERATED = (".qmltypes", ".pyc", ".qmlc", ".qm", ".so")
# split, so that this file does not name them
PLACES = re.compile(
    "|".join(
        (
            "/wo" + r"rk/\w",
            "/ro" + r"ot/\w",
            "/ho" + r"me/\w",
            "/Us" + r"ers/\w",
            "py" + r"pi\.org",
            "python" + r"hosted\.org",
            "npm" + r"js\.(?:org|com)",
            "deb\\." + r"debian\.org",
            "--(?:extra-)?index" + "-url",
            "file" + r"://(?!\{|%|\")/?\w",
        )
    )
)
# asked for by an address or by another library, so no file imports them
BY_NAME = {"aiosqlite", "asyncpg", "psycopg", "uvicorn"}
# shiboken6 comes with PySide6
OURS = {"clienteling", "tests", "shiboken6"}
SPELLED = {
    "ibis-framework": "ibis",
    "python-barcode": "barcode",
    "argon2-cffi": "argon2",
    "uuid-utils": "uuid_utils",
    "pillow": "PIL",
    "pynacl": "nacl",
    "zxing-cpp": "zxingcpp",
}


def _committed(root: Path) -> Iterator[Path]:
    """What git tracks or would track; the whole tree where there is no git."""
    if not (root / ".git").exists():
        yield from files(root, "*")
        return
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    yield from (root / line for line in sorted(told.split("\0")) if line and (root / line).is_file())


def _is_binary(path: Path) -> bool:
    with path.open("rb") as opened:
        return b"\0" in opened.read(8192)


def binaries_are_light_and_in_resources(root: Path) -> Iterator[str]:
    """No file over 2 MB, binaries only in resources (and golden pictures of tests), nothing generated."""
    for path in _committed(root):
        place = name(root, path)
        if path.stat().st_size > HEAVY:
            yield f"{place} is larger than {HEAVY // 1_000_000} MB"
        if path.suffix in GENERATED:
            yield f"{place} is build output"
        if _is_binary(path) and not place.startswith("resources/") and "/golden/" not in place:
            yield f"{place} is binary and not in resources/"


def nothing_names_a_machine(root: Path) -> Iterator[str]:
    """No path of somebody's machine, no host of a registry: the tree is the same everywhere."""
    for path in _committed(root):
        if _is_binary(path) or name(root, path) == "LICENSE":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            found = PLACES.search(line)
            if found:
                yield f"{name(root, path)}:{number} names {found[0]}"


def _project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def _bare(requirement: str) -> str:
    return re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-")  # type: ignore[index]


def _grouped(project: dict) -> list[str]:
    return [line for group in project["dependency-groups"].values() for line in group if isinstance(line, str)]


def dependencies_are_declared_and_used(root: Path) -> Iterator[str]:
    """A third-party import is a dependency (of a group, in tests); a dependency is imported, or named above."""
    project = _project(root)
    declared = _modules(project["project"]["dependencies"] + _optional(project))
    groups = _modules(_grouped(project))
    used = set()
    for folder, known in (("clienteling", declared), ("packaging", declared), ("tests", declared | groups)):
        for path in files(root, "*.py", folder):
            for line, imported in imports(root, path):
                top = imported.split(".")[0].lower()
                if top in sys.stdlib_module_names or top in OURS:
                    continue
                used |= {top} if folder == "clienteling" else set()
                if top not in known:
                    yield f"{name(root, path)}:{line} imports {top}, which pyproject.toml does not declare"
    for imported, package in sorted(declared.items()):
        if imported not in used and package not in BY_NAME:
            yield f"pyproject.toml declares {package}, which nothing imports"


def _optional(project: dict) -> list[str]:
    return [line for extra in project["project"].get("optional-dependencies", {}).values() for line in extra]


def _modules(requirements: Iterable[str]) -> dict[str, str]:
    """The packages by the name, in lower case, that one imports them by."""
    packages = [_bare(line) for line in requirements]
    return {SPELLED.get(package, package.replace("-", "_")).lower(): package for package in packages}


def locks_are_whole(root: Path) -> Iterator[str]:
    """Every dependency stands in its lock with a hash; a lock without `make lock` after a change is caught here.

    What is optional is locked for the tests alone.
    """
    project = _project(root)
    wanted = {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-dev.lock": _grouped(project) + _optional(project),
    }
    for lock, lines in wanted.items():
        text = (root / lock).read_text(encoding="utf-8")
        pins = re.findall(r"^([\w.-]+)==[^\n]*\\\n\s+--hash=sha256:", text, re.MULTILINE)
        yield from (f"{lock} lacks {_bare(line)}" for line in lines if _bare(line) not in pins)
        loose = re.findall(r"^([\w.-]+)==[^\\\n]*$", text, re.MULTILINE)
        yield from (f"{lock} has no hash for {package}" for package in loose)
    runtime = (root / "requirements.lock").read_text(encoding="utf-8")
    for package in sorted(set(map(_bare, _optional(project))) - set(map(_bare, project["project"]["dependencies"]))):
        if re.search(rf"^{package}==", runtime, re.MULTILINE):
            yield f"requirements.lock has {package}, which is optional"


def every_command_is_explained(root: Path) -> Iterator[str]:
    """Each target that people call has its line in `make help`."""
    text = (root / "Makefile").read_text(encoding="utf-8")
    called = re.findall(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    for target in " ".join(called).split():
        if not re.search(rf"^{target}:.*## \w", text, re.MULTILINE):
            yield f"make {target} has no line in make help"
