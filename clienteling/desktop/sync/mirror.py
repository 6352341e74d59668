"""Turns central's changes into a feature's rows, with this tablet's untold facts laid over them; knows no feature."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec
import structlog

from clienteling.contract.v1.sync import Change, Operation
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.sync import held, outbox

log = structlog.get_logger()
UNFIT = (KeyError, TypeError, ValueError, AttributeError, msgspec.ValidationError)
"""What a fact or a record raises that another version of the app or of central has made."""


class Mirror(Protocol):
    """How one kind of record lives in the tables of its feature."""

    @property
    def kind(self) -> str:
        """The record's kind; facts about it have this word before their dot."""

    @property
    def local(self) -> bool:
        """Whether facts of this tablet may be about it."""

    def apply(self, tx: Tx, changes: Sequence[Change]) -> None:
        """Write central's records over the rows."""

    def remove(self, tx: Tx, ids: Sequence[str]) -> None:
        """Delete the rows of these entities."""

    def redo(self, tx: Tx, operation: Operation) -> None:
        """Apply one fact of this tablet to the rows; a fact that no longer fits changes nothing."""


Mirrors = Mapping[str, Mirror]


def apply_changes(tx: Tx, mirrors: Mirrors, scope: str, changes: Sequence[Change]) -> int:
    """Apply a page of a scope; returns how many changes had a kind unknown here."""
    by_kind: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_kind[change.kind].append(change)
    for kind, some in by_kind.items():
        _apply_kind(tx, mirrors.get(kind), scope, kind, some)
    return sum(len(some) for kind, some in by_kind.items() if kind not in mirrors)


def _apply_kind(tx: Tx, mirror: Mirror | None, scope: str, kind: str, changes: Sequence[Change]) -> None:
    gone = [change.id for change in changes if change.deleted or not change.data]
    live = [change for change in changes if not change.deleted and change.data]
    if mirror and live:
        known = held.held_versions(tx, kind, [change.id for change in live])
        _take(tx, mirror, [change for change in live if change.ver >= known.get(change.id, 0)])
    if live:
        held.hold(tx, scope, kind, live)
    if gone:
        drop(tx, mirror, kind, held.release(tx, scope, kind, gone))


def _take(tx: Tx, mirror: Mirror, changes: Sequence[Change]) -> None:
    if not changes:
        return
    if mirror.local:
        held.keep_base(tx, changes)
    _write(tx, mirror, changes)
    if mirror.local:
        for id in outbox.entities_with_facts(tx, mirror.kind, [change.id for change in changes]):
            _redo(tx, mirror, id)


def _write(tx: Tx, mirror: Mirror, changes: Sequence[Change]) -> None:
    """A record that this version of the app cannot read is passed over; it holds up none of the others."""
    try:
        with tx.begin_nested():
            mirror.apply(tx, changes)
    except UNFIT as fault:
        if len(changes) == 1:
            log.error("a record of another version cannot be shown", kind=mirror.kind, fault=type(fault).__name__)
            return
        for change in changes:
            _write(tx, mirror, [change])


def keep_cursor(tx: Tx, mirrors: Mirrors, scope: str, cursor: str) -> None:
    """Note how far a scope was read, in the transaction that applied it.

    Whether central was put back since it took a tablet's first facts is not known before anything was read from it:
    they are told once more.
    """
    if not held.scopes(tx):
        tell_again(tx, mirrors)
    held.keep_cursor(tx, scope, cursor)


def tell_again(tx: Tx, mirrors: Mirrors) -> None:
    """Central may have been put back: what it decided waits once more, and stands in sight where no record says it."""
    unsaid = [about for about in outbox.tell_again(tx) if held.base_of(tx, *about) is None]
    for kind, id in dict.fromkeys([*unsaid, *outbox.ask_again(tx)]):
        rebuild(tx, mirrors, kind, id)


def drop(tx: Tx, mirror: Mirror | None, kind: str, ids: Sequence[str]) -> None:
    """Forget entities that no scope holds any more; what this tablet still tells of them stays in sight."""
    if not mirror or not ids:
        return
    held.forget_base(tx, kind, ids)
    mirror.remove(tx, ids)
    if mirror.local:
        for id in outbox.entities_with_facts(tx, kind, ids):
            _redo(tx, mirror, id)


def rebuild(tx: Tx, mirrors: Mirrors, kind: str, id: str) -> None:
    """Show an entity anew: central's last word, then the facts that still stand."""
    mirror = mirrors.get(kind)
    if mirror is None:
        return
    word = held.base_of(tx, kind, id)
    if word:
        _write(tx, mirror, [word])
    else:
        mirror.remove(tx, [id])
    _redo(tx, mirror, id)


def _redo(tx: Tx, mirror: Mirror, id: str) -> None:
    word = held.base_of(tx, mirror.kind, id)
    seen = word.ver if word else 0
    for item in outbox.of_entity(tx, mirror.kind, id):
        untold = item.state in outbox.WAITING and item.ver is None
        told = item.state in (*outbox.WAITING, "acked") and (item.ver or 0) > seen
        if untold or told:
            _show(tx, mirror, item.operation)


def _show(tx: Tx, mirror: Mirror, operation: Operation) -> None:
    try:
        mirror.redo(tx, operation)
    except UNFIT as fault:  # central will say so too; until then all else goes on
        log.error("a fact of another version cannot be shown", kind=operation.kind, fault=type(fault).__name__)
