"""The ready-made linters and how this project calls them; `python -m tests.house.linters` runs them all."""

import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.house.tree import files

SCRIPTS = Path(sysconfig.get_path("scripts"))
ROOT = Path(__file__).resolve().parents[2]


def strict_files(root: Path) -> list[str]:
    """What mypy must find clean: contract, every domain and actions, sync."""
    return [
        str(path.relative_to(root))
        for path in files(root, "*.py", "clienteling")
        if "contract" in path.parts or "sync" in path.parts or path.stem.split("_")[0] in ("domain", "actions")
    ]


def commands(root: Path) -> dict[str, list[str]]:
    """Name and command line of each linter."""
    return {
        "ruff check": [str(SCRIPTS / "ruff"), "check", "--no-cache", "."],
        "ruff format": [str(SCRIPTS / "ruff"), "format", "--no-cache", "--check", "."],
        "mypy": [sys.executable, "-m", "mypy", *strict_files(root)],
        "import-linter": [str(SCRIPTS / "lint-imports"), "--no-cache"],
        "qmllint": [sys.executable, "packaging/qmllint.py"],
    }


def run(command: list[str], root: Path) -> subprocess.CompletedProcess[str]:
    """Runs one linter in `root`; gives its exit code and all that it said."""
    return subprocess.run(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


def main() -> int:
    """Runs every linter, prints what the failing ones said."""
    failed = 0
    for name, command in commands(ROOT).items():
        done = run(command, ROOT)
        print(f"{name}: {'clean' if done.returncode == 0 else 'NOT CLEAN'}", flush=True)
        if done.returncode:
            failed += 1
            print(done.stdout, flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
