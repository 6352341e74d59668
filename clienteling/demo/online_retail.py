"""A shop folder from the public Online Retail II file; keeps every line, invents only what the file does not say.

Source: Chen, D. (2019), Online Retail II, UCI Machine Learning Repository, CC BY 4.0.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from clienteling.contract.codes import badge_code
from clienteling.demo.online_retail_people import customers
from clienteling.demo.sample_shop import Progress, write_csv, write_shop

STORE, ONLINE, WAREHOUSE, MANAGER, ASSOCIATE = (f"0e110000-0000-8000-8000-{n:012d}" for n in range(1, 6))
TENANT = "0e110000-0000-8000-8000-000000000099"
RECENT = timedelta(days=90)
SCANNED = "Scanned here"

# what the file sells that is not a thing on a shelf; GIFT_0001_10 and the like are vouchers, TEST001 tests
SERVICES = {
    "POST": "Postage", "DOT": "Postage, dotcom", "C2": "Carriage", "C3": "Carriage", "M": "Entered by hand",
    "D": "Discount", "S": "Samples", "B": "Bad debt", "BANK CHARGES": "Bank charges", "AMAZONFEE": "Marketplace fee",
    "CRUK": "Charity commission", "ADJUST": "Adjustment", "ADJUST2": "Adjustment", "PADS": "Pads to match all cushions",
    "TEST001": "Test", "TEST002": "Test", "GIFT": "Gift voucher",
}  # fmt: skip


def _silent(_what: str, _done: int, _total: int) -> None:
    return


def from_online_retail(
    file: Path, directory: Path, progress: Progress = _silent, scans: Sequence[tuple[str, str]] = ()
) -> None:
    """Make the folder; `scans` are (GTIN, name) of further products. The same file gives the same folder.

    A line of negative price (bad debt) becomes a returned line of positive price: its amount stays what it was.
    """
    directory.mkdir(parents=True, exist_ok=True)
    progress("lines", 0, 3)
    lines = _read(file)
    progress("lines", 1, 3)
    write_shop(directory, "Online Retail", "GBP", TENANT, "en")
    _write_places(directory)
    _write_products(directory, lines, scans)
    progress("lines", 2, 3)
    _write(directory / "customers.parquet", customers(lines, STORE, ASSOCIATE))
    _write(directory / "order_lines.parquet", _order_lines(lines))
    progress("lines", 3, 3)


def _read(file: Path) -> pa.Table:
    """The lines in order of time with every invoice in one piece; `code`, `pence` and `pieces` are added."""
    lines = pq.read_table(file)
    begun = lines.group_by("invoice").aggregate([("ts", "min")])
    place = pc.index_in(lines["invoice"], begun["invoice"].combine_chunks())
    lines = lines.append_column("begun", pc.take(begun["ts_min"], place))
    lines = lines.append_column("row", pa.array(np.arange(len(lines))))
    lines = lines.sort_by([("begun", "ascending"), ("invoice", "ascending"), ("row", "ascending")])
    code = pc.utf8_upper(pc.utf8_trim_whitespace(pc.cast(lines["stock_code"], pa.string())))
    pence = np.rint(lines["price"].to_numpy() * 100).astype(np.int64)
    pieces = lines["quantity"].to_numpy() * np.where(pence < 0, -1, 1)
    return (
        lines.append_column("code", code)
        .append_column("pence", pa.array(np.abs(pence)))
        .append_column("pieces", pa.array(pieces))
    )


def _write_places(directory: Path) -> None:
    write_csv(
        directory / "stores.csv",
        ("id", "code", "name_ko", "name_en", "kind", "currency", "city"),
        (
            (STORE, "LN", "런던 매장", "London shop", "store", "GBP", "London"),
            (ONLINE, "ON", "온라인 매장", "Online shop", "online", "GBP", ""),
            (WAREHOUSE, "WH", "물류센터", "Warehouse", "warehouse", "GBP", "Leicester"),
        ),
    )
    write_csv(
        directory / "staff.csv",
        ("id", "name", "role", "store", "pin", "badge"),
        (
            (MANAGER, "Grace Turner", "manager", STORE, "952001", badge_code(1)),
            (ASSOCIATE, "Tom Hughes", "associate", STORE, "284100", badge_code(2)),
        ),
    )


def _uuid(noun: int, numbers: pa.Array) -> pa.Array:
    """Ids of the `noun`th sort from whole numbers; decimal digits are hexadecimal digits too."""
    digits = pc.utf8_lpad(pc.cast(numbers, pa.string()), 12, "0")
    return pc.binary_join_element_wise(f"0e1100{noun:02d}-0000-8000-8000-", digits, "")


def _write_products(directory: Path, lines: pa.Table, scans: Sequence[tuple[str, str]]) -> None:
    codes = _codes(lines)
    named = [_name(code, text) for code, text in zip(codes["code"].to_pylist(), codes["name"].to_pylist(), strict=True)]
    service = [_is_service(code) for code in codes["code"].to_pylist()]
    count, extra = len(codes), len(scans)
    numbers = pa.array(range(count + extra))
    names = named + [name for _, name in scans]
    product = {
        "id": _uuid(2, numbers), "name_ko": names, "name_en": names, "brand": [""] * (count + extra),
        "category": ["Services and adjustments" if s else "Gifts" for s in service] + [SCANNED] * extra,
    }  # fmt: skip
    _write(directory / "products.parquet", pa.table(product))
    variant = {
        "id": _uuid(3, numbers), "product": _uuid(2, numbers),
        "sku": codes["code"].to_pylist() + [f"SCAN-{gtin}" for gtin, _ in scans],
        "gtin": [""] * count + [gtin for gtin, _ in scans],
        "price": codes["price"].to_pylist() + [195 + int(gtin) % 60 * 50 for gtin, _ in scans],
        "currency": ["GBP"] * (count + extra),
    }  # fmt: skip
    _write(directory / "variants.parquet", pa.table(variant))
    _write(directory / "stock.parquet", _stock(codes, np.array(service), extra))


def _codes(lines: pa.Table) -> pa.Table:
    """One row a stock code, in order of code: its usual description, last positive price, pieces sold lately."""
    plain = lines.select(["code", "description", "pence", "pieces", "ts", "row"])
    described = plain.filter(pc.and_(pc.is_valid(plain["description"]), pc.greater(plain["pence"], 0)))
    usual = described.group_by(["code", "description"]).aggregate([("row", "count")])
    usual = usual.sort_by([("row_count", "descending"), ("description", "ascending")])
    names = usual.group_by("code", use_threads=False).aggregate([("description", "first")])
    last = described.sort_by([("ts", "descending"), ("row", "descending")])
    prices = last.group_by("code", use_threads=False).aggregate([("pence", "first")])
    since = pc.subtract(pc.max(lines["ts"]), pa.scalar(RECENT))
    recent = plain.filter(pc.and_(pc.greater(plain["ts"], since), pc.greater(plain["pieces"], 0)))
    sold = recent.group_by("code").aggregate([("pieces", "sum")])
    codes = pc.unique(plain["code"])
    codes = pc.take(codes, pc.sort_indices(codes))
    return pa.table(
        {
            "code": codes,
            "name": _looked_up(codes, names, "description_first"),
            "price": pc.fill_null(_looked_up(codes, prices, "pence_first"), 0),
            "sold": pc.fill_null(_looked_up(codes, sold, "pieces_sum"), 0),
        }
    )


def _looked_up(codes: pa.Array, table: pa.Table, column: str) -> pa.Array:
    return pc.take(table[column], pc.index_in(codes, table["code"].combine_chunks()))


def _is_service(code: str) -> bool:
    return code in SERVICES or code.startswith(("GIFT_", "TEST"))


def _name(code: str, text: str | None) -> str:
    if _is_service(code):
        return SERVICES.get(code, "Gift voucher")
    plain = " ".join((text or f"Article {code}").split())
    return plain[0] + plain[1:].lower()


def _stock(codes: pa.Table, service: np.ndarray[tuple[int], np.dtype[np.bool_]], extra: int) -> pa.Table:
    """A third of ninety days' sales in the warehouse and online, a thirtieth in the shop."""
    sold = codes["sold"].to_numpy()
    shelf, store = np.where(service, 0, sold // 3), np.where(service, 0, np.minimum(sold // 30, 40))
    kept = np.flatnonzero(~service)
    variants = np.r_[kept, len(sold) + np.arange(extra)]
    here = np.r_[store[kept], np.arange(extra) % 2 * 6]
    away = np.r_[shelf[kept], np.full(extra, 12)]
    return pa.table(
        {
            "location": pa.array([STORE] * len(variants) + [ONLINE] * len(variants) + [WAREHOUSE] * len(variants)),
            "variant": _uuid(3, pa.array(np.tile(variants, 3))),
            "quantity": np.r_[here, away, away],
        }
    )


def _order_lines(lines: pa.Table) -> pa.Table:
    invoices = pc.unique(lines["invoice"])
    codes = pc.unique(lines["code"])
    codes = pc.take(codes, pc.sort_indices(codes))
    known = pc.is_valid(lines["customer_id"])
    at = pc.strftime(pc.cast(lines["ts"], pa.timestamp("ms")), "%Y-%m-%dT%H:%M:%SZ")
    total = len(lines)
    return pa.table(
        {
            "order": _uuid(4, pc.index_in(lines["invoice"], invoices)),
            "line": _uuid(5, pa.array(np.arange(total))),
            "at": at,
            "customer": pc.if_else(known, _uuid(1, pc.fill_null(lines["customer_id"], 0)), ""),
            "store": pa.repeat(ONLINE, total),
            "staff": pa.repeat("", total),
            "channel": pa.repeat("online", total),
            "variant": _uuid(3, pc.index_in(lines["code"], codes)),
            "quantity": lines["pieces"],
            "price": lines["pence"],
            "currency": pa.repeat("GBP", total),
        }
    )


def _write(path: Path, table: pa.Table) -> None:
    pq.write_table(table, path, compression="zstd", compression_level=3)
