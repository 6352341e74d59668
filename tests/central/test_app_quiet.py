"""A day at central as a process of its own: its log tells every request and nothing that anybody typed."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from clienteling.contract.ids import cart_of, new_id
from clienteling.demo.halves import running
from tests.helpers import town
from tests.helpers.shop_folder import MINSEO, SUA, gtin

# what a person typed or is called; nothing of it may be written down outside the database
PLANTED = (
    "이자몽", "zamong@example.com", "010-7777-8888", "77778888", "likes grapefruit", "grapefruit", "PLANTED", "김민서",
    "조수아", "2041",
)  # fmt: skip


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What central wrote to its standard output and error in that day."""
    home: Path = tmp_path_factory.mktemp("quiet")
    shop = town.found(home / "central")
    with running(shop) as url:
        tablet, web = (_client(url, token) for token in (shop.tablets[0], shop.web))
        with tablet, web:
            _day(tablet, web)
    return (Path(shop.home) / "central.log").read_text(encoding="utf-8")


def _client(url: str, token: str) -> httpx.Client:
    return httpx.Client(base_url=url, headers={"Authorization": f"Bearer {token}"}, trust_env=False, timeout=30)


def _day(tablet: httpx.Client, web: httpx.Client) -> None:
    _push(tablet, "customer.created", new_id(), name="이자몽", phone="010-7777-8888", email="zamong@example.com",
          store="", privacy_notice=True)  # fmt: skip
    _push(tablet, "customer.patched", MINSEO, set={"email": "zamong@example.com", "tier": "PLANTED"})
    _push(tablet, "note.written", new_id(), customer=MINSEO, text="likes grapefruit", visibility="team", store="")
    _push(tablet, "note.written", new_id(), customer=MINSEO, text="PLANTED" * 100, visibility="team", store="")
    _push(tablet, "PLANTED.fact", "PLANTED", text="likes grapefruit")
    _push(tablet, "cart.line_added", cart_of(MINSEO), line="PLANTED", quantity=10**30, price=1)
    for asked in ("이자몽", "010-7777-8888", "zamong@example.com", "PLANTED\x00", "x" * 200 + "PLANTED"):
        tablet.get("/v1/customers", params={"q": asked})
        tablet.get("/v1/catalog/products", params={"q": asked})
    for address in ("/v1/PLANTED", "/PLANTED?q=이자몽", f"/v1/customers/{SUA}?x=zamong@example.com",
                    "/v1/orders/PLANTED", "/v1/customers/PLANTED/timeline?before=PLANTED",
                    "/v1/sync/changes?scope=PLANTED&cursor=PLANTED",
                    "/v1/sync/changes?scope=tenant&limit=PLANTED"):  # fmt: skip
        tablet.get(address, headers={"User-Agent": "PLANTED", "Staff": "PLANTED"})
    tablet.post("/v1/sync/push", content=b'{"device": "PLANTED", "ops": [{"grapefruit": ')
    tablet.post("/v1/sync/push", content=b"PLANTED", headers={"Content-Type": "text/grapefruit"})
    web.post("/v1/events", json=[{"id": "PLANTED", "customer": "이자몽", "text": "likes grapefruit"}])
    web.post("/v1/visits", json={"id": "e", "customer": MINSEO, "store": "PLANTED", "source": "PLANTED"})
    web.delete(f"/v1/customers/{MINSEO}/cart/lines/PLANTED", params={"op": "o", "quantity": 1})
    assert tablet.get(f"/v1/catalog/gtin/{gtin(1)}").is_success


def _push(tablet: httpx.Client, kind: str, id: str, **args: object) -> None:
    operation = {"op": new_id(), "kind": kind, "id": id, "args": args, "base": 0}
    tablet.post("/v1/sync/push", json={"device": "PLANTED", "ops": [operation]})


@pytest.mark.slow
def test_the_log_is_one_json_line_a_request(log):
    lines = [json.loads(line) for line in log.splitlines()]
    requests = [line for line in lines if line["event"] == "request"]
    assert len(requests) > 25 and {"method", "route", "status", "ms", "timestamp", "level"} <= set(requests[0])
    assert {line["event"] for line in lines} <= {"request"}, "nothing but requests in a day without a fault"
    assert max(line["status"] for line in requests) < 500


@pytest.mark.slow
@pytest.mark.parametrize("planted", PLANTED)
def test_the_log_holds_nothing_that_was_typed(log, planted):
    assert planted not in log and json.dumps(planted).strip('"') not in log
