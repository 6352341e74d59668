"""The engine's doors: loaded only when something is built, places instead of ids, and days of its own."""

import subprocess
import sys

from clienteling.central.insight.engine import Engine
from tests.helpers.gift_shop import lines

SHOP = lines(("ann", "1", 5, "tea"), ("bea", "2", 6, "cup"), ("ann", "3", 9, "cup"), ("cat", "4", 9, "pot"))


def test_nobody_who_only_serves_pays_for_it():
    heavy = "{'ibis', 'duckdb', 'pandas', 'pyspark'}"
    asked = f"import clienteling.central.commands, sys; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_what_was_known_by_place():
    engine = Engine(SHOP)
    known = engine.known(9)
    later = engine.following(known, 10)
    engine.close()
    assert (engine.first, engine.last) == (5, 9)
    assert [str(one) for one in known.customers] == ["ann", "bea"]
    assert [str(one) for one in known.products] == ["cup", "tea"]
    assert known.place("bea") == 1 and known.place("cat") is None
    assert list(known.personal["product"][known.rows(0)]) == [1]
    assert list(known.personal["drawn"]) == [1, 1]
    assert (list(later["customer"]), list(later["product"])) == ([0], [0]), "who and what was unknown is left out"


def test_a_day_before_all_days():
    engine = Engine(SHOP)
    known = engine.known(1)
    assert len(known.customers) == len(known.products) == len(engine.rhythms(known)["customer"]) == 0
    engine.close()
