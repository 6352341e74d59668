"""Sync over HTTP: scopes, changes, snapshots, operations and nudges; knows no kind of fact or record."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated, Any

import msgspec
import structlog
from litestar import Request, get, post
from litestar.params import Parameter
from litestar.response import ServerSentEvent, Stream
from litestar.response.sse import ServerSentEventMessage

from clienteling.central.runtime.db import AWAY, Database, Tx
from clienteling.central.runtime.formats import encoder
from clienteling.central.runtime.problems import Problem
from clienteling.central.sync import actions, store
from clienteling.central.sync.domain import By, Words
from clienteling.central.sync.escrow import Seal
from clienteling.central.sync.nudges import Nudges
from clienteling.central.sync.snapshots import Shelf
from clienteling.contract.v1.escrow import SealKey
from clienteling.contract.v1.sync import MAX_OPS, MAX_PUSH_BYTES, SCHEMA, Answer, ChangePage, Operation, Push, Pushed
from clienteling.contract.v1.sync import Scope as ScopeWord

OLDEST_SCHEMA = max(1, SCHEMA - 2)
_MOST_CHANGES = 500
_CHUNK = 1 << 18
_TAGS = ["sync"]


@get("/v1/sync/scopes", operation_id="listScopes", summary="What this device may read", tags=_TAGS)
async def list_scopes(db: Database, by: By, words: Words, shelf: Shelf) -> list[ScopeWord]:
    """Every scope with its epoch and head, and a ready-made first load where there is one."""
    _only_tablets(by)
    heads = await db.read(_my_heads, words, by)
    return [
        ScopeWord(scope, 0, 0) if head is None else ScopeWord(scope, head.epoch, head.head, shelf.offer(scope, head))
        for scope, head in heads.items()
    ]


@get("/v1/sync/changes", operation_id="readChanges", summary="What changed in a scope", tags=_TAGS)
async def read_changes(
    request: Request[Any, Any, Any],
    db: Database,
    by: By,
    words: Words,
    wanted: Annotated[str, Parameter(query="scope", max_length=80)],
    cursor: Annotated[str, Parameter(max_length=60)] = "",
    limit: Annotated[int, Parameter(ge=1, le=_MOST_CHANGES)] = 200,
    schema: int = SCHEMA,
) -> ChangePage:
    """A page of changes after the cursor; 410 when the scope must be loaded afresh, 403 when it is another's."""
    if schema < OLDEST_SCHEMA:
        raise Problem(426, "This app is too old for central. What you did is still taken; please update.")
    return await db.read(_page, words, by, encoder(request.headers), wanted, cursor, limit)


@get("/v1/sync/snapshots/{wanted:str}/{name:str}", operation_id="readSnapshot", tags=_TAGS, raw=True)
async def read_snapshot(
    request: Request[Any, Any, Any], db: Database, by: By, words: Words, shelf: Shelf, wanted: str, name: str
) -> Stream:
    """The file of a first load, whole or from a byte on (Range: bytes=N-)."""
    await db.read(_check_scope, words, by, wanted)
    path = shelf.file(wanted, name)
    if path is None:
        raise Problem(404, "There is no such snapshot any more")
    return _stream(path, request.headers.get("range", ""))


@post(
    "/v1/sync/push",
    operation_id="pushOperations",
    summary="Tell what was done",
    tags=_TAGS,
    status_code=200,
    request_max_body_size=MAX_PUSH_BYTES,
)
async def push_operations(db: Database, by: By, words: Words, data: Push) -> Pushed:
    """One verdict per operation, in order; the same operation again gets the same verdict."""
    _only_tablets(by)
    if len(data.ops) > MAX_OPS:
        raise Problem(413, f"At most {MAX_OPS} operations at once")
    answers: list[Answer] = []
    waiting: set[str] = set()
    for operation in data.ops:
        answer = _wait(operation) if operation.id in waiting else await _tell(db, words, by, operation)
        if answer.status != 200:
            waiting.add(operation.id)
        answers.append(answer)
    return Pushed(answers)


