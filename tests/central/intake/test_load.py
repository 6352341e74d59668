"""Taking a shop in: what the files say is what devices are told, once and only into an empty database."""

import asyncio

import pytest
import sqlalchemy as sa

from clienteling.central.app import build, teach
from clienteling.central.catalog import actions as catalog
from clienteling.central.intake import load as command
from clienteling.central.intake.domain import Unusable
from clienteling.central.intake.load import load
from clienteling.central.runtime.config import Config
from clienteling.central.sync import actions as sync
from clienteling.central.sync import feed
from clienteling.central.sync.domain import By
from clienteling.contract.ids import cart_of
from clienteling.contract.v1.sync import Operation
from tests.central.intake.conftest import ANN, COAT, MINA, SCARF, STORE, YUNA, made

PEOPLE = f"store:{STORE}"
GOODS = f"tenant:{made(0, 1)}"


@pytest.fixture
def intake(database_url, folder, tmp_path):
    """Run `check(central)` over a central that has taken the folder in."""

    def run(check, spoil=lambda: None):
        async def whole():
            central = build(Config(database=database_url, folder=tmp_path / "files"))
            async with central.open():
                await load(central, folder)
                spoil()
                return await check(central)

        return asyncio.run(whole())

    return run


def rows(tx, name):
    return tx.execute(sa.select(feed.metadata.tables[name])).mappings().all()


def test_what_the_files_say_is_in_the_feed(intake):
    async def told(central):
        return {
            scope: await central.db.read(living, scope)
            for scope in (PEOPLE, GOODS, f"stock:{STORE}", f"customer:{MINA}")
        }

    found = intake(told)
    assert found[GOODS] == {"store": 2, "staff": 1, "product": 2}
    assert found[f"stock:{STORE}"] == {"stock": 1}
    # the order is long over: it is in her history, and only who fetches her gets the order itself
    assert found[PEOPLE] == {"customer": 2, "event": 2, "cart": 1, "suggestions": 1, "reasons": 1}
    assert found[f"customer:{MINA}"] == {}


def living(tx, scope):
    counted = sa.select(feed.feed.c.kind, sa.func.count()).where(feed.feed.c.scope == scope)
    return {row[0]: row[1] for row in tx.execute(counted.group_by(feed.feed.c.kind))}


def test_rows_keep_what_the_files_say(intake):
    async def read(central):
        names = ("customer", "orders", "order_line", "cart_line", "picture", "product")
        return {name: await central.db.read(rows, name) for name in names}

    found = intake(read)
    people = {row["id"]: row for row in found["customer"]}
    assert (people[MINA]["sizes"], people[MINA]["says"], people[MINA]["consents"]) == (
        {"top": "55"},
        ["양모", "색"],
        {"sms": True},
    )
    assert people[YUNA]["name"] == "이유나\n(본점)" and people[YUNA]["currency"] == "KRW"
    orders = {row["id"]: row for row in found["orders"]}
    assert (orders[made(6, 1)]["total"], orders[made(6, 1)]["staff"]) == (585_000, made(2, 1))
    assert orders[made(6, 2)]["placed_at"] == "2025-03-02T10:30:00.000Z" and orders[made(6, 2)]["customer"] is None
    assert len(found["order_line"]) == 3
    lines = {(row["cart"], row["variant"]): (row["quantity"], row["price"]) for row in found["cart_line"]}
    assert lines == {(cart_of(MINA), COAT): (1, 389_000), (cart_of(MINA), SCARF): (3, 98_000)}
    [picture] = found["picture"]
    assert {row["picture"] for row in found["product"]} == {picture["digest"], None}


