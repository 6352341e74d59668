"""The guided tour as a person starts it: the drawn shop, and the real one with real photographs."""

import csv
import shutil
import subprocess
import sys

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from clienteling.demo import store
from clienteling.demo.halves import prepare
from clienteling.demo.online_retail import from_online_retail
from tests.helpers.facts import Facts
from tests.helpers.sample import SAMPLE

pytestmark = pytest.mark.slow
LINES = 300_000
"""Of the million: `make bench` takes in all of them."""
PHOTOGRAPHS = ("off170/3343001113322_2.jpg", "off170/3380380077869_1.jpg")
STEPS = 11
HER = "95200005-0000-8000-8000-000000000000"


def walk(home, *options):
    """Run the tour in a process of its own; gives its exit code and its lines."""
    command = [sys.executable, "-m", "clienteling", "demo", "--tour", "--shots", str(home / "shots"), *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=840, check=False)
    return done.returncode, done.stdout.splitlines(), done.stderr


def check(home, code, lines, errors):
    """The tour did each of its steps and pictured it."""
    assert code == 0, "\n".join([*lines, errors[-2000:]])
    assert [line.split(".")[0] for line in lines[:STEPS]] == [str(step) for step in range(1, STEPS + 1)]
    assert len(list((home / "shots").glob("*.png"))) >= STEPS


def test_the_tour_of_the_drawn_shop(tmp_path, home):
    check(tmp_path, *walk(tmp_path))


def test_what_is_suggested_in_the_drawn_shop_is_true(tmp_path, home):
    shop = prepare(SAMPLE, tmp_path, lambda *_: None)
    another = store.text(shop, store.ANOTHER, HER)
    facts = Facts(tmp_path / "central.sqlite")
    hers, others = ([item["product"] for item in facts.lists[id]] for id in (HER, another))
    assert hers and others and set(hers) != set(others)
    for id in (HER, another, *sorted(facts.lists)[:300]):
        assert all(facts.is_true(id, item) for item in facts.lists[id])


def test_the_tour_of_a_shop_with_real_lines_and_photographs(tmp_path, home, shared_data):
    shop, some = tmp_path / "shop", tmp_path / "some.parquet"
    pq.write_table(pq.read_table(shared_data("online_retail_ii.parquet"))[-LINES:], some)
    codes = [(name.split("/")[1].split("_")[0], f"Photographed {name[7:20]}") for name in PHOTOGRAPHS]
    codes.append(("3417960000525", "What she finds at home"))
    from_online_retail(some, shop, lambda *_: None, scans=codes)
    (shop / "scans").mkdir()
    for name in PHOTOGRAPHS:
        shutil.copy(shared_data("scans") / name, shop / "scans")
    id, name = heaviest(shop)
    (shop / "tour.toml").write_text(f'find = "{name}"\ncustomer = "{id}"\n', encoding="utf-8")
    check(tmp_path, *walk(tmp_path, "--shop", str(shop)))


def heaviest(shop):
    """Id and name of the customer with the most lines."""
    counts = pc.value_counts(pq.read_table(shop / "order_lines.parquet", columns=["customer"])["customer"])
    known = [each for each in counts.to_pylist() if each["values"]]
    id = max(known, key=lambda each: each["counts"])["values"]
    people = pq.read_table(shop / "customers.parquet", columns=["id", "name"]).to_pylist()
    return id, next(person["name"] for person in people if person["id"] == id)


def test_a_shop_that_is_not_one_is_refused_with_a_sentence(tmp_path, home):
    with (tmp_path / "stores.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(["nothing"])
    code, _, errors = walk(tmp_path, "--shop", str(tmp_path))
    assert code == 1
    assert "Traceback" not in errors
