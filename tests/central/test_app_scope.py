"""Store scope over every route of the OpenAPI document: who asks sees their own people, and nobody else's anything."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from clienteling.central.runtime.clock import days_ago
from clienteling.central.signin import actions as signin
from clienteling.central.sync.access import access_record
from clienteling.central.sync.store import opened_scope
from clienteling.contract.ids import cart_of
from tests.helpers.actions import MINSEO, PRICES, YUNA
from tests.helpers.web import Web

# words that stand only in what belongs to Yuna, who is at home in the store "there"
SECRETS = (
    "010-9876-5432", "yuna@example.com", "wool itches", "LV0003", "Linden Street", "she is moving", "lovely boots",
    "T1-0001", "argon2",
)  # fmt: skip
OPEN = {"/health", "/ready"}
WEB = {
    "/v1/customers/{customer}/cart", "/v1/customers/{customer}/cart/lines",
    "/v1/customers/{customer}/cart/lines/{line}", "/v1/events", "/v1/visits", "/v1/device", "/v1/catalog/products",
    "/v1/catalog/gtin/{gtin}", "/v1/catalog/pictures/{product}", "/v1/stock/{variant}",
}  # fmt: skip
SCOPES = ("tenant:t", "store:there", f"customer:{YUNA}", "stock:there")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory):
    """Central, in which the store "there" has had a day with Yuna; and a tablet that was revoked."""
    folder: Path = tmp_path_factory.mktemp("central")
    web = Web(f"sqlite+aiosqlite:///{folder / 'central.sqlite'}", folder / "files")
    _live(web)
    for scope in ("store:there", "tenant:t"):
        web.runner.run(web.central.shelf.make(scope))
    device, web.tokens["revoked"] = web.run(signin.register_device, "there", "lost", "tablet")
    web.run(signin.revoke_device, device)
    yield web
    web.close()


def _live(web: Web) -> None:
    line = {"line": "boots", "quantity": 2, "price": PRICES["boots"], "currency": "KRW", "store": "there"}
    address = {"id": "a", "label": "Home", "recipient": "Yuna", "phone": "010", "line1": "1 Linden Street",
               "city": "Seoul", "postcode": "04524", "country": "KR"}  # fmt: skip
    ordered = {"id": "l1", "variant": "boots", "quantity": 1, "price": PRICES["boots"], "fulfilment": "ship"}
    order = {"number": "T1-0001", "cart": cart_of(YUNA), "customer": YUNA, "lines": [ordered], "method": "till",
             "total": PRICES["boots"], "currency": "KRW", "address": address, "store": "there"}  # fmt: skip
    note = {"customer": YUNA, "text": "she is moving", "visibility": "team", "store": "there"}
    told = [
        ("customer.address_added", YUNA, {"address": address}),
        ("cart.line_added", cart_of(YUNA), line | {"customer": YUNA}),
        ("order.placed", "order-1", order),
        ("note.written", "note-1", note),
    ]
    ops = [{"op": f"op-{at}", "kind": kind, "id": id, "args": args, "staff": "far"}
           for at, (kind, id, args) in enumerate(told)]  # fmt: skip
    answers = web.ask("there", "POST", "/v1/sync/push", json={"device": "x", "ops": ops}).json()["answers"]
    assert [answer["status"] for answer in answers] == [200] * len(told), answers
    event = {"id": "e1", "customer": YUNA, "at": "2026-01-01T10:00:00.000Z", "channel": "online", "phase": "use",
             "what": "rated", "items": [["boots", 1, 0]], "text": "lovely boots"}  # fmt: skip
    assert web.ask("web", "POST", "/v1/events", json=[event]).json() == {"new": 1}


def questions(web: Web):
    """Every operation of the document with her ids in it: (method, template, address, what else)."""
    names = {"customer": YUNA, "order": "order-1", "note": "note-1", "line": "boots", "variant": "boots",
             "gtin": "09521234567899", "product": "p-boots"}  # fmt: skip
    for template, item in web.ask(None, "GET", "/openapi.json").json()["paths"].items():
        for method in item:
            if template == "/v1/sync/changes":
                yield from ((method, template, template, {"params": {"scope": scope}}) for scope in SCOPES)
            elif template.startswith("/v1/sync/snapshots/"):
                yield from ((method, template, _snapshot(web, scope), {}) for scope in ("store:there", "tenant:t"))
            elif not template.endswith("/nudges"):
                yield method, template, template.format(**names), _more(template, method)


def _snapshot(web: Web, scope: str) -> str:
    card = web.central.shelf.latest(scope)
    assert card is not None and quote(scope, safe="") in card.url
    return card.url


def _more(template: str, method: str):
    if template == "/v1/customers":
        return {"params": {"q": "유나"}}
    if template == "/v1/device/keeper":
        return {"json": {"keeper": "file"}}
    if template.endswith("/lines"):
        return {"json": {"op": "x1", "line": "boots", "quantity": 1, "price": PRICES["boots"], "currency": "KRW",
                         "store": "here"}}  # fmt: skip
    if method == "delete":
        return {"params": {"op": "x2", "quantity": 1}}
    if template.endswith("/audit"):
        return {"headers": {"Staff": "boss"}}
    if template.endswith("/push"):
        return {"json": {"device": "x", "ops": []}}
    return {"json": []} if method == "post" else {}


def ask(web: Web, who: str | None, question):
    method, template, address, more = question
    answer = web.ask(who, method.upper(), address, **more)
    assert answer.status_code < 500, (question, answer.text)
    return template, answer


def found_in(answer) -> list[str]:
    return [secret for secret in SECRETS if secret in answer.text]


def test_her_own_store_sees_all_of_it(town):
    seen = {secret for question in questions(town) for secret in found_in(ask(town, "there", question)[1])}
    assert seen == set(SECRETS), "otherwise the other tests prove nothing"


@pytest.mark.parametrize("who", [None, "revoked", "made up"])
def test_without_a_token_nothing_is_open(town, who):
    town.tokens["made up"] = "x" * 43
    for question in questions(town):
        template, answer = ask(town, who, question)
        assert (answer.status_code == 401) is (template not in OPEN), (question, answer.status_code)
        assert not found_in(answer)


def test_another_store_sees_nothing_of_hers(town):
    """Colleagues' verifiers travel with the tenant: a tablet signs in whoever helps out, offline too."""
    for question in sorted(questions(town), key=lambda question: question[1].endswith("/fetch")):
        template, answer = ask(town, "here", question)
        assert set(found_in(answer)) <= {"argon2"}, (question, found_in(answer))
        if "{customer}" in template and not template.endswith(("/fetch", "{customer}")):
            assert answer.status_code == 403, question
        if "/orders/" in template or "/audit" in template or "store:there" in str(question):
            assert answer.status_code in {403, 404}, question