def test_a_shop_in_pounds_sells_in_pence(intake, folder):
    for file in folder.glob("*.*"):
        file.write_text(file.read_text("utf-8").replace("KRW", "GBP").replace("389000", "38995"), "utf-8")

    async def sell(central):
        def tell(tx, op, **told):
            line = {"id": op, "variant": COAT, "quantity": 1, "price": 38995, "fulfilment": "now"}
            args = {
                "number": op,
                "store": STORE,
                "cart": cart_of(MINA),
                "lines": [line],
                "total": 38995,
                "currency": "GBP",
            }
            by = By("tablet", STORE, made(0, 1), ANN, "manager")
            operation = Operation(op, "order.placed", f"order-{op}", args | {"customer": MINA} | told, 0, ANN)
            return sync.tell(tx, teach(), by, operation)

        answers = [await central.db.run(tell, "o1"), await central.db.run(tell, "o2", currency="KRW")]
        people = await central.db.read(rows, "customer")
        events = await central.db.read(rows, "event")
        return answers, {row["id"]: (row["spend"], row["currency"]) for row in people}, events

    (right, wrong), people, events = intake(sell)
    assert right.result == {"state": "accepted", "problems": {}}
    assert wrong.result == {"state": "attention", "problems": {"o2": "unknown"}}
    [bought] = [row for row in events if row["order"] == "order-o1"]
    assert (bought["amount"], bought["currency"]) == (38995, "GBP")
    assert people[MINA][1] == "GBP" and people[MINA][0] >= 38995


def test_the_first_loads_are_made(intake):
    async def shelves(central):
        return {scope: central.shelf.latest(scope) for scope in (PEOPLE, GOODS)}

    assert {scope: made.rows for scope, made in intake(shelves).items()} == {PEOPLE: 7, GOODS: 5}


def test_what_is_sensitive_is_never_suggested(intake, folder):
    for file, old, new in (
        ("shop.toml", "name =", 'sensitive = ["Care"]\nname ='),
        ("products.csv", "name_en,picture", "name_en,category,picture"),
        ("products.csv", "Coat,coat.png", "Coat,Coats,coat.png"),
        ("products.csv", "Scarf,", "Scarf,Care,"),
    ):
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")

    async def read(central):
        return await central.db.read(catalog.listing)

    assert [row[4] for row in intake(read)] == ["Coats"]


def test_since_when_a_product_has_been_in_the_shop_is_kept(intake, folder):
    text = (folder / "products.csv").read_text(encoding="utf-8")
    text = text.replace("name_en,picture", "name_en,since,picture").replace("Coat,", "Coat,2026-11-02,")
    (folder / "products.csv").write_text(text.replace("Scarf,", "Scarf,,"), encoding="utf-8")

    async def read(central):
        return await central.db.read(rows, "arrival")

    assert [dict(row) for row in intake(read)] == [{"product": made(3, 1), "tenant": made(0, 1), "since": "2026-11-02"}]


def test_a_second_shop_is_refused(intake, folder):
    async def again(central):
        with pytest.raises(Unusable, match="holds a shop already"):
            await load(central, folder)

    intake(again)


def test_a_flawed_folder_leaves_the_database_empty(database_url, folder, tmp_path):
    (folder / "carts.csv").write_text("customer,variant,quantity\nx,y,z\n", encoding="utf-8")

    async def attempt():
        central = build(Config(database=database_url, folder=tmp_path / "files"))
        async with central.open():
            with pytest.raises(Unusable):
                await load(central, folder)
            return [await central.db.read(rows, name) for name in ("store", "customer", "feed")]

    assert asyncio.run(attempt()) == [[], [], []]


def test_the_command_takes_a_folder_in_and_says_so(folder, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("CLIENTELING_CENTRAL_FOLDER", str(tmp_path / "files"))
    url = f"sqlite+aiosqlite:///{tmp_path / 'central.sqlite'}"
    assert command.main(folder, url) == 0
    assert "order_lines: 3 of 3" in capsys.readouterr().err
    assert command.main(folder, url) == 1
    assert "holds a shop already" in capsys.readouterr().err


def test_pieces_never_part_an_order():
    pieces = [[("a", 1), ("b", 2)], [("b", 3)], [("b", 4), ("c", 5), ("c", 6)], [("d", 7)]]
    together = [[row[0] for row in piece] for piece in command._together(pieces)]
    assert together == [["a"], ["b", "b", "b"], ["c", "c"], ["d"]]


def test_what_is_sold_by_the_kilogram_is_told_so(intake, folder):
    path = folder / "variants.csv"
    head, coat, scarf = path.read_text("utf-8").splitlines()
    path.write_text(f"{head},sold_by\n{coat},\n{scarf},kilogram\n", "utf-8")
    (folder / "carts.csv").unlink()

    async def sold(central):
        return await central.db.read(rows, "variant")

    assert {row["id"]: row["sold_by"] for row in intake(sold)} == {COAT: "piece", SCARF: "kilogram"}
