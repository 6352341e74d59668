"""Writes down what a run showed, with the commit, the machine and the figures; nothing in the file is typed."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("EVIDENCE.md")


def record(kind: str, figures: dict[str, Any]) -> None:
    """Append one run."""
    lines = [
        f"\n## {kind}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC\n",
        f"- commit: {_commit()}",
        f"- machine: {_machine()}",
    ]
    lines += [f"- {name}: {value}" for name, value in figures.items()]
    with FILE.open("a", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def _commit() -> str:
    def git(*words: str) -> str:
        return subprocess.run(
            ["git", *words], cwd=FILE.parent, capture_output=True, text=True, check=True
        ).stdout.strip()

    changed = git("status", "--porcelain", "--", ":/", f":(exclude,top){FILE.relative_to(FILE.parents[2])}")
    return git("rev-parse", "--short", "HEAD") + (" with changes" if changed else "")


def _machine() -> str:
    system = f"{platform.system()} {platform.release()}"
    return f"{os.cpu_count()} cores {platform.machine()}, {system}, Python {platform.python_version()}"