def test_the_web_shop_reads_carts_and_products_only(town):
    for question in questions(town):
        template, answer = ask(town, "web", question)
        assert not found_in(answer), question
        closed = answer.status_code == (404 if "/orders/" in template else 403)
        assert closed is (template not in OPEN | WEB), (question, answer.status_code)


def test_who_fetches_her_reads_her_for_a_fortnight_and_on_the_record(town):
    assert town.ask("there", "POST", f"/v1/customers/{MINSEO}/fetch").status_code == 200
    assert f"customer:{MINSEO}" in scopes(town)
    [opened] = town.run(rows, opened_scope.select().where(opened_scope.c.scope == f"customer:{MINSEO}"))
    assert days_ago(-13.9) < opened.until < days_ago(-14.1)
    looked = town.run(rows, access_record.select().where(access_record.c.customer == MINSEO))
    assert "customer.fetched" in {row.what for row in looked}
    town.run(lambda tx: tx.execute(opened_scope.update().values(until=days_ago(0))))
    assert f"customer:{MINSEO}" not in scopes(town)
    for path in ("cart", "timeline"):
        assert town.ask("there", "GET", f"/v1/customers/{MINSEO}/{path}").status_code == 403
    closed = town.ask("there", "GET", "/v1/sync/changes", params={"scope": f"customer:{MINSEO}"})
    assert closed.status_code == 403


def scopes(town) -> set[str]:
    return {one["scope"] for one in town.ask("there", "GET", "/v1/sync/scopes").json()}


def rows(tx, query):
    return tx.execute(query).all()
