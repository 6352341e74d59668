"""Every error is a problem, the docs page needs nothing from elsewhere, bodies are packed as the client likes."""

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


def test_health_needs_nothing(web):
    assert web.ask(None, "GET", "/health").json() == {"status": "ok"}
    assert web.ask(None, "GET", "/ready").json() == {"status": "ready"}


def test_the_docs_page_tells_every_operation_without_anything_from_elsewhere(web):
    page, document = web.ask(None, "GET", "/docs"), web.ask(None, "GET", "/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    operations = [one for path in document["paths"].values() for one in path.values()]
    assert len({one["operationId"] for one in operations}) == len(operations) > 20
    for path in document["paths"]:
        assert path in page.text
    assert "http://" not in page.text and "https://" not in page.text and "<script" not in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")


def test_large_answers_are_packed_for_who_can_unpack_them(web):
    packed = web.ask("here", "GET", "/openapi.json", headers={"Accept-Encoding": "zstd"})
    plain = web.ask("here", "GET", "/openapi.json", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "zstd" and "content-encoding" not in plain.headers
    assert packed.json() == plain.json()


def test_a_body_may_be_msgpack(web):
    answer = web.ask("here", "POST", "/v1/sync/push", content=b"\x81\xa6device\xa1d", headers=MSGPACK)
    assert answer.status_code == 400
    answer = web.ask("here", "POST", "/v1/sync/push", content=b"\x82\xa6device\xa1d\xa3ops\x90", headers=MSGPACK)
    assert answer.json() == {"answers": []}
    answer = web.ask("here", "POST", "/v1/sync/push", content=b"\xc1", headers=MSGPACK)
    assert answer.status_code == 400


MSGPACK = {"Content-Type": "application/msgpack"}
