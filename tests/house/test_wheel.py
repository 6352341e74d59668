"""The wheel holds what the app needs to start: code, QML beside it, and the resources."""

import subprocess
import sys
import zipfile

import pytest

from tests.house.tree import files, name


@pytest.mark.slow
def test_the_wheel_is_whole(root, tmp_path):
    build = [
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-w",
        str(tmp_path),
        str(root),
    ]
    subprocess.run([sys.executable, *build], check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    code = [
        path.relative_to(root).as_posix()
        for path in (root / "clienteling").rglob("*")
        if path.suffix in (".py", ".qml")
    ]
    assert not set(code) - held
    for folder in ("fonts", "icons", "translations"):
        assert any(place.startswith(f"clienteling/_resources/{folder}/") for place in held), folder
    assert not [place for place in held if place.startswith("tests/")]
