"""The sample shop: the same every time, whole, and with the behaviour that its model describes."""

from __future__ import annotations

import csv
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pytest

from clienteling.contract.gtin import is_gtin
from clienteling.contract.ids import is_id
from clienteling.demo.sample_catalogue import HEROES, make_products
from clienteling.demo.sample_kinds import CATEGORIES
from clienteling.demo.sample_model import Behaviour
from clienteling.demo.sample_names import KNOWN, STAFF
from clienteling.demo.sample_shop import write_sample
from clienteling.demo.sample_weighed import make_weighed

COMMITTED = Path(__file__).parents[2] / "resources" / "sample"
TABLES = ("products", "variants", "stock", "customers", "order_lines", "events", "carts")


def table(folder: Path, name: str) -> dict[str, list[Any]]:
    return pq.read_table(folder / f"{name}.parquet").to_pydict()


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    write_sample(folder, pictures=False)
    return folder


@pytest.fixture(scope="module")
def lines(shop: Path) -> dict[str, list[Any]]:
    return table(shop, "order_lines")


def test_same_seed_gives_the_same_bytes(shop: Path, tmp_path: Path) -> None:
    write_sample(tmp_path, pictures=False)
    for name in TABLES:
        assert (tmp_path / f"{name}.parquet").read_bytes() == (shop / f"{name}.parquet").read_bytes(), name


def test_another_seed_gives_other_people(shop: Path, tmp_path: Path) -> None:
    write_sample(tmp_path, seed=1, pictures=False, model=Behaviour(per_chunk=40))
    assert table(tmp_path, "customers")["name"][20:] != table(shop, "customers")["name"][20:40]


def test_what_is_committed_is_what_the_generator_writes(shop: Path) -> None:
    for name in TABLES:
        assert table(COMMITTED, name) == table(shop, name), f"{name}: run the generator again"


def test_counts(shop: Path, lines: dict[str, list[Any]]) -> None:
    counts = {name: pq.read_metadata(shop / f"{name}.parquet").num_rows for name in TABLES}
    assert counts["customers"] == 2000
    assert 580 <= counts["products"] <= 640 and 2300 <= counts["variants"] <= 2900
    assert 50_000 <= len(lines["line"]) <= 53_000
    assert counts["events"] > 40_000 and counts["carts"] > 800
    assert len(STAFF) == 12


def test_a_larger_scale_only_adds_people(shop: Path, tmp_path: Path) -> None:
    small = Behaviour(per_chunk=50)
    write_sample(tmp_path / "one", pictures=False, model=small)
    write_sample(tmp_path / "three", scale=3, pictures=False, model=small)
    one, three = table(tmp_path / "one", "customers"), table(tmp_path / "three", "customers")
    assert len(three["id"]) == 150 and three["name"][:50] == one["name"]
    assert len(set(three["id"])) == 150
    many = table(tmp_path / "three", "order_lines")
    assert len(set(many["line"])) == len(many["line"])


def test_every_code_is_valid_and_one_of_a_kind(shop: Path) -> None:
    codes = table(shop, "variants")["gtin"]
    assert all(is_gtin(code) and len(code) == 13 and code.startswith("952") for code in codes)
    assert len(set(codes)) == len(codes)


def test_everything_that_is_named_exists(shop: Path, lines: dict[str, list[Any]]) -> None:
    stores = {row["id"] for row in csv.DictReader((shop / "stores.csv").read_text(encoding="utf-8").splitlines())}
    staff = {row["id"]: row for row in csv.DictReader((shop / "staff.csv").read_text(encoding="utf-8").splitlines())}
    variants, customers = set(table(shop, "variants")["id"]), table(shop, "customers")
    people = set(customers["id"])
    assert set(table(shop, "variants")["product"]) == set(table(shop, "products")["id"])
    for name in ("order_lines", "events", "carts"):
        rows = table(shop, name)
        assert set(rows["variant"]) - {""} <= variants and set(rows["customer"]) <= people, name
    assert set(lines["store"]) <= stores and set(lines["staff"]) - {""} <= set(staff)
    assert set(customers["owner"]) - {""} <= set(staff) and set(customers["store"]) <= stores
    assert all(map(is_id, [*stores, *staff, *list(people)[:50], lines["order"][0]]))


def test_every_store_has_a_manager_and_the_readme_has_every_pin() -> None:
    text = (COMMITTED / "README.md").read_text(encoding="utf-8")
    assert {store for _, role, store, _ in STAFF if role == "manager"} == set(range(5))
    assert all(f"| {name} | {role} |" in text and pin in text for name, role, _, pin in STAFF)


def test_lines_of_an_order_stand_together(lines: dict[str, list[Any]]) -> None:
    orders = lines["order"]
    changes = sum(a != b for a, b in pairwise(orders)) + 1
    assert changes == len(set(orders))


def test_people_that_screens_rely_on(shop: Path, lines: dict[str, list[Any]]) -> None:
    people = table(shop, "customers")
    assert people["name"][: len(KNOWN)] == [known.name for known in KNOWN]
    assert [n for n in people["name"] if n == "김민서"] == ["김민서"]
    assert (people["phone"][0], people["tier"][0]) == ("010-4821-2841", "gold")
    assert sum(customer == people["id"][0] for customer in lines["customer"]) > 60
    carts, events = table(shop, "carts"), table(shop, "events")
    assert sum(customer == people["id"][0] for customer in carts["customer"]) == 2
    saved = [what for what, who in zip(events["what"], events["customer"], strict=True) if who == people["id"][0]]
    assert saved.count("saved") >= 2
    for nested in ("sizes", "says", "consents", "addresses"):
        assert json.loads(people[nested][0])


