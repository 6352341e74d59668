"""Structured logs without personal data: one JSON line a request or event, never a query, a body or a value."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from time import perf_counter
from typing import Any

import structlog
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

_FRAMES = 12


def configure(level: str) -> None:
    """Send every log line of this process to standard error as JSON, from `level` up."""
    threshold = logging.getLevelName(level.upper())
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            bare_error,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        logger_factory=lambda *_names: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )


def bare_error(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace an exception by its type and places: its message may quote what somebody typed."""
    error = event.pop("exc_info", None)
    if isinstance(error, BaseException):
        frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
        event["error"] = type(error).__name__
        event["places"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return event


def each_request(app: ASGIApp) -> ASGIApp:
    """Middleware: a line for each request, with the route's template instead of the address that was asked."""

    async def logged(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            return await app(scope, receive, send)
        began, status = perf_counter(), 0

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await app(scope, receive, noted)
        finally:
            spent = round((perf_counter() - began) * 1000, 1)
            route = scope.get("path_template") or "none"
            structlog.get_logger().info("request", method=scope["method"], route=route, status=status, ms=spent)

    return logged
