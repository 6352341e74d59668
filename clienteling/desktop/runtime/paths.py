"""Where things lie: what is shipped with the app, and what it keeps on this device."""

import os
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

_PACKAGE = Path(__file__).parents[2]
_NAME = "clienteling"


def resources() -> Path:
    """The shipped fonts, icons and words: inside an installed package, or beside it in a clone."""
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def imports() -> Path:
    """The folder QML modules are found from."""
    return _PACKAGE.parent


def data() -> Path:
    """Where the store of this device lies; CLIENTELING_HOME moves it."""
    home = os.environ.get("CLIENTELING_HOME")
    return _made(Path(home) / "data" if home else user_data_path(_NAME, appauthor=False))


def cache() -> Path:
    """Where things lie that may be deleted at any time."""
    home = os.environ.get("CLIENTELING_HOME")
    return _made(Path(home) / "cache" if home else user_cache_path(_NAME, appauthor=False))


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
