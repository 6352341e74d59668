"""Central's requests a second over real loopback HTTP, one central process, 1 and 8 clients at once."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass

import httpx
import msgspec

from clienteling.contract.ids import cart_of, new_id
from clienteling.demo.halves import Shop, running
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground

CLIENTS = (1, 8)
QUERIES = ("김민", "ㄱㅁㅅ", "2841", "minseo", "Lund", "이서", "010-33", "ㅊㅇㅈ", "kim", "박하늘")
Ask = Callable[[httpx.AsyncClient, int], Awaitable[None]]


@dataclass(frozen=True)
class Known:
    """What the sample shop holds, to be asked for."""

    people: list[str]
    variants: list[tuple[str, str, int, str]]
    store: str


def measure(ground: Ground) -> list[Figure]:
    """Milliseconds an answer takes and how many come in a second, kind by kind."""
    shop, asked = ground.shop(), ground.rounds(400, 100)
    known = _known(shop)
    with running(shop) as url:
        return [asyncio.run(_run(url, shop, kind, clients, asked)) for kind in _kinds(known) for clients in CLIENTS]


def _kinds(known: Known) -> list[tuple[str, Ask]]:
    people, variants = known.people, known.variants

    async def search(client: httpx.AsyncClient, n: int) -> None:
        await _get(client, "/v1/customers", q=QUERIES[n % len(QUERIES)])

    async def page(client: httpx.AsyncClient, n: int) -> None:
        person = people[n % len(people)]
        for path in (f"customers/{person}", f"customers/{person}/timeline", f"suggestions/{person}"):
            await _get(client, f"/v1/{path}")
        await _get(client, f"/v1/customers/{person}/cart")

    async def barcode(client: httpx.AsyncClient, n: int) -> None:
        await _get(client, f"/v1/catalog/gtin/{variants[n % len(variants)][1]}")

    async def line(client: httpx.AsyncClient, n: int) -> None:
        variant, _, price, currency = variants[n % len(variants)]
        told = {"op": new_id(), "line": variant, "quantity": 1, "price": price, "currency": currency}
        path = f"/v1/customers/{people[n % len(people)]}/cart/lines"
        (await client.post(path, json=told | {"store": known.store})).raise_for_status()

    return [
        ("search", search),
        ("customer page (4 requests)", page),
        ("barcode", barcode),
        ("cart line", line),
        ("order", _ordering(known)),
    ]


def _ordering(known: Known) -> Ask:
    async def order(client: httpx.AsyncClient, n: int) -> None:
        variant, _, price, currency = known.variants[n % len(known.variants)]
        person = known.people[n % len(known.people)]
        line = {"id": new_id(), "variant": variant, "quantity": 1, "price": price, "fulfilment": "now"}
        placed = {"number": new_id(), "store": known.store, "cart": cart_of(person), "lines": [line]}
        args = placed | {"total": price, "currency": currency, "customer": person}
        operation = {"op": new_id(), "kind": "order.placed", "id": new_id(), "args": args}
        answer = await client.post("/v1/sync/push", json={"device": "", "ops": [operation]})
        status = msgspec.json.decode(answer.content)["answers"][0]["status"]
        assert status == 200, answer.text

    return order


async def _run(url: str, shop: Shop, kind: tuple[str, Ask], clients: int, asked: int) -> Figure:
    name, ask = kind
    headers = {"Authorization": f"Bearer {shop.tablets[0]}", "Accept": "application/json"}
    async with httpx.AsyncClient(base_url=url, headers=headers, trust_env=False, timeout=30) as client:
        await asyncio.gather(*(ask(client, n) for n in range(clients)))
        begin = time.perf_counter()
        numbers = iter(range(asked))
        each = await asyncio.gather(*(_ask_on(client, ask, numbers) for _ in range(clients)))
        rate = asked / (time.perf_counter() - begin)
    values = [value for mine in each for value in mine]
    return Figure(f"central: {name}, {clients} at once", "ms", values, f"{rate:,.0f} a second")


async def _ask_on(client: httpx.AsyncClient, ask: Ask, numbers: object) -> list[float]:
    took: list[float] = []
    for n in numbers:  # type: ignore[attr-defined]
        begin = time.perf_counter()
        await ask(client, n)
        took.append((time.perf_counter() - begin) * 1000)
    return took


async def _get(client: httpx.AsyncClient, path: str, **params: str) -> None:
    (await client.get(path, params=params)).raise_for_status()


def _known(shop: Shop) -> Known:
    path = shop.database.removeprefix("sqlite+aiosqlite:///")
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        store = database.execute("SELECT store FROM device WHERE kind = 'tablet' LIMIT 1").fetchone()[0]
        people = database.execute("SELECT id FROM customer WHERE store = ? ORDER BY id LIMIT 500", (store,)).fetchall()
        sold = "SELECT id, gtin, price, currency FROM variant WHERE gtin IS NOT NULL ORDER BY id LIMIT 1000"
        return Known([row[0] for row in people], database.execute(sold).fetchall(), store)
