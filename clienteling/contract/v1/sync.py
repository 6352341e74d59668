"""The protocol itself: operations, answers, changes, scopes; knows no feature's words."""

from typing import Any

import msgspec

SCHEMA = 1
MAX_OPS = 100
MAX_PUSH_BYTES = 256_000


class Operation(msgspec.Struct, frozen=True):
    """One fact told by a device: `op` is its idempotency key, `id` the entity it is about, `base` the version seen."""

    op: str
    kind: str
    id: str
    args: dict[str, Any]
    base: int = 0
    staff: str | None = None
    at: str = ""


class Push(msgspec.Struct, frozen=True):
    """A batch from one device, at most MAX_OPS operations or MAX_PUSH_BYTES."""

    device: str
    ops: list[Operation]
    schema: int = SCHEMA


class Answer(msgspec.Struct, frozen=True):
    """The verdict on one operation: 200 applied; 409 with `theirs`; 404, 410, 422 rejected with `title`."""

    op: str
    status: int
    ver: int | None = None
    title: str = ""
    theirs: dict[str, Any] = {}
    result: dict[str, Any] = {}


class Pushed(msgspec.Struct, frozen=True):
    """The verdicts in the order of the operations."""

    answers: list[Answer]


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """The present state of one entity in one scope; `data` is the record of its noun, absent (empty) when deleted."""

    kind: str
    id: str
    ver: int
    deleted: bool = False
    # not `Raw | None`: msgspec reads nothing but null into that
    data: msgspec.Raw = msgspec.Raw()


class Tally(msgspec.Struct, frozen=True):
    """How many live entities of a kind a scope holds, and the sum of their `checksum`s modulo 2**64 in decimal."""

    count: int
    checksum: str


class ChangePage(msgspec.Struct, frozen=True):
    """A page of the feed; `next` is the cursor to ask with; `tallies` by kind come with the last page."""

    changes: list[Change]
    next: str
    more: bool
    tallies: dict[str, Tally] = {}


class Snapshot(msgspec.Struct, frozen=True):
    """A ready-made first load of a scope: one zstd stream of pieces, in the order of kind and id.

    A piece is its length in four bytes, the highest first, and as many bytes of msgpack: an array of at most 500
    `Change`s. So it can be read from memory in one pass, and nobody has to lay it open on a disk.
    """

    url: str
    cursor: str
    schema: int
    sha256: str
    bytes: int
    rows: int


class Scope(msgspec.Struct, frozen=True):
    """One scope that the device's token may read."""

    scope: str
    epoch: int
    head: int
    snapshot: Snapshot | None = None


class Nudge(msgspec.Struct, frozen=True):
    """Something changed in a scope; carries no content."""

    scope: str
    head: int
