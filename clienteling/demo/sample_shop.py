"""The sample shop's folder, written chunk by chunk so that any scale fits in memory; invents nothing itself."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from clienteling.contract.codes import badge_code
from clienteling.demo import sample_names as names
from clienteling.demo.artwork_pictures import write_pictures
from clienteling.demo.sample_arrivals import lying, make_arrivals
from clienteling.demo.sample_buying import buy
from clienteling.demo.sample_catalogue import Product, Shelf, colour_words, make_products, shelve
from clienteling.demo.sample_events import (
    browse,
    cart_rows,
    event_rows,
    hero_variant,
    visit_without_buying,
    wishes_of_known,
)
from clienteling.demo.sample_ids import PRODUCT, STAFF, STORE, TENANT, VARIANT, sample_gtin, sample_id
from clienteling.demo.sample_lines import line_rows, sell
from clienteling.demo.sample_model import BEHAVIOUR, Behaviour
from clienteling.demo.sample_people import customer_rows, make_people
from clienteling.demo.sample_scans import write_scans
from clienteling.demo.sample_weighed import LYING, make_weighed

Progress = Callable[[str, int, int], None]
Table = dict[str, Sequence[Any]]
WAREHOUSE, ONLINE = len(names.STORES), len(names.STORES) + 1


def _silent(_what: str, _done: int, _total: int) -> None:
    return


def write_sample(
    directory: Path,
    scale: float = 1,
    seed: int = 952,
    progress: Progress = _silent,
    model: Behaviour = BEHAVIOUR,
    pictures: bool = True,
) -> None:
    """Write the whole folder: `scale` times 2,000 customers, the same bytes for the same seed.

    `progress(what, done, total)` is told of pictures and customers; `pictures=False` leaves the drawing out.
    """
    directory.mkdir(parents=True, exist_ok=True)
    products = make_products(seed)
    weighed = make_weighed(products)
    came = make_arrivals(products + weighed)
    write_shop(directory, "Hanbit", "KRW", sample_id(TENANT, 1), "ko")
    _write_places(directory)
    _write_products(directory, products, weighed, came, seed)
    _write_people(directory, products, scale, seed, progress, model)
    if pictures:
        write_pictures(directory / "pictures", products + weighed + came, progress)
        write_scans(directory / "scans", products)


def write_shop(directory: Path, name: str, currency: str, tenant: str, language: str) -> None:
    """The folder's `shop.toml`."""
    text = f'name = "{name}"\ncurrency = "{currency}"\ntenant = "{tenant}"\nlanguage = "{language}"\n'
    (directory / "shop.toml").write_text(text, encoding="utf-8")


