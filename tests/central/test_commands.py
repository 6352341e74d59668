"""What an operator types: sentences on success, a sentence and 1 when it cannot be."""

import asyncio

import pytest
import sqlalchemy as sa

from clienteling.central import commands
from clienteling.central.app import build
from clienteling.central.customers import actions as customers
from clienteling.central.runtime.config import Config
from clienteling.central.signin import actions as signin
from clienteling.central.sync import feed
from tests.helpers.actions import MINSEO, by, open_shop


@pytest.fixture
def shop(database_url, tmp_path, monkeypatch):
    """The address of a database with the small shop, as central left it; `shop.read` looks into it."""

    monkeypatch.setenv("CLIENTELING_CENTRAL_FOLDER", str(tmp_path))

    async def in_it(work):
        async with build(Config(database=database_url, folder=tmp_path)).open() as central:
            return await work(central.db)

    class Shop:
        url = database_url

        def run(self, action, *args):
            return asyncio.run(in_it(lambda db: db.run(action, *args)))

    shop = Shop()
    shop.run(open_shop)
    return shop


def test_a_device_is_registered(shop, capsys):
    assert commands.register("HERE", "Tablet 1", "tablet", shop.url) == 0
    token = capsys.readouterr().out.strip()
    assert shop.run(signin.by_token, token).store == "here"


def test_what_cannot_be_is_told_in_a_sentence(shop, capsys):
    assert commands.register("nowhere", "Tablet 1", "tablet", shop.url) == 1
    assert capsys.readouterr().err == "there is no store nowhere\n"


def test_the_work_of_the_night_tells_how_far_it_is(shop, capsys):
    assert commands.nightly(shop.url) == 0
    told = dict(line.split(": ") for line in capsys.readouterr().err.splitlines())
    assert told == dict.fromkeys(("suggestions", "orders", "events", "opened"), "0")


def heads(tx):
    return {row.scope: row for row in tx.execute(sa.select(feed.scope_head))}


def test_after_a_backup_every_scope_begins_anew(shop, capsys):
    shop.run(customers.fetch, by(), MINSEO)
    before = shop.run(heads)
    assert commands.restored(shop.url) == 0
    after = shop.run(heads)
    assert capsys.readouterr().out.startswith(f"{len(before)} scopes begin anew.")
    assert f"customer:{MINSEO}" in after
    for scope, row in after.items():
        assert row.epoch != before[scope].epoch and row.head == before[scope].head
