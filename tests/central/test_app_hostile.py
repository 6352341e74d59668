"""What nobody in their right mind would send: on both databases a problem that names the fault, never one of ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.actions import MINSEO, PRICES
from tests.helpers.copies import Copied
from tests.helpers.web import Web, opened

NUL, LONG, HUGE = "a\x00b", "x" * 5_000, 2**31
EVENT = {"id": "e", "customer": MINSEO, "at": "2026-01-01T10:00:00.000Z", "channel": "online", "phase": "choose",
         "what": "viewed"}  # fmt: skip
VISIT = {"id": "v", "customer": MINSEO, "store": "here", "source": "pickup"}
LINE = {"op": "o", "line": "coat", "quantity": 1, "price": PRICES["coat"], "currency": "KRW", "store": "web"}
LINES = f"/v1/customers/{MINSEO}/cart/lines"
READS = [
    ("/v1/customers", {"q": NUL}), ("/v1/customers", {"q": "\udcff".encode("utf-8", "surrogatepass")}),
    ("/v1/customers", {"q": '" OR 1 --'}), ("/v1/customers", {"limit": HUGE**3}), ("/v1/customers", {"q": "%_*\\"}),
    ("/v1/catalog/products", {"q": NUL}), ("/v1/catalog/products", {"limit": "-1"}), ("/v1/catalog/gtin/a%00b", {}),
    ("/v1/catalog/gtin/٩٥٢", {}), ("/v1/catalog/pictures/a%00b", {}), ("/v1/stock/a%00b", {}),
    ("/v1/customers/a%00b", {}), ("/v1/customers/a%00b/cart", {}), ("/v1/customers/a%00b/timeline", {}),
    (f"/v1/customers/{MINSEO}/timeline", {"before": NUL}), (f"/v1/customers/{MINSEO}/timeline", {"phase": NUL}),
    ("/v1/suggestions/a%00b", {}), ("/v1/orders/a%00b", {}), ("/v1/notes/a%00b/audit", {}),
    ("/v1/sync/changes", {"scope": NUL}),
    ("/v1/sync/changes", {"scope": "tenant:t", "cursor": "9" * 17 + ":" + "9" * 35}),
    ("/v1/sync/changes", {"scope": "tenant:t", "schema": 10**30}), ("/v1/sync/snapshots/tenant:t/..%2f..%2fa", {}),
]  # fmt: skip
TOLD = [
    ("/v1/events", [EVENT | {"text": NUL}]), ("/v1/events", [EVENT | {"id": NUL}]), ("/v1/events", [EVENT, EVENT]),
    ("/v1/events", [EVENT | {"at": "yesterday"}]), ("/v1/events", [EVENT | {"text": LONG * 20}]),
    ("/v1/events", [EVENT | {"id": "e2", "items": [["nothing", 1, HUGE**2]]}]), ("/v1/events", {}),
    ("/v1/events", [EVENT | {"id": LONG}]), ("/v1/events", [EVENT | {"customer": NUL}]),
    ("/v1/visits", VISIT | {"zone": NUL}), ("/v1/visits", VISIT | {"store": "nowhere"}),
    ("/v1/visits", VISIT | {"id": NUL}), ("/v1/visits", VISIT | {"zone": LONG}),
    (LINES, LINE | {"op": NUL}), (LINES, LINE | {"quantity": HUGE**3}), (LINES, LINE | {"line": NUL}),
    (LINES, LINE | {"price_version": HUGE**2}), (LINES, LINE | {"gtin": NUL}), (LINES, LINE | {"op": LONG}),
    (LINES, LINE | {"fulfilment": "pickup", "pickup_store": NUL}), ("/v1/customers/a%00b/cart/lines", LINE),
]  # fmt: skip


@pytest.fixture
def both(database_kind: str, copied: Copied, tmp_path: Path) -> Iterator[Web]:
    """Central over the small shop, once on each database."""
    url, tokens = copied(database_kind, opened)
    running = Web(url, tmp_path / "files", tokens)
    yield running
    running.close()


def faults(web: Web) -> list[str]:
    asked = [("here", "GET", path, {"params": params}) for path, params in READS]
    asked += [("web", "POST", path, {"json": body}) for path, body in TOLD]
    told = []
    for who, method, path, more in asked:
        answer = web.ask(who, method, path, **more)
        kind = answer.headers["content-type"]
        if answer.status_code >= 500 or (answer.status_code >= 400 and kind != "application/problem+json"):
            told.append(f"{answer.status_code} {method} {path} {str(more)[:120]}")
    return told


@pytest.mark.logs("operation reused")
def test_nothing_that_is_sent_is_our_fault(both):
    assert faults(both) == []
    assert both.ask("here", "GET", "/ready").is_success
