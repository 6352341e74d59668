"""Takes one figure and writes it into a file, for the process that asked."""

from __future__ import annotations

import argparse
import importlib
import logging
from pathlib import Path

import msgspec
import structlog

from tests.benchmarks.ground import Ground


def main() -> None:
    """`python -m tests.benchmarks.one NAME FOLDER ANSWER [--quick]`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("name")
    parser.add_argument("folder", type=Path)
    parser.add_argument("answer", type=Path)
    parser.add_argument("--quick", action="store_true")
    told = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    figures = importlib.import_module(f"tests.benchmarks.{told.name}").measure(Ground(told.folder, told.quick))
    told.answer.write_bytes(msgspec.json.encode(figures))


if __name__ == "__main__":
    main()
