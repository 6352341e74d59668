"""What the sync centre says about facts of notes, and what may be written anew there."""

from collections.abc import Mapping

import msgspec

from clienteling.contract.v1.sync import Operation
from clienteling.desktop.notes.domain import MAX_CHARACTERS, fits, tidy
from clienteling.desktop.notes.wire import describe
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.runtime.text import say
from clienteling.desktop.sync.words import Entry, Words


def entries(_tx: Tx, operation: Operation) -> list[Entry]:
    """The wording, where the fact has one."""
    text = operation.args.get("text")
    return [] if text is None else [Entry("text", say("Note"), text, "text", MAX_CHARACTERS)]


def rewritten(operation: Operation, values: Mapping[str, str]) -> Operation:
    """The fact with another wording; raises Problem for one that does not fit."""
    text = tidy(values["text"])
    if not fits(text):
        raise Problem("A note has 1 to {n} characters.", n=MAX_CHARACTERS)
    return msgspec.structs.replace(operation, args=operation.args | {"text": text})


WORDS = Words(describe, entries=entries, rewritten=rewritten)