def test_things_that_screens_rely_on(shop: Path) -> None:
    names = {product.name[1]: product for product in make_products(952)}
    assert all(names[hero.name[1]].price == hero.price for hero in HEROES)
    stock, boots = table(shop, "stock"), names["Chelsea boots"]
    variant = f"-{boots.first_variant + boots.kind.sizes.index('240'):012x}"
    levels = [quantity for v, quantity in zip(stock["variant"], stock["quantity"], strict=True) if v.endswith(variant)]
    assert levels[0] == 0 and levels[-1] > 0


def product_of(shop: Path) -> dict[str, int]:
    rows = table(shop, "variants")
    return {variant: int(product[-12:], 16) for variant, product in zip(rows["id"], rows["product"], strict=True)}


def test_baskets_go_together(shop: Path, lines: dict[str, list[Any]]) -> None:
    products, of = make_products(952), product_of(shop)
    baskets: dict[str, set[str]] = {}
    for order, variant in zip(lines["order"], lines["variant"], strict=True):
        baskets.setdefault(order, set()).add(products[of[variant]].kind.key)

    def lift(one: str, other: str) -> float:
        with_one = [kinds for kinds in baskets.values() if one in kinds]
        share = sum(other in kinds for kinds in baskets.values()) / len(baskets)
        return sum(other in kinds for kinds in with_one) / len(with_one) / share

    assert lift("coat_w", "scarf") > 3
    assert lift("teapot", "mug") > 5
    assert lift("chair", "mug") < 3


def test_used_up_things_come_back_in_their_rhythm(shop: Path, lines: dict[str, list[Any]]) -> None:
    products, of = make_products(952), product_of(shop)
    days: dict[tuple[str, int], list[np.datetime64]] = {}
    for who, variant, at, quantity in zip(
        lines["customer"], lines["variant"], lines["at"], lines["quantity"], strict=True
    ):
        if quantity > 0 and products[of[variant]].kind.key == "hand_cream":
            days.setdefault((who, of[variant]), []).append(np.datetime64(at[:10]))
    gaps = np.concatenate([np.diff(sorted(ds)).astype(int) for ds in days.values() if len(ds) >= 4])
    assert 33 <= np.median(gaps) <= 43
    assert np.mean((gaps > 24) & (gaps < 58)) > 0.75


def test_coats_sell_in_winter(shop: Path, lines: dict[str, list[Any]]) -> None:
    products, of = make_products(952), product_of(shop)
    months = [
        at[5:7]
        for at, variant in zip(lines["at"], lines["variant"], strict=True)
        if products[of[variant]].kind.category == "Coats"
    ]
    assert months.count("12") > 3 * months.count("06")


def test_some_lines_come_back_and_prices_are_whole(lines: dict[str, list[Any]]) -> None:
    returned = sum(quantity < 0 for quantity in lines["quantity"])
    assert 0.02 < returned / len(lines["quantity"]) < 0.08
    assert all(price > 0 and price % 100 == 0 for price in lines["price"])


def test_the_committed_folder_is_small_and_complete() -> None:
    files = [path for path in COMMITTED.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 12_000_000
    assert max(path.stat().st_size for path in files) < 2_000_000
    for picture in table(COMMITTED, "products")["picture"]:
        assert (COMMITTED / "pictures" / picture).read_bytes()[8:12] == b"WEBP", picture


def test_every_category_has_its_korean_word() -> None:
    text = (COMMITTED.parent / "translations" / "parts" / "sample.ko.po").read_text(encoding="utf-8")
    assert all(f'msgid "{category}"' in text for category in CATEGORIES)


def test_something_has_just_come_and_nobody_has_bought_it(shop: Path, lines: dict[str, list[Any]]) -> None:
    products, variants, stock = (table(shop, name) for name in ("products", "variants", "stock"))
    came = {id for id, since in zip(products["id"], products["since"], strict=True) if since}
    of_it = {id for id, product in zip(variants["id"], variants["product"], strict=True) if product in came}
    assert len(came) == 12 and not of_it & {*lines["variant"], *table(shop, "carts")["variant"]}
    assert of_it < set(stock["variant"]) and min(filter(None, products["since"])) > "2026-10-15"
    pictures = [name for id, name in zip(products["id"], products["picture"], strict=True) if id in came]
    assert all((COMMITTED / "pictures" / name).is_file() for name in pictures)


def test_something_is_sold_by_weight_and_nobody_has_bought_it(shop: Path, lines: dict[str, list[Any]]) -> None:
    variants, stock = table(shop, "variants"), table(shop, "stock")
    weighed = {id for id, by in zip(variants["id"], variants["sold_by"], strict=True) if by == "kilogram"}
    assert len(weighed) == 2 and not weighed & {*lines["variant"], *table(shop, "carts")["variant"]}
    assert weighed < set(stock["variant"])
    pictures = {product.slug for product in make_weighed(make_products(952))}
    assert all((COMMITTED / "pictures" / f"{slug}.webp").is_file() for slug in pictures)
