"""What an operator types: sentences on success, a sentence and 1 when it cannot be."""

import asyncio
import csv
import re
import sys

import pytest
import sqlalchemy as sa

from clienteling.central import commands
from clienteling.central.app import build
from clienteling.central.clientbook import actions as histories
from clienteling.central.customers import actions as customers
from clienteling.central.insight import actions as insight
from clienteling.central.insight import actions_segments as segments
from clienteling.central.insight import evaluation, shelf
from clienteling.central.orders import actions as orders
from clienteling.central.orders.domain import Sold
from clienteling.central.runtime.clock import days_ago
from clienteling.central.runtime.config import Config
from clienteling.central.signin import actions as signin
from clienteling.central.sync import feed
from clienteling.central.sync.access import access_record
from tests.helpers import groups
from tests.helpers.actions import MINSEO, by, open_shop
from tests.helpers.gift_shop import habits, of_clients


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
    chores = dict.fromkeys(("insight", "shown", "reasons", "suggestions", "orders", "events", "gaps", "opened"), "0")
    assert told == chores | {"reasons": "2"}, "each store is told of its reasons"


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


@pytest.fixture
def with_habits(shop, monkeypatch):
    monkeypatch.setattr(commands.insight, "lines", lambda tx: habits())
    return shop


@pytest.mark.slow
def test_what_is_learned_is_kept_and_explained(with_habits, capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(evaluation.Trial, "is_used", True)
    assert commands.insight_explain("c003", with_habits.url) == 1
    assert capsys.readouterr().err == "Nothing was learned yet: clienteling insight build\n"
    assert commands.insight_build(with_habits.url) == 0
    told = capsys.readouterr()
    assert "7/7 done" in told.err and "is used" in told.out
    assert (tmp_path / "insight.npz").exists()
    assert not (tmp_path / "insight.steps").exists()
    assert commands.insight_explain("c003", with_habits.url) == 0
    assert "new to her:" in capsys.readouterr().out
    assert commands.insight_explain("nobody", with_habits.url) == 1


def test_a_person_is_explained_before_anything_was_learned(shop, capsys):
    sold = [
        Sold(f"o{days}", f"l{days}", days_ago(days), MINSEO, "here", None, "store", "coat", 1, 389_000, "KRW")
        for days in (90, 60, 30)
    ]
    shop.run(orders.load, sold)
    shop.run(histories.count_facts)
    assert commands.insight_explain(MINSEO, shop.url) == 1, "there is no model to explain"
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "path: act (bought 3)"
    assert told[1].startswith(
        f"rhythm: regular (bought on 3 days, last on {days_ago(30)[:10]}; judged by a usual gap of 29"
    )
    assert told[2].startswith("expected: she buys on ") and len(told) == 4


def test_the_path_of_each_store(shop, capsys):
    shop.run(histories.visited, "v1", MINSEO, "here", "ann", days_ago(2))
    assert commands.insight_path(shop.url) == 0
    told = dict(line.split(": PAR ") for line in capsys.readouterr().out.splitlines())
    assert told["HERE"] == "0.000, BAR 0.000 (aware 1, appeal 0, ask 1, act 0, advocate 0)"


@pytest.mark.slow
def test_what_does_not_beat_the_plain_formula_is_not_kept(with_habits, capsys, tmp_path, monkeypatch):
    (tmp_path / "insight.npz").write_bytes(b"what was learned earlier")
    monkeypatch.setattr(evaluation.Trial, "is_used", False)
    assert commands.insight_build(with_habits.url) == 0
    assert "is not used" in capsys.readouterr().out
    assert not (tmp_path / "insight.npz").exists()
    [night] = with_habits.run(insight.nights, 9)
    assert not night.used and 0 < night.plain_new < night.ours_new < night.ours, "what it came to is written down"


def test_stopping_keeps_what_was_learned_before(with_habits, capsys, tmp_path, monkeypatch):
    (tmp_path / "insight.npz").write_bytes(b"what was learned earlier")

    def stop(step, done, total):
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "_print_step", stop)
    assert commands.insight_build(with_habits.url) == 130
    assert capsys.readouterr().err == "Stopped; what was learned before stays\n"
    assert (tmp_path / "insight.npz").read_bytes() == b"what was learned earlier"