def write_csv(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A small table as CSV, UTF-8 with a header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _write_places(directory: Path) -> None:
    stores = [
        (sample_id(STORE, i), code, ko, en, "store", "KRW", city)
        for i, (code, ko, en, city, _) in enumerate(names.STORES)
    ]
    more = names.ELSEWHERE
    stores += [
        (sample_id(STORE, WAREHOUSE + i), code, ko, en, kind, "KRW", city)
        for i, (code, ko, en, kind, city) in enumerate(more)
    ]
    write_csv(directory / "stores.csv", ("id", "code", "name_ko", "name_en", "kind", "currency", "city"), stores)
    staff = [
        (sample_id(STAFF, i), name, role, sample_id(STORE, store), pin, badge_code(i + 1))
        for i, (name, role, store, pin) in enumerate(names.STAFF)
    ]
    write_csv(directory / "staff.csv", ("id", "name", "role", "store", "pin", "badge"), staff)


def _write_products(
    directory: Path, by_piece: list[Product], weighed: list[Product], came: list[Product], seed: int
) -> None:
    products = by_piece + weighed + came
    product_rows: Table = {
        "id": [sample_id(PRODUCT, p.number) for p in products],
        "name_ko": [p.name[0] for p in products], "name_en": [p.name[1] for p in products],
        "brand": [p.brand for p in products], "category": [p.kind.category for p in products],
        "text_ko": [p.text[0] for p in products], "text_en": [p.text[1] for p in products],
        "picture": [f"{p.slug}.webp" for p in products], "since": [p.since for p in products],
    }  # fmt: skip
    write_table(directory / "products.parquet", product_rows)
    variants = list(_variants(products))
    columns = ("id", "product", "sku", "gtin", "colour_ko", "colour_en", "size", "price", "currency", "sold_by")
    write_table(directory / "variants.parquet", dict(zip(columns, zip(*variants, strict=True), strict=True)))
    of_weighed = [(place, p.first_variant, count) for place, count in enumerate(LYING) for p in weighed]
    stock, more = _stock(by_piece, seed), _lots([*of_weighed, *lying(came, ONLINE + 1, seed)])
    write_table(directory / "stock.parquet", {name: [*values, *more[name]] for name, values in stock.items()})


def _variants(products: list[Product]) -> Iterator[tuple[object, ...]]:
    for p in products:
        for place in range(p.variants):
            ko, en, _ = colour_words(p.colours[place // len(p.kind.sizes)])
            size = p.kind.sizes[place % len(p.kind.sizes)]
            number = p.first_variant + place
            sku = "-".join(
                part
                for part in (f"{p.kind.category[:2].upper()}{p.number:04d}", en[:3].upper(), size.replace(" ", ""))
                if part
            )
            yield (
                sample_id(VARIANT, number), sample_id(PRODUCT, p.number), sku, sample_gtin(number + 1), ko, en, size, p.price_of(place), "KRW",
                p.sold_by,
            )  # fmt: skip


def _stock(products: list[Product], seed: int) -> Table:
    rng = np.random.default_rng([seed, 3])
    count = sum(p.variants for p in products)
    worth = np.repeat([2.2 if p.price > 150_000 else 5.5 for p in products], [p.variants for p in products])
    levels = np.stack([rng.poisson(worth) * (rng.random(count) > 0.27) for _ in names.STORES])
    central = rng.poisson(worth * 6) * (rng.random(count) > 0.06)
    levels = np.vstack([levels, central, rng.poisson(worth * 3) * (rng.random(count) > 0.05)])
    for name, colour, size, here, away in (
        ("Wool double coat", "Camel", "55", 2, 9), ("Chelsea boots", "Black", "240", 0, 14), ("Merino roll-neck", "Ivory", "55", 0, 18),
        ("Cashmere scarf", "Ivory", "", 3, 11), ("Hand cream refill", "Mint", "", 11, 60), ("Leather belt", "Chestnut", "M", 0, 6),
    ):  # fmt: skip
        variant = hero_variant(products, name, colour, size)
        levels[0, variant], levels[1, variant], levels[WAREHOUSE, variant], levels[ONLINE, variant] = (
            here,
            1,
            away,
            away,
        )
    location, variant_of = np.nonzero(levels >= 0)
    return {
        "location": [sample_id(STORE, int(s)) for s in location],
        "variant": [sample_id(VARIANT, int(v)) for v in variant_of],
        "quantity": levels[location, variant_of].tolist(),
    }


def _lots(lots: list[tuple[int, int, int]]) -> Table:
    return {
        "location": [sample_id(STORE, place) for place, _, _ in lots],
        "variant": [sample_id(VARIANT, variant) for _, variant, _ in lots],
        "quantity": [count for *_, count in lots],
    }


def write_table(path: Path, table: Table) -> None:
    """One table as zstd Parquet; the same rows give the same bytes."""
    pq.write_table(_arrow(table), path, compression="zstd", compression_level=15)


def _arrow(table: Table) -> pa.Table:
    columns = {}
    for name, values in table.items():
        kind = pa.int64() if name in ("quantity", "price") else pa.string()
        columns[name] = pa.array(values, kind)
    return pa.table(columns)


def _write_people(
    directory: Path, products: list[Product], scale: float, seed: int, progress: Progress, model: Behaviour
) -> None:
    shelf = shelve(products, seed)
    chunks = max(1, round(scale))
    with ExitStack() as files:
        writers: dict[str, pq.ParquetWriter] = {}
        for chunk in range(chunks):
            for name, table in _chunk(products, shelf, seed, chunk, model).items():
                arrow = _arrow(table)
                if name not in writers:
                    path = directory / f"{name}.parquet"
                    writers[name] = files.enter_context(
                        pq.ParquetWriter(path, arrow.schema, compression="zstd", compression_level=9)
                    )
                writers[name].write_table(arrow)
            progress("customers", (chunk + 1) * model.per_chunk, chunks * model.per_chunk)


def _chunk(products: list[Product], shelf: Shelf, seed: int, chunk: int, model: Behaviour) -> dict[str, Table]:
    rng = np.random.default_rng([seed, 4, chunk])
    people = make_people(rng, chunk * model.per_chunk, model)
    sold = sell(rng, people, buy(rng, people, shelf, model), shelf, model)
    seen = browse(rng, people, shelf, sold, model)
    visit_without_buying(rng, people, seen, model)
    if chunk == 0:
        wishes_of_known(products, seen, model)
    spend = sold.spend(len(people), np.datetime64(model.end, "ms") - np.timedelta64(365, "D"))
    customers = customer_rows(rng, people, spend, model)
    korean = [language == "ko" for language in customers["language"]]
    return {
        "customers": customers,
        "order_lines": line_rows(sold, people, chunk),
        "events": event_rows(rng, seen, people, chunk, korean),
        "carts": cart_rows(rng, people, shelf, products, model),
    }
