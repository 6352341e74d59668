"""The wire as it was promised: a change of a struct of version 1 is a visible change in tests/contract/golden.

`python -m tests.house.test_wire` writes the files anew, for a change that is meant.
"""

import importlib
import json
import pkgutil
from pathlib import Path

import msgspec
import pytest

from clienteling.contract import v1

GOLDEN = Path(__file__).parents[1] / "contract" / "golden"
NOUNS = sorted(module.name for module in pkgutil.iter_modules(v1.__path__))


def promised(noun):
    """Every struct of a noun with its fields, their types and what they are when left out."""
    module = importlib.import_module(f"{v1.__name__}.{noun}")
    mine = [kind for kind in vars(module).values() if isinstance(kind, type) and kind.__module__ == module.__name__]
    structs = {kind.__name__: fields(kind) for kind in mine if issubclass(kind, msgspec.Struct)}
    return json.dumps(structs, indent=1, ensure_ascii=False) + "\n"


def fields(kind):
    return {field.encode_name: words(field) for field in msgspec.structs.fields(kind)}


def words(field):
    """The type as it is written, and the default behind it."""
    plain = isinstance(field.type, type) and not hasattr(field.type, "__args__")
    text = str(field.type.__name__ if plain else field.type)
    text = text.replace("clienteling.contract.v1.", "").replace("typing.", "")
    if field.required:
        return text
    written = isinstance(field.default, str | int | float | bool | None)
    return f"{text} = {field.default!r}" if written else f"{text} = empty"


@pytest.mark.parametrize("noun", NOUNS)
def test_the_wire_is_as_promised(noun):
    assert promised(noun) == (GOLDEN / f"{noun}.json").read_text(encoding="utf-8")


def test_nothing_is_promised_that_is_gone():
    assert sorted(file.stem for file in GOLDEN.glob("*.json")) == NOUNS


if __name__ == "__main__":
    for each in NOUNS:
        (GOLDEN / f"{each}.json").write_text(promised(each), encoding="utf-8")
