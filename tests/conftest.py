"""Fixtures of every test: an offscreen machine in Seoul whose random choices can be repeated; knows no feature."""

import gc
import os
import time
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QT_API"] = "pyside6"
os.environ["TZ"] = "Asia/Seoul"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.setdefault("XDG_RUNTIME_DIR", "/tmp")
# a receiver without @Slot has a meta-object of its own; QML finds the properties of the dead at its address
os.environ["QT_LOGGING_RULES"] = "qt.pyside.libpyside.warning=true"
time.tzset()

# a failing example prints its seed and blob, so that the same run can be had again
settings.register_profile("house", deadline=None, print_blob=True, database=None)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parent.parent
SHARED_DATA = Path(os.environ.get("CLIENTELING_SHARED_DATA", ROOT.parent / "shared" / "data"))

# begun first, so that no worker is left alone with one of them at the end
LONGEST = (
    "test_simulation.py",
    "test_shots.py",
    "test_model.py",
    "test_storms.py",
    "test_planted.py",
    "test_kill.py",
    "test_tour.py",
    "test_errors.py",
    "test_steps.py",
)

pytest_plugins = ["pytester", "tests.helpers.logs", "tests.helpers.postgres", "tests.helpers.copies"]


def pytest_collection_modifyitems(items):
    """The longest files first; all else stays in its order."""
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))


@pytest.fixture(scope="module", autouse=True)
def _only_what_is_new():
    """What stands before a module is none of its garbage: to look it over takes longer than the test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data():
    """Gives the path of a real-data file, or skips the test with the name of the one that is missing."""

    def path(name: str) -> Path:
        found = SHARED_DATA / name
        if not found.exists():
            pytest.skip(f"needs the real data file {name}, looked for it in ../shared/data")
        return found

    return path


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """An empty home folder, so that no test reads or writes the person's own."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path
