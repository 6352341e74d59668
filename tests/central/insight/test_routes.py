"""Whom to tell over HTTP: for the store's staff, of its own people, on the record."""

import pytest
import sqlalchemy as sa

from clienteling.central.customers import actions as customers
from clienteling.central.insight import shelf
from clienteling.central.orders import actions as orders
from clienteling.central.orders.domain import Sold
from clienteling.central.runtime.clock import now
from clienteling.central.sync.access import access_record
from tests.helpers.actions import JOSE, MINSEO, YUNA, by
from tests.helpers.gift_shop import of_clients


@pytest.fixture(scope="module")
def model():
    return of_clients()


@pytest.fixture
def taught(web, model, tmp_path):
    """The small shop, where people allow messages, with what was learned."""
    web.run(lambda tx: [customers.patch(tx, by(at), id, 1, {"consents": {"kakao": True, "sms": True}}, {})
                        for id, at in ((MINSEO, "here"), (JOSE, "here"), (YUNA, "there"))])  # fmt: skip
    shelf.keep(model, tmp_path / "files")
    return web


def test_the_people_of_the_store_with_their_facts(taught):
    found = taught.ask("here", "GET", "/v1/audience/p-coat", staff="ann").json()
    assert found["product"] == "p-coat" and found["day"] == "0001-10-26"
    first, second = found["people"]
    assert first == {
        "customer": MINSEO, "name": "김민서", "ways": ["kakao", "sms"],
        "reason": "again", "times": 7, "day": "0001-10-07", "product": None,
    }  # fmt: skip
    assert (second["customer"], second["reason"], second["times"]) == (JOSE, "regular", 0)
    there = taught.ask("there", "GET", "/v1/audience/p-coat", staff="far").json()["people"]
    assert [one["customer"] for one in there] == [YUNA]
    assert len(taught.ask("here", "GET", "/v1/audience/p-coat?limit=1", staff="ann").json()["people"]) == 1


def test_who_saw_whom_is_on_the_record(taught):
    taught.ask("here", "GET", "/v1/audience/p-coat", staff="ann")
    query = sa.select(access_record.c.staff, access_record.c.customer).where(access_record.c.what == "audience.viewed")
    assert taught.run(lambda tx: {tuple(row) for row in tx.execute(query)}) == {("ann", MINSEO), ("ann", JOSE)}


@pytest.mark.parametrize(
    ("who", "staff", "path", "status"),
    [
        ("here", "", "p-coat", 403),
        ("web", "ann", "p-coat", 403),
        ("here", "nobody", "p-coat", 422),
        (None, "ann", "p-coat", 401),
        ("here", "ann", "nothing", 404),
        ("here", "ann", "p-boots", 200),
        ("here", "ann", "p-coat?limit=1000", 400),
    ],
)
def test_who_may_ask_what(taught, who, staff, path, status):
    answer = taught.ask(who, "GET", f"/v1/audience/{path}", staff=staff)
    assert answer.status_code == status
    if status >= 400:
        assert answer.headers["content-type"].startswith("application/problem+json")


def test_nothing_was_learned_yet(web):
    web.run(lambda tx: customers.patch(tx, by(), MINSEO, 1, {"consents": {"sms": True}}, {}))
    assert web.ask("here", "GET", "/v1/audience/p-coat", staff="ann").json()["people"] == []
    for day in ("2026-01-01", "2026-01-02"):
        at = f"{day}T10:00:00.000Z"
        web.run(orders.load, [Sold(day, day, at, MINSEO, "here", None, "store", "coat", 1, 389_000, "KRW")])
    found = web.ask("here", "GET", "/v1/audience/p-coat", staff="ann").json()
    [one] = found["people"]
    assert (one["customer"], one["reason"], one["times"], one["day"]) == (MINSEO, "again", 2, "2026-01-02")
    assert found["day"] == now()[:10]
