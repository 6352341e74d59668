"""Sync over HTTP: a device sees its own scopes, page by page, and is told when to begin afresh."""

import msgspec
import pytest

from clienteling.central.customers import actions as customers
from clienteling.central.runtime.clock import days_ago
from clienteling.central.signin import actions as signin
from clienteling.central.sync import feed
from clienteling.contract.v1 import sync as v1
from clienteling.contract.v1.sync import MAX_OPS
from tests.helpers.actions import MINSEO, YUNA

CHANGES, PUSH = "/v1/sync/changes", "/v1/sync/push"


def pull(web, scope, limit=2, who="here", cursor=""):
    """Every page of a scope from a cursor on."""
    pages = []
    while True:
        asked = {"scope": scope, "cursor": cursor, "limit": limit}
        answer = web.ask(who, "GET", CHANGES, params=asked)
        assert answer.status_code == 200, answer.text
        pages.append(msgspec.json.decode(answer.content, type=v1.ChangePage))
        cursor = pages[-1].next
        if not pages[-1].more:
            return pages


def held(pages):
    return {(change.kind, change.id): change.ver for page in pages for change in page.changes}


def patch(op, name, base=1, id=MINSEO, staff="ann"):
    args = {"set": {"name": name}}
    return {"op": op, "kind": "customer.patched", "id": id, "base": base, "args": args, "staff": staff}


def verdicts(web, *ops):
    return [(answer["op"], answer["status"]) for answer in push(web, *ops).json()["answers"]]


def push(web, *ops, who="here", **more):
    return web.ask(who, "POST", PUSH, json={"device": "mine", "ops": list(ops)}, **more)


def test_a_device_is_told_its_own_scopes(web):
    scopes = {scope["scope"] for scope in web.ask("here", "GET", "/v1/sync/scopes").json()}
    places = {f"stock:{place}" for place in ("here", "there", "depot", "web")}
    assert scopes == {"tenant:t", "store:here"} | places


@pytest.mark.parametrize("scope", ["store:there", "tenant:u", f"customer:{YUNA}", "nothing", ""])
def test_a_scope_of_others_is_closed(web, scope):
    answer = web.ask("here", "GET", CHANGES, params={"scope": scope})
    assert (answer.status_code, answer.headers["content-type"]) == (403, "application/problem+json")
    assert web.ask("here", "GET", f"/v1/sync/snapshots/{scope or '-'}/1-1.sqlite.zst").status_code == 403


def test_a_revoked_device_sees_nothing(web):
    device = web.ask("here", "GET", "/v1/device").json()["id"]
    web.run(signin.revoke_device, device)
    assert web.ask("here", "GET", "/v1/sync/scopes").status_code == 401


@pytest.mark.parametrize("path", ["/v1/sync/scopes", "/v1/sync/nudges"])
def test_the_web_shop_does_not_sync(web, path):
    assert web.ask("web", "GET", path).status_code == 403
    assert push(web, who="web").status_code == 403


def test_pages_lead_to_everything_and_the_last_has_the_tallies(web):
    pages = pull(web, "store:here")
    assert held(pages) == {("customer", MINSEO): 1, ("customer", "jose"): 1}
    assert all(not page.tallies for page in pages[:-1])
    assert pages[-1].tallies["customer"].count == 2
    assert pull(web, "store:here", cursor=pages[-1].next)[0].changes == []


def test_a_page_is_the_same_in_msgpack(web):
    plain = web.ask("here", "GET", CHANGES, params={"scope": "tenant:t"})
    packed = web.ask("here", "GET", CHANGES, params={"scope": "tenant:t"}, headers={"Accept": "application/msgpack"})
    assert packed.headers["content-type"] == "application/msgpack"
    assert msgspec.msgpack.decode(packed.content) == plain.json()


def test_a_change_comes_again_at_the_tail(web):
    seen = pull(web, "store:here")[-1].next
    assert push(web, patch("o1", "김민서라")).json()["answers"][0]["status"] == 200
    [page] = pull(web, "store:here", cursor=seen)
    assert [(change.id, change.ver) for change in page.changes] == [(MINSEO, 2)]
    assert msgspec.json.decode(page.changes[0].data)["name"] == "김민서라"


