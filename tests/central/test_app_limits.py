"""Every way of asking wrongly is answered by a problem with its own status; what is too much is turned away."""

from __future__ import annotations

import pytest

from tests.helpers.actions import MINSEO

JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("who", "method", "path", "more", "status"),
    [
        ("here", "GET", "/v1/nothing", {}, 404),
        ("here", "PUT", "/v1/customers", {}, 405),
        ("web", "POST", "/v1/events", {"content": b"x" * (1 << 20) + b"x", "headers": JSON}, 413),
        ("web", "POST", "/v1/events", {"json": [{}] * 3}, 400),
        ("web", "POST", "/v1/events", {"content": b"{" * 100_000, "headers": JSON}, 400),
        ("web", "POST", "/v1/events", {"content": b"a=1", "headers": {"Content-Type": "text/plain"}}, 415),
        ("here", "POST", "/v1/sync/push", {"content": b"\xff\xfe", "headers": {"Content-Type": "image/png"}}, 415),
        ("here", "GET", "/v1/sync/changes", {"params": {"scope": "tenant:t", "limit": 501}}, 400),
        ("here", "GET", "/v1/sync/changes", {}, 400),
        ("here", "GET", "/v1/customers", {"params": {"limit": 51}}, 400),
        ("here", "GET", "/v1/customers", {"params": {"q": "x" * 101}}, 400),
        ("here", "GET", f"/v1/customers/{MINSEO}/timeline", {"params": {"limit": 501}}, 400),
        ("here", "GET", "/v1/catalog/products", {"params": {"limit": 0}}, 400),
        ("web", "POST", "/v1/visits", {"json": {"id": "v", "customer": MINSEO, "store": "here", "source": "app"}}, 422),
    ],
)
def test_a_problem_says_what_is_wrong(web, who, method, path, more, status):
    answer = web.ask(who, method, path, **more)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), answer.text
    told = answer.json()
    assert told["status"] == status and told["title"]


def test_the_largest_body_that_may_be_is_read(web):
    padded = b"[" + b" " * ((1 << 20) - 2) + b"]"
    assert web.ask("web", "POST", "/v1/events", content=padded, headers=JSON).json() == {"new": 0}


def test_a_body_whose_size_is_not_told_is_cut_off_too(web):
    async def endless():
        for _ in range(40):
            yield b" " * (1 << 16)

    answer = web.ask("web", "POST", "/v1/events", content=endless(), headers=JSON)
    assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")
