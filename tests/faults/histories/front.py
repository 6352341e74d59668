"""Central as the network meets it: the whole ASGI application, or its handlers without HTTP around them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any
from urllib.parse import quote, urlencode

import msgspec

from clienteling.central.app import Central
from clienteling.central.customers import routes as customers
from clienteling.central.runtime.problems import HANDLERS, Problem
from clienteling.central.signin import actions as signin
from clienteling.central.sync import routes
from clienteling.contract.v1.sync import Push

MSGPACK = "application/msgpack"
PROBLEM = "application/problem+json"


class Request(msgspec.Struct, frozen=True):
    """What left a tablet."""

    method: str
    path: str
    token: str
    params: dict[str, Any] = {}
    body: bytes = b""


class Reply(msgspec.Struct, frozen=True):
    """What came back, or what somebody on the way said in central's place."""

    status: int
    body: bytes = b""
    kind: str = MSGPACK
    headers: dict[str, str] = {}


async def without_http(central: Central, words: Any, request: Request) -> Reply:
    """The handler that the route names, with the same errors as problems."""
    try:
        told = await _handle(central, words, request)
    except Exception as fault:
        return _problem(fault)
    return Reply(200, msgspec.msgpack.encode(told))


async def _handle(central: Central, words: Any, request: Request) -> Any:
    db, path = central.db, request.path
    if path == "/health":
        return {"status": "ok"}
    by = await db.read(signin.by_token, request.token)
    if by is None:
        raise Problem(401, "This device is not registered")
    if path == "/v1/sync/push":
        return await routes.push_operations.fn(db, by, words, msgspec.msgpack.decode(request.body, type=Push))
    if path == "/v1/sync/scopes":
        return await routes.list_scopes.fn(db, by, words, central.shelf)
    if path == "/v1/sync/changes":
        asked = SimpleNamespace(headers={"accept": MSGPACK})
        given = dict(request.params)
        return await routes.read_changes.fn(asked, db, by, words, given.pop("scope"), **given)
    if path.endswith("/fetch"):
        return await customers.fetch_customer.fn(db, by, path.split("/")[3])
    raise Problem(404, "Not Found")


def _problem(fault: Exception) -> Reply:
    handler = next(HANDLERS[kind] for kind in type(fault).__mro__ if kind in HANDLERS)
    told = handler(None, fault)
    return Reply(told.status_code, told.content, PROBLEM, dict(told.headers or {}))


async def over_asgi(app: Any, request: Request) -> Reply:
    """The same through every layer of the application."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": request.body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(_scope(request), receive, send)
    headers = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Reply(sent[0]["status"], body, headers.get("content-type", ""), headers)


def _scope(request: Request) -> dict[str, Any]:
    told = {"authorization": f"Bearer {request.token}", "accept": MSGPACK, "content-type": MSGPACK}
    told["content-length"] = str(len(request.body))
    return {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": request.method, "scheme": "http",
        "headers": [(name.encode(), value.encode()) for name, value in told.items()], "root_path": "",
        "path": request.path, "raw_path": quote(request.path).encode(), "client": ("127.0.0.1", 1),
        "query_string": urlencode(request.params).encode(), "server": ("central", 80),
    }  # fmt: skip
