"""A very small shop folder that can be spoiled."""

from pathlib import Path

import pytest


def made(kind: int, number: int) -> str:
    """The id of a thing."""
    return f"00000000-0000-0000-{kind:04d}-{number:012d}"


STORE, WAREHOUSE, ANN, COAT, SCARF, MINA, YUNA = (made(kind, number) for kind, number in
    ((1, 1), (1, 2), (2, 1), (4, 1), (4, 2), (5, 1), (5, 2)))  # fmt: skip
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x02\x00\x00\x00\x02\x08\x02"
FILES = {
    "shop.toml": f'name = "Hanok"\ncurrency = "KRW"\ntenant = "{made(0, 1)}"\n',
    "stores.csv": f"id,code,name_ko,name_en,kind,currency,city\n{STORE},S1,가게,Shop,store,KRW,서울\n"
    f"{WAREHOUSE},W1,창고,Depot,warehouse,KRW,\n",
    "staff.csv": f"id,name,role,store,pin,badge\n{ANN},앤,manager,{STORE},012345,ST1\n",
    "products.csv": f"id,name_ko,name_en,picture\n{made(3, 1)},코트,Coat,coat.png\n{made(3, 2)},머플러,Scarf,\n",
    "variants.csv": f"id,product,gtin,price,currency\n{COAT},{made(3, 1)},9520000000028,389000,KRW\n"
    f"{SCARF},{made(3, 2)},,98000,KRW\n",
    "stock.csv": f"location,variant,quantity\n{STORE},{COAT},2\n{WAREHOUSE},{SCARF},30\n",
    "customers.csv": "id,name,store,phone,owner,sizes,says,consents\n"
    f'{MINA},김미나,{STORE},010-1234-5678,{ANN},"{{""top"": ""55""}}","[""양모"", ""색""]","{{""sms"": true}}"\n'
    f'{YUNA},"이유나\n(본점)",{STORE},,,,,\n',
    "order_lines.csv": "order,line,at,customer,store,staff,channel,variant,quantity,price,currency\n"
    f"{made(6, 1)},{made(7, 1)},2025-03-01T10:00:00Z,{MINA},{STORE},{ANN},store,{COAT},1,389000,KRW\n"
    f"{made(6, 1)},{made(7, 2)},2025-03-01T10:00:00Z,{MINA},{STORE},{ANN},store,{SCARF},2,98000,KRW\n"
    f"{made(6, 2)},{made(7, 3)},2025-03-02 19:30:00+09:00,,{STORE},,online,{SCARF},-1,98000,KRW\n",
    "events.csv": "id,customer,at,channel,what,variant,text\n"
    f"{made(8, 1)},{MINA},2026-11-01T10:00:00Z,online,saved,{COAT},\n",
    "carts.csv": f"customer,variant,quantity\n{MINA},{COAT},1\n{MINA},{SCARF},3\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder; a test spoils it with `spoil`."""
    shop = tmp_path / "shop"
    (shop / "pictures").mkdir(parents=True)
    for name, text in FILES.items():
        (shop / name).write_text(text, encoding="utf-8")
    (shop / "pictures" / "coat.png").write_bytes(PNG)
    return shop
