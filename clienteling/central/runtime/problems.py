"""What central says when it cannot do what was asked: problem details (RFC 9457); knows no feature."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

_MEDIA_TYPE = "application/problem+json"
_LATER = 2
_MOST_FLAWS = 20
_DATA_EXCEPTION = "22"


class ProblemDetails(msgspec.Struct, omit_defaults=True):
    """The body of every error: `title` is a sentence for the person, `detail` one for who writes the client."""

    title: str
    status: int
    detail: str = ""
    errors: list[dict[str, str]] = []


class Problem(Exception):
    """The request cannot be answered: an HTTP status and a sentence that says why."""

    def __init__(self, status: int, title: str, detail: str = "", headers: dict[str, str] | None = None) -> None:
        super().__init__(title)
        self.status, self.title, self.detail, self.headers = status, title, detail, headers or {}


def answer(details: ProblemDetails, headers: dict[str, str] | None = None) -> Response[bytes]:
    """The response that carries a problem; always JSON, whatever the client accepts."""
    body = msgspec.json.encode(details)
    return Response(body, status_code=details.status, media_type=_MEDIA_TYPE, headers=headers or {})


def on_problem(_request: Request[Any, Any, Any], problem: Problem) -> Response[bytes]:
    """Ours, said where it was noticed."""
    return answer(ProblemDetails(problem.title, problem.status, problem.detail), problem.headers)


def on_http(_request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    """The framework's: no such route, a parameter that does not fit, a body that is too large."""
    title = HTTPStatus(error.status_code).phrase
    flaws = error.extra if isinstance(error.extra, list) else []
    errors = [_flaw(flaw) for flaw in flaws[:_MOST_FLAWS] if isinstance(flaw, dict)]
    return answer(ProblemDetails(title, error.status_code, "" if flaws else error.detail, errors), error.headers)


def on_malformed(_request: Request[Any, Any, Any], error: msgspec.DecodeError) -> Response[bytes]:
    """A body that is not what the contract says."""
    return answer(ProblemDetails("The body is not well formed", 400, str(error)))


def on_busy(_request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """The database does not answer now; nothing was decided, so the same again later is right."""
    structlog.get_logger().warning("database_unavailable", error=type(error).__name__)
    return answer(ProblemDetails("Central is busy", 503), {"Retry-After": str(_LATER)})


def on_rejected(request: Request[Any, Any, Any], error: DBAPIError) -> Response[bytes]:
    """A value that passed every rule and that the database cannot keep, such as a text with a NUL in it."""
    if isinstance(error, IntegrityError):
        return answer(ProblemDetails("Somebody told the same at this moment; ask again", 409))
    if str(getattr(error.orig, "sqlstate", "")).startswith(_DATA_EXCEPTION):
        return answer(ProblemDetails("A value cannot be kept", 400))
    return on_bug(request, error)


def on_bug(_request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """Nothing that was foreseen: told to the log, not to the client."""
    structlog.get_logger().error("bug", exc_info=error)
    return answer(ProblemDetails("Central made a mistake", 500))


HANDLERS: dict[int | type[Exception], Any] = {
    Problem: on_problem,
    HTTPException: on_http,
    msgspec.DecodeError: on_malformed,
    DBAPIError: on_rejected,
    OperationalError: on_busy,
    InterfaceError: on_busy,
    PoolTimeout: on_busy,
    ConnectionError: on_busy,
    Exception: on_bug,
}


def _flaw(flaw: dict[str, Any]) -> dict[str, str]:
    return {"field": str(flaw.get("key", "")), "says": str(flaw.get("message", ""))}
