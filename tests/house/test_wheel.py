"""The wheel holds what the app needs to start: code, QML beside it, and the resources."""

import subprocess
import sys
import zipfile

import pytest

from tests.house.tree import files, name


@pytest.mark.slow
def test_the_wheel_is_whole(root, tmp_path):
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(tmp_path)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(root)], check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    code = {name(root, path) for kind in ("*.py", "*.qml", "qmldir") for path in files(root, kind, "clienteling")}
    assert not code - held
    for folder in ("fonts", "icons", "translations"):
        assert any(place.startswith(f"clienteling/_resources/{folder}/") for place in held), folder
    assert not [place for place in held if place.startswith("tests/")]