@get("/v1/sync/seal", operation_id="readSeal", summary="The key to seal facts with", tags=_TAGS)
async def read_seal(by: By, seal: Seal) -> SealKey:
    """The public key of this central: what is sealed with it only this central opens."""
    _only_tablets(by)
    return SealKey(seal.public)


@get("/v1/sync/nudges", operation_id="listenForNudges", summary="Word that a scope moved on", tags=_TAGS, raw=True)
async def listen_for_nudges(db: Database, by: By, words: Words, nudges: Nudges) -> ServerSentEvent:
    """A stream of events `nudge` with `{scope, head}`, without content; a comment at least at every heartbeat."""
    _only_tablets(by)

    async def mine() -> set[str]:
        return set(await db.read(readable, words, by))

    heard = nudges.listen(mine)
    await anext(heard, None)  # before the answer begins: who reads what changed as soon as it does misses nothing

    async def events() -> AsyncIterator[ServerSentEventMessage]:
        yield ServerSentEventMessage(comment="listening", data=None)
        async for told in heard:
            for nudge in told:
                yield ServerSentEventMessage(event="nudge", data=msgspec.json.encode(nudge))
            if not told:
                yield ServerSentEventMessage(comment="still here", data=None)

    return ServerSentEvent(events())


def readable(tx: Tx, words: Words, by: By) -> list[str]:
    """The scopes of a device: what its token gives, and the persons it has opened."""
    return [*words.scopes(tx, by), *store.opened(tx, by.device)]


def _only_tablets(by: By) -> None:
    if by.kind != "tablet":
        raise Problem(403, "This token is not a tablet's")


def _my_heads(tx: Tx, words: Words, by: By) -> dict[str, Any]:
    mine = readable(tx, words, by)
    heads = store.heads(tx, mine)
    return {scope: heads.get(scope) for scope in mine}


def _check_scope(tx: Tx, words: Words, by: By, scope: str) -> None:
    _only_tablets(by)
    if scope not in readable(tx, words, by):
        raise Problem(403, "This device may not read that scope")


def _page(tx: Tx, words: Words, by: By, encode: store.Encode, scope: str, cursor: str, limit: int) -> ChangePage:
    _check_scope(tx, words, by, scope)
    try:
        page = store.page(tx, words.records, encode, scope, cursor, limit)
    except ValueError as error:
        raise Problem(400, "That is no cursor") from error
    if page is None:
        raise Problem(410, "Load this scope afresh")
    return page


async def _tell(db: Database, words: Words, by: By, operation: Operation) -> Answer:
    """The verdict; a fault of ours is told for this operation alone and never kept, so that the next go on."""
    try:
        return await db.run(actions.tell, words, by, operation)
    except AWAY:
        raise
    except Exception as error:
        known = operation.kind if operation.kind in words.facts else "unknown"
        structlog.get_logger().error("bug", kind=known, exc_info=error)
        return Answer(operation.op, 500, title="Central made a mistake; it will be tried again")


def _wait(operation: Operation) -> Answer:
    return Answer(operation.op, 503, title="Waits for what was told before about the same")


def _stream(path: Path, extent: str) -> Stream:
    size = path.stat().st_size
    start = extent.removeprefix("bytes=").removesuffix("-")
    begin = int(start) if extent and start.isdecimal() else 0
    if begin >= size:
        raise Problem(416, "The file ends before that", headers={"Content-Range": f"bytes */{size}"})
    headers = {"Accept-Ranges": "bytes", "Content-Length": str(size - begin)}
    if begin:
        headers["Content-Range"] = f"bytes {begin}-{size - 1}/{size}"
    return Stream(
        _pieces(path, begin), headers=headers, media_type="application/zstd", status_code=206 if begin else 200
    )


async def _pieces(path: Path, begin: int) -> AsyncIterator[bytes]:
    with path.open("rb") as file:
        file.seek(begin)
        while piece := file.read(_CHUNK):
            yield piece


ROUTES = [list_scopes, read_changes, read_snapshot, push_operations, read_seal, listen_for_nudges]