@pytest.mark.parametrize(
    ("cursor", "status"), [("1:1", 410), ("{epoch}:9999", 410), ("{epoch}:1", 200), ("x", 400), ("{epoch}", 400)]
)
def test_a_cursor_that_cannot_be_is_gone(web, cursor, status):
    epoch = pull(web, "store:here")[-1].next.split(":")[0]
    answer = web.ask("here", "GET", CHANGES, params={"scope": "store:here", "cursor": cursor.format(epoch=epoch)})
    assert answer.status_code == status


def test_below_the_floor_only_a_first_walk_goes_on(web):
    first = pull(web, "store:here", limit=1)[0].next
    web.run(lambda tx: feed.touch(tx, "note", "n", 1, ["store:here"], deleted=True))
    web.run(lambda tx: feed.touch(tx, "customer", "jose", 1, ["store:here"]))
    web.run(feed.compact, "store:here", days_ago(-1))
    stale = web.ask("here", "GET", CHANGES, params={"scope": "store:here", "cursor": first})
    assert stale.status_code == 410
    walked = pull(web, "store:here", limit=1)
    assert held(walked) == {("customer", MINSEO): 1, ("customer", "jose"): 1}
    assert len(walked) == 2


def test_an_old_app_is_told_so_but_may_still_tell(web):
    answer = web.ask("here", "GET", CHANGES, params={"scope": "tenant:t", "schema": 0})
    assert answer.status_code == 426
    body = {"device": "mine", "schema": 0, "ops": [patch("o1", "Old app")]}
    assert web.ask("here", "POST", PUSH, json=body).json()["answers"][0]["status"] == 200


def test_each_operation_of_a_batch_is_answered_in_order(web):
    unknown = {"op": "o2", "kind": "customer.sung", "id": "jose", "args": {}}
    answers = verdicts(web, patch("o1", "A"), unknown, patch("o3", "B", base=2), patch("o4", "C", base=1))
    assert answers == [("o1", 200), ("o2", 422), ("o3", 200), ("o4", 409)]
    assert verdicts(web, patch("o1", "A"), unknown) == answers[:2]


def test_somebody_nobody_employs_is_refused(web):
    assert push(web, patch("o1", "A", staff="stranger")).json()["answers"][0]["status"] == 422


@pytest.mark.logs("bug")
def test_a_mistake_of_ours_does_not_block_the_others(web, monkeypatch):
    changed = customers.patch

    def broken(tx, by, id, *told):
        return 1 / 0 if id == MINSEO else changed(tx, by, id, *told)

    monkeypatch.setattr(customers, "patch", broken)
    told = [patch("o1", "A"), patch("o2", "B"), patch("o3", "C", id="jose")]
    assert verdicts(web, *told) == [("o1", 500), ("o2", 503), ("o3", 200)]
    monkeypatch.setattr(customers, "patch", changed)
    assert verdicts(web, *told) == [("o1", 200), ("o2", 409), ("o3", 200)]


def test_what_comes_after_a_refusal_of_the_same_waits(web):
    told = [patch("o1", ""), patch("o2", "B"), patch("o3", "C", id="jose")]
    assert verdicts(web, *told) == [("o1", 422), ("o2", 503), ("o3", 200)]
    assert verdicts(web, told[1]) == [("o2", 200)], "once a person has let the first one go"


def test_a_batch_has_its_limits(web):
    most = [patch(f"o{number}", "A", base=number) for number in range(MAX_OPS + 1)]
    assert push(web, *most).status_code == 413
    assert push(web, patch("o1", "A" * 300_000)).status_code == 413
    assert web.ask("here", "GET", CHANGES, params={"scope": "tenant:t", "limit": 501}).status_code == 400


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"device": 1}', b'{"device": "d", "ops": [{"op": "o"}]}'])
def test_a_malformed_body_is_a_problem(web, body):
    answer = web.ask("here", "POST", PUSH, content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
