"""The linters are clean on this tree, and import-linter's contracts catch a tree that breaks them."""

import shutil
import sys

import pytest

from tests.house.linters import SCRIPTS, commands, run
from tests.house.test_rules import build

FOLDERS = ("contract", "demo", "central/sync", "central/cart", "central/runtime", "desktop/runtime", "desktop/kit",
           "desktop/cart", "desktop/orders", "desktop/shell")  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("linter", ["ruff check", "ruff format", "mypy", "import-linter", "qmllint"])
def test_the_linter_finds_nothing(linter, root):
    done = run(commands(root)[linter], root)
    assert done.returncode == 0, done.stdout[-8000:]


def _contracts(root, tree, files):
    shutil.copy(root / "pyproject.toml", tree / "pyproject.toml")
    plates = {f"clienteling/{folder}/__init__.py": "" for folder in (*FOLDERS, "", "central", "desktop")}
    build(tree, plates | files)
    return run([str(SCRIPTS / "lint-imports"), "--no-cache"], tree)


@pytest.mark.parametrize(
    ("place", "text", "broken"),
    [
        ("contract/a.py", "import clienteling.desktop.cart", "meet only in the contract BROKEN"),
        ("desktop/cart/a.py", "import clienteling.central.cart", "meet only in the contract BROKEN"),
        ("central/cart/a.py", "import clienteling.desktop.cart", "meet only in the contract BROKEN"),
        ("desktop/cart/a.py", "import clienteling.demo", "meet only in the contract BROKEN"),
        ("attic/__init__.py", "", "meet only in the contract BROKEN"),
        ("desktop/cart/a.py", "import clienteling.desktop.orders", "Inside the desktop BROKEN"),
        ("desktop/runtime/a.py", "import clienteling.desktop.kit", "Inside the desktop BROKEN"),
        ("desktop/attic/__init__.py", "", "Inside the desktop BROKEN"),
        ("central/sync/a.py", "import clienteling.central.cart", "Inside central BROKEN"),
        ("central/attic/__init__.py", "", "Inside central BROKEN"),
    ],
)
def test_a_wrong_direction_is_caught(place, text, broken, root, tmp_path):
    done = _contracts(root, tmp_path, {f"clienteling/{place}": text})
    assert done.returncode != 0
    assert broken in done.stdout, done.stdout


def test_a_circle_is_caught(root, tmp_path):
    circle = {
        "clienteling/desktop/cart/a.py": "import clienteling.desktop.cart.b",
        "clienteling/desktop/cart/b.py": "import clienteling.desktop.cart.a",
    }
    assert "No circles among siblings BROKEN" in _contracts(root, tmp_path, circle).stdout


def test_a_sound_tree_passes(root, tmp_path):
    sound = {"clienteling/desktop/orders/a.py": "import clienteling.desktop.cart\nimport clienteling.contract"}
    assert _contracts(root, tmp_path, sound).returncode == 0


@pytest.mark.parametrize(
    ("linter", "text"),
    [
        ("ruff check", '"""A."""\nimport os\n'),
        ("ruff format", '"""A."""\nx = {  "a":1 }\n'),
        ("mypy", '"""A."""\ndef add(one, two): return one + two\n'),
    ],
)
def test_a_bad_module_is_caught(linter, text, root, tmp_path):
    shutil.copy(root / "pyproject.toml", tmp_path / "pyproject.toml")
    build(tmp_path, {"clienteling/__init__.py": '"""A."""\n', "clienteling/contract/a.py": text})
    assert run(commands(tmp_path)[linter], tmp_path).returncode != 0


def test_the_linters_are_those_of_this_interpreter():
    assert (SCRIPTS / "ruff").exists() and str(SCRIPTS) in sys.executable


@pytest.mark.slow
@pytest.mark.parametrize(("word", "found"), [("visible", True), ("visibel", False)])
def test_a_typo_in_a_binding_is_caught(word, found, root, tmp_path):
    page = f"import QtQuick\n\nItem {{\n    id: page\n    width: page.{word} ? 1 : 2\n}}\n"
    plates = {f"clienteling/{folder}__init__.py": "" for folder in ("", "desktop/", "desktop/cart/")}
    shown = {"CartPage.qml": page, "qmldir": "module clienteling.desktop.cart\nCartPage 1.0 CartPage.qml\n"}
    build(tmp_path, plates | {f"clienteling/desktop/cart/{name}": text for name, text in shown.items()})
    (tmp_path / "packaging").mkdir()
    shutil.copy(root / "packaging" / "qmllint.py", tmp_path / "packaging")
    done = run([sys.executable, "packaging/qmllint.py"], tmp_path)
    assert (done.returncode == 0) is found, done.stdout