def test_an_engine_that_is_not_there_is_told_in_a_sentence(shop, capsys, monkeypatch):
    monkeypatch.setenv("CLIENTELING_CENTRAL_ENGINE", "local[2]")
    monkeypatch.setitem(sys.modules, "pyspark", None)
    assert commands.insight_evaluate(shop.url) == 1
    assert "the engine local[2] needs: pip install" in capsys.readouterr().err


def test_a_shop_without_a_past_cannot_be_learned_from(shop, capsys):
    assert commands.insight_evaluate(shop.url) == 1
    assert capsys.readouterr().err.endswith("The shop's past is too short to learn from\n")


def test_groups_nobody_defined_are_told_with_what_sets_them_apart(shop, capsys, monkeypatch):
    grouped = segments.Told(groups.PRODUCTS, {}, {"c000"})
    monkeypatch.setattr(commands.insight, "lines", lambda tx: groups.planted())
    monkeypatch.setattr(commands.segments, "told", lambda tx: grouped)
    assert commands.insight_segments(shop.url) == 0
    told = capsys.readouterr()
    head, *rows = told.out.splitlines()
    assert re.match(r"As of .*: 239 people with a history, [2-9] segments", head)
    assert any("kind-0 (" in row for row in rows) and any(" ko: " in row for row in rows)
    steps = told.err.splitlines()
    assert (steps[0], steps[-1]) == ("0/12 today, by halves", "11/12 half a year ago, by halves")


def test_a_shop_whose_products_nobody_knows_has_no_groups(with_habits, capsys):
    assert commands.insight_segments(with_habits.url) == 0
    assert "120 people with a history, 0 segments" in capsys.readouterr().out


@pytest.fixture(scope="module")
def model():
    return of_clients()


@pytest.fixture
def taught(shop, model, tmp_path):
    """The small shop with what was learned, where one client allows messages and has a name that is a formula."""
    told = {"consents": {"kakao": True, "email": True}, "name": "=HYPERLINK(1)"}
    shop.run(customers.patch, by(), MINSEO, 1, told, {})
    shelf.keep(model, tmp_path)
    return shop


def test_whom_to_tell(taught, capsys):
    assert commands.insight_audience("p-coat", None, 10, None, taught.url) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert head.split() == ["name", "customer", "ways", "why"]
    assert re.split("  +", row) == [
        "=HYPERLINK(1)", MINSEO, "kakao email", "in 7 of her baskets, last on 0001-10-07"
    ]  # fmt: skip
    assert commands.insight_audience("p-coat", "THERE", 10, None, taught.url) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1, "she is of another store"


def test_whom_an_operator_looked_at_is_on_the_record(taught):
    assert commands.insight_audience("p-coat", None, 10, None, taught.url) == 0
    query = sa.select(access_record.c.tenant, access_record.c.device, access_record.c.staff, access_record.c.customer)
    looked = query.where(access_record.c.what == "audience.viewed")
    assert taught.run(lambda tx: [tuple(row) for row in tx.execute(looked)]) == [("t", "operator", None, MINSEO)]


def test_whom_to_tell_as_a_table_without_formulas(taught, capsys, tmp_path):
    file = tmp_path / "coat.csv"
    assert commands.insight_audience("p-coat", "HERE", 10, file, taught.url) == 0
    assert capsys.readouterr().out == f"{file}: 1 people\n"
    with file.open(encoding="utf-8-sig", newline="") as opened:
        head, row = csv.reader(opened)
    assert head[:2] == ["name", "customer"] and row[:2] == ["'=HYPERLINK(1)", MINSEO]


@pytest.mark.parametrize(
    ("product", "store", "why"),
    [("p-coat", "NOWHERE", "there is no store NOWHERE"), ("nothing", None, "This product is not known.")],
)
def test_nobody_to_tell(taught, capsys, product, store, why):
    assert commands.insight_audience(product, store, 10, None, taught.url) == 1
    assert capsys.readouterr().err == f"{why}\n"
