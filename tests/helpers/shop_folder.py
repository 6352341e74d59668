"""A small shop as a folder that central takes in: three places, a team of five, 30 products, a dozen clients."""

import csv
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from clienteling.contract.codes import badge_code, loyalty_code
from clienteling.contract.gtin import check_digit

TENANT = "95200099-0000-8000-8000-000000000001"
PINS = {"이서준": "284100", "윤도현": "314159", "한소라": "952001", "문가영": "161803", "오지훈": "952002"}


def made(kind: int, n: int) -> str:
    """The id of the `n`th thing of a kind."""
    return f"952000{kind:02d}-0000-8000-8000-{n:012d}"


GANGNAM, SEONGSU, WAREHOUSE = made(1, 1), made(1, 2), made(1, 3)
# the codes on the photographs in resources/sample/scans
PHOTOGRAPHED = {1: "9520000000028", 2: "9520000004903"}
PLACES = [
    (GANGNAM, "GN", "강남 본점", "Gangnam", "store", "KRW", "서울"),
    (SEONGSU, "SS", "성수점", "Seongsu", "store", "KRW", "서울"),
    (WAREHOUSE, "WH", "이천 물류센터", "Icheon warehouse", "warehouse", "KRW", "이천"),
]
TEAM = [
    ("이서준", "associate", GANGNAM),
    ("윤도현", "associate", GANGNAM),
    ("한소라", "manager", GANGNAM),
    ("문가영", "associate", SEONGSU),
    ("오지훈", "manager", SEONGSU),
]
GOODS = [
    ("울 더블 코트", "Wool double coat", "Coats", 389_000),
    ("메리노 터틀넥", "Merino roll-neck", "Knitwear", 89_000),
    ("첼시 부츠", "Chelsea boots", "Shoes", 219_000),
    ("캐시미어 머플러", "Cashmere scarf", "Accessories", 98_000),
    ("핸드크림 리필", "Hand cream refill", "Beauty", 18_000),
    ("가죽 벨트", "Leather belt", "Accessories", 64_000),
]
PEOPLE = [
    ("김민서", GANGNAM), ("김문수", GANGNAM), ("이지우", GANGNAM), ("박하은", GANGNAM), ("최도윤", GANGNAM),
    ("정서연", GANGNAM), ("Emma Clark", GANGNAM), ("강예준", GANGNAM), ("조수아", SEONGSU), ("윤지호", SEONGSU),
    ("장하윤", SEONGSU), ("Noah Wilson", SEONGSU),
]  # fmt: skip
MINSEO, SUA = made(4, 1), made(4, 9)


def product(n: int) -> str:
    """The id of the `n`th product, from 1."""
    return made(2, n)


def variant(n: int) -> str:
    """The id of the `n`th product's one variant."""
    return made(3, n)


def gtin(n: int) -> str:
    """The code of that variant, in 13 digits."""
    body = f"95209{n:07d}"
    return PHOTOGRAPHED.get(n) or body + check_digit(body)


def write(folder: Path) -> None:
    """Write the whole folder."""
    folder.mkdir(parents=True)
    (folder / "shop.toml").write_text(f'name = "작은 가게"\ncurrency = "KRW"\ntenant = "{TENANT}"\nlanguage = "ko"\n')
    _table(folder, "stores", "id code name_ko name_en kind currency city", PLACES)
    _table(folder, "staff", "id name role store pin badge", [_member(n, *one) for n, one in enumerate(TEAM, 1)])
    goods = [(n, *GOODS[(n - 1) % len(GOODS)]) for n in range(1, 31)]
    names = "id name_ko name_en brand category text_ko text_en picture"
    _table(folder, "products", names, [_product(*one) for one in goods])
    names = "id product sku gtin colour_ko colour_en size price currency"
    _table(folder, "variants", names, [_variant(n, one[-1]) for n, *one in goods])
    _table(folder, "stock", "location variant quantity", [row for n, *_ in goods for row in _stock(n)])
    names = "id name store phone email loyalty tier owner birthday since language sizes says consents addresses"
    _table(folder, "customers", names, [_person(n, *one) for n, one in enumerate(PEOPLE, 1)])
    names = "order line at customer store staff channel variant quantity price currency"
    _table(folder, "order_lines", names, [_bought(n) for n in range(1, 37)])


def _table(folder: Path, name: str, columns: str, rows: list[tuple]) -> None:
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns.split(), *rows])


def _member(n: int, name: str, role: str, store: str) -> tuple:
    return made(5, n), name, role, store, PINS[name], badge_code(n)


def _product(n: int, ko: str, en: str, category: str, _price: int) -> tuple:
    number = f" {(n - 1) // len(GOODS) + 1}" if n > len(GOODS) else ""
    return product(n), ko + number, en + number, "Hanok", category, "", "", ""


def _variant(n: int, price: int) -> tuple:
    return variant(n), product(n), f"HN-{n:03d}", gtin(n), "아이보리", "Ivory", "55", price, "KRW"


def _stock(n: int) -> list[tuple]:
    """The second is sold out in the shops and lies in the warehouse."""
    here, there = (0, 0) if n == 2 else (3, 2)
    return [(GANGNAM, variant(n), here), (SEONGSU, variant(n), there), (WAREHOUSE, variant(n), 14)]


def _person(n: int, name: str, store: str) -> tuple:
    address = {
        "id": made(6, n), "label": "집", "recipient": name, "phone": f"+82101234{n:04d}", "line1": f"테헤란로 {n}길 7",
        "city": "서울", "postcode": "06134", "country": "KR",
    }  # fmt: skip
    consents = {"sms": True, "presence": True}
    return (
        *(made(4, n), name, store, f"+82101234{n:04d}", f"client{n}@example.com", loyalty_code(n), "gold"),
        *(made(5, 1) if store == GANGNAM else made(5, 4), "1990-05-17", "2023-02-01", "ko"),
        *(json.dumps(told, ensure_ascii=False) for told in ({"상의": "55"}, ["따뜻한 색"], consents, [address])),
    )


def _bought(n: int) -> tuple:
    person = (n - 1) % len(PEOPLE) + 1
    at = datetime.now(UTC) - timedelta(days=11 * n)
    price = GOODS[(n - 1) % len(GOODS)][3]
    place, seller = (GANGNAM, made(5, 1)) if n % 2 else (SEONGSU, made(5, 4))
    goods = (n - 1) % 30 + 1
    return (
        *(made(7, n), made(8, n), at.isoformat(timespec="seconds"), made(4, person), place, seller, "store"),
        *(variant(goods), 1, price, "KRW"),
    )
