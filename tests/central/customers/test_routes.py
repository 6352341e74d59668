"""People over HTTP: found by anybody's tablet, masked elsewhere, fetched on the record, never for the web token."""

import pytest

from tests.helpers.actions import MINSEO, PRICES, YUNA


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


def test_whoever_still_names_the_one_she_was_reaches_her(web):
    """The web shop hears nothing of a merger, and goes on under the name it knows."""
    made = {"name": "Min Seo", "store": "here", "privacy_notice": True, "email": "m@example.com"}
    tell(web, "customer.created", "twin", made)
    tell(web, "customer.merged", MINSEO, {"other": "twin", "set": {}})
    line = {"op": "op-1", "line": "coat", "quantity": 2, "price": PRICES["coat"], "currency": "KRW", "store": "web"}
    assert web.ask("web", "POST", "/v1/customers/twin/cart/lines", json=line).json()["customer"] == MINSEO
    [there] = web.ask("web", "GET", "/v1/customers/twin/cart").json()["lines"]
    assert there["quantity"] == 2
    event = {"id": "e1", "customer": "twin", "at": "2026-10-01T00:00:00.000Z", "what": "viewed"}
    event |= {"items": [["coat", 1, 0]], "phase": "choose", "channel": "online"}
    assert web.ask("web", "POST", "/v1/events", json=[event]).json() == {"new": 1}
    assert web.ask("here", "GET", "/v1/customers/twin/timeline").json()["events"][0]["id"] == "e1"
    assert web.ask("here", "GET", "/v1/suggestions/twin").json()["customer"] == MINSEO
    assert web.ask("here", "POST", "/v1/customers/twin/fetch").json() == {"scope": f"customer:{MINSEO}"}
    assert web.ask("here", "GET", "/v1/customers/twin").json()["id"] == MINSEO


def tell(web, kind, id, args):
    operation = {"op": f"op-{kind}", "kind": kind, "id": id, "args": args, "staff": "ann"}
    [answer] = web.ask("here", "POST", "/v1/sync/push", json={"device": "x", "ops": [operation]}).json()["answers"]
    assert answer["status"] == 200, answer
