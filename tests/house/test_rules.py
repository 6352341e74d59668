"""Every rule holds for this tree, and every rule has been seen to fail on one that breaks it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.house import folders, papers, rooms, screens, sentences, sizes
from tests.house.cases import BROKEN, SOUND

Rule = Callable[[Path], Iterator[str]]
NOT_RULES = {"sentences", "translations"}


def rules_of(*modules: ModuleType) -> dict[str, Rule]:
    """The public functions that a rule module defines itself."""
    return {
        key: value
        for module in modules
        for key, value in vars(module).items()
        if getattr(value, "__module__", "") == module.__name__ and not key.startswith("_") and key not in NOT_RULES
    }


RULES = rules_of(folders, papers, rooms, screens, sentences, sizes)


def build(root: Path, files: dict[str, str]) -> None:
    """A small tree of the given files."""
    for place, text in files.items():
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("rule", RULES)
def test_this_tree_keeps(rule, root):
    broken = list(RULES[rule](root))
    assert not broken, "\n".join([str(RULES[rule].__doc__), *broken])


@pytest.mark.parametrize(("rule", "files", "named"), BROKEN, ids=[f"{case[0]}-{case[2]}" for case in BROKEN])
def test_a_broken_tree_is_caught(rule, files, named, tmp_path):
    build(tmp_path, files)
    assert any(named in complaint for complaint in RULES[rule](tmp_path))


@pytest.mark.parametrize(("rule", "files"), SOUND, ids=[case[0] for case in SOUND])
def test_a_sound_tree_is_left_alone(rule, files, tmp_path):
    build(tmp_path, files)
    assert not list(RULES[rule](tmp_path))


def test_every_rule_has_been_seen_to_fail():
    assert set(RULES) == {rule for rule, _files, _named in BROKEN}
