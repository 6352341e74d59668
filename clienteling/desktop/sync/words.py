"""What a feature says about its facts in the sync centre, and what a person may decide there; knows no feature."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from clienteling.contract.v1.sync import Answer, Operation
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import say


@dataclass(frozen=True)
class Side:
    """A field that somebody else changed meanwhile, as this tablet says it and as it stands at central."""

    field: str
    label: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class Entry:
    """A part of a refused fact that may be written anew; `limit` is the most characters, 0 for the field's own."""

    field: str
    label: str
    value: str
    kind: Literal["line", "text", "number"] = "line"
    limit: int = 0


def entries_of(group: str, labels: Mapping[str, str], values: Mapping[str, str], limit: int) -> list[Entry]:
    """An entry for each of the `labels` (English, the keys of their translations), named `group.part`."""
    return [Entry(f"{group}.{part}", say(label), values.get(part) or "", limit=limit) for part, label in labels.items()]


def written_in(group: str, values: Mapping[str, str]) -> dict[str, str]:
    """What was written in the entries of a group, by part, without space around it."""
    mine = [name for name in values if name.startswith(f"{group}.")]
    return {name.removeprefix(f"{group}."): values[name].strip() for name in mine}


def no_sides(_operation: Operation, _answer: Answer) -> list[Side]:
    """Facts of most kinds never meet another's field."""
    return []


def as_it_is(operation: Operation, _answer: Answer, _mine: frozenset[str]) -> Operation | None:
    """The fact once more, where there is nothing to choose."""
    return operation


def nothing_to_write(_tx: Tx, _operation: Operation) -> list[Entry]:
    """Facts of most kinds are a tap, not a text."""
    return []


def unchanged(operation: Operation, _values: Mapping[str, str]) -> Operation:
    """The fact once more, where there is nothing to write."""
    return operation


@dataclass(frozen=True)
class Words:
    """A feature's words for its facts.

    `describe` says a fact in plain words; `sides` what of it met somebody else's change; `chosen` is the fact with the
    fields that were chosen to stand, None when nothing of it is left; `entries` is what of it may be written anew and
    `rewritten` the fact with that; it raises Problem for what cannot stand.
    """

    describe: Callable[[Operation], str]
    sides: Callable[[Operation, Answer], list[Side]] = no_sides
    chosen: Callable[[Operation, Answer, frozenset[str]], Operation | None] = as_it_is
    entries: Callable[[Tx, Operation], list[Entry]] = nothing_to_write
    rewritten: Callable[[Operation, Mapping[str, str]], Operation] = unchanged
