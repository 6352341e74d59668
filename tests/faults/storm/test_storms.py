"""B4-B6, B8, B12, D2: tablets, lines and a central on PostgreSQL that fail in every way; proof that it would show."""

import asyncio
import hashlib

import pytest

from tests.faults.storm import storms
from tests.faults.storm.books import differences
from tests.faults.storm.centre import centre

pytestmark = pytest.mark.slow
SEED = 952
CUTS, DEATHS, TWINS, AWAY, HERD = 390, 20, 100, 1_000, (50, 5)
TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1"


@pytest.fixture(autouse=True)
def seed():
    print(f"seed {SEED}")


def test_a_line_that_breaks_anywhere_loses_and_doubles_nothing(tmp_path):
    with centre(tmp_path) as central:
        them, done = asyncio.run(storms.cuts(central, SEED, CUTS))
        assert differences(central.rows, them) == []
    assert done.total() == CUTS
    assert set(done) == set(storms.WAYS)


def test_a_database_that_dies_loses_and_doubles_nothing(tmp_path):
    with centre(tmp_path) as central:
        them, done = asyncio.run(storms.deaths(central, SEED, DEATHS))
        assert differences(central.rows, them) == []
    assert done["SIGKILL"] + done["immediate stop"] == DEATHS
    assert done["SIGKILL"] and done["immediate stop"] and done["fell into it"]


def test_two_who_drain_one_outbox_double_nothing(tmp_path):
    with centre(tmp_path) as central:
        them, _ = asyncio.run(storms.twins(central, SEED, TWINS))
        assert differences(central.rows, them) == []


def test_three_days_away_arrive_once_however_often_they_are_told(tmp_path):
    with centre(tmp_path) as central:
        asyncio.run(away_and_again(central))


async def away_and_again(central):
    [tablet], figures = await storms.away(central, SEED, AWAY)
    assert figures["facts"] >= AWAY
    assert differences(central.rows, [tablet]) == []
    before = contents(central)
    for backwards in (False, True, False):
        assert await storms.replay(tablet, backwards) == figures["facts"]
        assert contents(central) == before
    central.rows("UPDATE applied_op SET at = (at::timestamp - interval '30 days')::text RETURNING 1")
    central.stop()
    central.start()  # whatever central tidies away at its start is gone now
    before = contents(central)
    await storms.replay(tablet, backwards=True)
    assert contents(central) == before
    await tablet.close()


def contents(central):
    """A fingerprint of every row of every table."""
    query = "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM \"{}\" t"
    tables = [name for (name,) in central.rows(TABLES)]
    return {name: hashlib.sha256(central.rows(query.format(name))[0][0].encode()).hexdigest() for name in tables}


def test_a_herd_that_comes_back_at_once_arrives_whole(tmp_path):
    tablets, facts = HERD
    with centre(tmp_path, tablets) as central:
        them, figures = asyncio.run(storms.herd(central, SEED, tablets, facts))
        assert differences(central.rows, them) == []
    assert not [what for what in figures if what.startswith("!")]


TAMPERED = {
    "UPDATE note SET id = 'x' || id WHERE id = (SELECT min(id) FROM note)": "note",
    "DELETE FROM note_version WHERE note = (SELECT min(note) FROM note_version)": "wording",
    "DELETE FROM orders WHERE id = (SELECT min(id) FROM orders WHERE device IS NOT NULL)": "order",
    "UPDATE orders SET number = number || '0' WHERE device IS NOT NULL": "receipt",
    "UPDATE cart_line SET quantity = quantity + 1 WHERE quantity > 0": "the cart",
    "UPDATE stock SET quantity = quantity - 1": "left the stock",
}


def test_the_books_see_what_was_tampered_with(tmp_path):
    with centre(tmp_path) as central:
        them, _ = asyncio.run(storms.cuts(central, SEED, 40))
        for statement, sentence in TAMPERED.items():
            central.rows(f"{statement} RETURNING 1")
            assert any(sentence in one for one in differences(central.rows, them)), statement
