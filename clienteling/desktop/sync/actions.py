"""What a person can do about facts that central did not take; knows no feature.

Whatever is told once more is a new fact with a new id, in the place of the refused one and in the same transaction;
when it was done stays as it was.
"""

from collections.abc import Iterable, Mapping

import msgspec

from clienteling.contract.ids import new_id
from clienteling.contract.v1.sync import Answer, Operation
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.sync import held, mirror, outbox
from clienteling.desktop.sync.mirror import Mirrors
from clienteling.desktop.sync.words import Words


def resend(tx: Tx, mirrors: Mirrors, op: str) -> bool:
    """Tell a refused fact anew; False when it is not refused any more.

    One that met somebody else's change goes over what central says now; any other still says what it had seen.
    """
    item = outbox.blocked(tx, op)
    if item is None:
        return False
    anew = item.operation
    if item.state == "conflict":
        word = held.base_of(tx, _kind(anew), anew.id)
        anew = msgspec.structs.replace(anew, base=word.ver if word else 0)
    return _retell(tx, mirrors, op, anew)


def decide(tx: Tx, mirrors: Mirrors, words: Mapping[str, Words], op: str, mine: Iterable[str]) -> bool:
    """Of the fields that conflict keep those named in `mine` and central's for the others; all else is told anyway.

    False when the fact is not refused any more.
    """
    item = outbox.blocked(tx, op)
    if item is None:
        return False
    anew = words[_kind(item.operation)].chosen(item.operation, item.answer or Answer(op, 409), frozenset(mine))
    return _retell(tx, mirrors, op, anew) if anew else let_go(tx, mirrors, op)


def rewrite(tx: Tx, mirrors: Mirrors, words: Mapping[str, Words], op: str, values: Mapping[str, str]) -> bool:
    """Tell a refused fact with other content; False when it is not refused any more.

    Raises Problem for content that cannot stand.
    """
    item = outbox.blocked(tx, op)
    if item is None:
        return False
    return _retell(tx, mirrors, op, words[_kind(item.operation)].rewritten(item.operation, values))


def let_go(tx: Tx, mirrors: Mirrors, op: str) -> bool:
    """Give a refused fact up: central's word stands, what waited behind it goes on; False when not refused."""
    item = outbox.drop_blocked(tx, op)
    if item is None:
        return False
    mirror.rebuild(tx, mirrors, _kind(item.operation), item.operation.id)
    return True


def _retell(tx: Tx, mirrors: Mirrors, op: str, anew: Operation) -> bool:
    told = outbox.retell(tx, op, msgspec.structs.replace(anew, op=new_id()))
    mirror.rebuild(tx, mirrors, _kind(anew), anew.id)
    return told


def _kind(operation: Operation) -> str:
    return operation.kind.split(".")[0]
