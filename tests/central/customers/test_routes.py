"""People over HTTP: found by anybody's tablet, masked elsewhere, fetched on the record, never for the web token."""

import pytest

from tests.helpers.actions import MINSEO, YUNA


def test_a_search_is_masked_and_recorded(web):
    found = web.ask("here", "GET", "/v1/customers", params={"q": "5432"}).json()
    assert [(hit["id"], hit["phone"]) for hit in found["hits"]] == [(YUNA, "•••-••••-5432")]
    assert web.ask("here", "GET", f"/v1/customers/{YUNA}").json()["email"] == "y•••@example.com"
    assert web.ask("there", "GET", f"/v1/customers/{YUNA}").json()["email"] == "yuna@example.com"


def test_a_fetched_person_is_a_scope_of_the_device(web):
    assert web.ask("here", "POST", f"/v1/customers/{YUNA}/fetch").json() == {"scope": f"customer:{YUNA}"}
    scopes = [scope["scope"] for scope in web.ask("here", "GET", "/v1/sync/scopes").json()]
    assert f"customer:{YUNA}" in scopes
    page = web.ask("here", "GET", "/v1/sync/changes", params={"scope": f"customer:{YUNA}"}).json()
    assert [(change["kind"], change["data"]["name"]) for change in page["changes"]] == [("customer", "이유나")]
    assert web.ask("here", "GET", f"/v1/customers/{YUNA}").json()["email"] == "yuna@example.com"


@pytest.mark.parametrize(
    ("who", "path", "status"),
    [
        ("web", f"/v1/customers/{MINSEO}", 403),
        ("web", "/v1/customers?q=a", 403),
        (None, "/v1/customers?q=a", 401),
        ("here", "/v1/customers/nobody", 404),
        ("here", "/v1/customers?q=a&limit=1000", 400),
        ("here", f"/v1/customers/{YUNA}/timeline", 403),
        ("here", f"/v1/suggestions/{YUNA}", 403),
        ("here", f"/v1/suggestions/{MINSEO}", 200),
        ("here", "/v1/orders/nothing", 404),
    ],
)
def test_who_may_ask_what(web, who, path, status):
    answer = web.ask(who, "GET", path)
    assert answer.status_code == status
    if status >= 400:
        assert answer.headers["content-type"].startswith("application/problem+json")
