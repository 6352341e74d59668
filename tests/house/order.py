"""The order of the house as import-linter's contracts in pyproject.toml write it; one place for Python and QML."""

import re
import tomllib
from pathlib import Path


def levels(root: Path, half: str) -> dict[str, int]:
    """How high each folder of a half stands: the higher number may ask the lower."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == half)
    return {folder: height for height, layer in enumerate(reversed(layers)) for folder in re.findall(r"[a-z_]+", layer)}
