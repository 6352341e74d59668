"""Check every QML file against the types of the Python behind it; exits with 1 at the first kind of warning."""

import importlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QMetaMethod, QMetaProperty, QObject

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "qmllint" / str(os.getpid())  # two may run at once
SOURCE = ROOT / "clienteling" / "desktop"
TOOLS = Path(sys.executable).parent


def run(tool: str, *words: object) -> subprocess.CompletedProcess[str]:
    """Run one of PySide's tools in the build, whose paths are shown as those of the source."""
    command = [str(TOOLS / tool), *map(str, words)]
    done = subprocess.run(command, cwd=BUILD, capture_output=True, text=True, check=False)
    done.stdout = done.stdout.replace(str(BUILD), ".")
    done.stderr = done.stderr.replace(str(BUILD), ".")
    return done


def lay_out(folder: Path) -> Path:
    """Copy a module's QML to the build, with the types of its Python beside it."""
    target = BUILD / folder.relative_to(ROOT)
    target.mkdir(parents=True)
    for file in folder.glob("*.qml"):
        shutil.copy2(file, target)
    words = (folder / "qmldir").read_text(encoding="utf-8")
    if describe(folder, target):
        words = words.rstrip("\n") + "\ntypeinfo types.qmltypes\n"
    (target / "qmldir").write_text(words, encoding="utf-8")
    return target


def describe(folder: Path, target: Path) -> bool:
    """Write types.qmltypes for the QML elements among the Python files; False if there are none."""
    python = [file for file in sorted(folder.glob("*.py")) if "@QmlElement" in file.read_text(encoding="utf-8")]
    if not python:
        return False
    name = ".".join(folder.relative_to(ROOT).parts)
    found = target / "types.json"
    found.write_text(json.dumps([unit(f"{name}.{file.stem}", name) for file in python]), encoding="utf-8")
    made = run(
        "pyside6-qmltyperegistrar", f"--generate-qmltypes={target / 'types.qmltypes'}", "-o", target / "types.cpp",
        f"--import-name={name}", "--major-version=1", "--minor-version=0", found,
    )  # fmt: skip
    if made.returncode:
        sys.exit(f"{folder}: {made.stderr}")
    return True


def unit(module: str, name: str) -> dict:
    """What moc would say of a module, asked of its living classes: PySide's own dumper reads only the simplest."""
    kinds = [
        kind for kind in vars(importlib.import_module(module)).values()
        if isinstance(kind, type) and issubclass(kind, QObject) and kind.__module__ == module
    ]  # fmt: skip
    return {
        "classes": [class_of(kind) for kind in kinds],
        "QML_IMPORT_NAME": name, "QML_IMPORT_MAJOR_VERSION": 1, "inputFile": f"{module}.py", "outputRevision": 69,
    }  # fmt: skip


def class_of(kind: type[QObject]) -> dict:
    """Properties, signals and slots of one class, and its parent."""
    meta = kind.staticMetaObject
    methods = [meta.method(place) for place in range(meta.methodOffset(), meta.methodCount())]
    signals = [method for method in methods if method.methodType() == QMetaMethod.MethodType.Signal]
    slots = [method for method in methods if method.methodType() == QMetaMethod.MethodType.Slot]
    return {
        "className": meta.className(), "qualifiedClassName": meta.className(), "object": True,
        "classInfos": [{"name": "QML.Element", "value": "auto"}],
        "superClasses": [{"access": "public", "name": meta.superClass().className()}],
        "properties": [property_of(meta.property(place), place - meta.propertyOffset())
                       for place in range(meta.propertyOffset(), meta.propertyCount())],
        "signals": [method_of(method) for method in signals], "slots": [method_of(method) for method in slots],
    }  # fmt: skip


def property_of(found: QMetaProperty, index: int) -> dict:
    """One property; one that nobody tells of changes of is constant."""
    entry = {"name": found.name(), "type": word(found.typeName()), "index": index, "read": found.name()}
    if found.isWritable():
        entry["write"] = found.name()
    if found.hasNotifySignal():
        entry["notify"] = _text(found.notifySignal().name())
    return entry | {"constant": found.isConstant(), "required": False, "scriptable": True, "final": False}


def method_of(found: QMetaMethod) -> dict:
    """One signal or slot with the types of what it takes."""
    names = [_text(name) for name in found.parameterNames()]
    types = [word(_text(kind)) for kind in found.parameterTypes()]
    return {
        "name": _text(found.name()), "access": "public", "returnType": word(found.typeName() or "void"),
        "arguments": [{"name": name, "type": kind} for name, kind in zip(names, types, strict=True)],
    }  # fmt: skip


def word(kind: str) -> str:
    """The type in the words QML knows; a model or view model inside another is told as QObject, so anything goes."""
    return {"PySide::PyObjectWrapper": "QVariant", "PyObject": "QVariant", "QObject*": "QVariant"}.get(
        kind, kind or "void"
    )


def _text(found: object) -> str:
    return found if isinstance(found, str) else bytes(found).decode()


def main() -> int:
    """Lay every module out, or the kit and those named, then read all of their QML at once."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    wanted = {"kit", "runtime", *sys.argv[1:]} if sys.argv[1:] else None
    folders = [path.parent for path in sorted(SOURCE.rglob("qmldir")) if not wanted or path.parent.name in wanted]
    files = [file for folder in folders for file in sorted(lay_out(folder).glob("*.qml"))]
    lint = run("pyside6-qmllint", "--max-warnings", "0", "-I", BUILD, *files)
    told = [line for line in (lint.stdout + lint.stderr).splitlines() if not line.startswith("'")]
    print("\n".join(told) or f"{len(files)} QML files, no warning")
    shutil.rmtree(BUILD)
    return lint.returncode


if __name__ == "__main__":
    sys.exit(main())
