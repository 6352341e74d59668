"""Every error is a problem, and a mistake of ours says nothing of itself."""

import pytest
import sqlalchemy as sa

from clienteling.central.runtime.db import Database


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("DELETE", "/health", 405),
        ("GET", "/v1/device", 401),
        ("POST", "/v1/sync/push", 401),
    ],
)
def test_every_error_is_a_problem(web, method, path, status):
    answer = web.ask(None, method, path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status and answer.json()["title"]


def test_a_token_is_told_by_its_scheme(web):
    for header in ("", "Bearer", "Bearer x", f"Basic {web.tokens['here']}", web.tokens["here"]):
        answer = web.ask(None, "GET", "/v1/device", headers={"Authorization": header})
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


@pytest.mark.logs("bug", "database_unavailable")
@pytest.mark.parametrize(
    ("error", "status"), [(ZeroDivisionError("secret"), 500), (sa.exc.OperationalError("secret", {}, Exception()), 503)]
)
def test_a_mistake_says_nothing_of_itself(web, monkeypatch, error, status):
    async def broken(self, action, *args):
        raise error

    monkeypatch.setattr(Database, "read", broken)
    answer = web.ask("here", "GET", "/ready")
    assert answer.status_code == status and "secret" not in answer.text
    assert (answer.headers.get("retry-after") == "2") is (status == 503)
