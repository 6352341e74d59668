"""Checking a shop folder: every flaw by file, row and column, many at once, CSV and Parquet alike."""

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest

from clienteling.central.intake import check as command
from clienteling.central.intake.check import check
from clienteling.central.intake.domain import MOST_FLAWS, Unusable
from tests.central.intake.conftest import COAT, MINA, SCARF, STORE, WAREHOUSE, made


def spoil(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def flaws(folder):
    with pytest.raises(Unusable) as unusable:
        check(folder)
    return list(map(str, unusable.value.flaws))


def to_parquet(folder, table):
    """The same table as Parquet with its numbers as numbers and its moments as moments."""
    found = pacsv.read_csv(folder / f"{table}.csv", parse_options=pacsv.ParseOptions(newlines_in_values=True))
    pq.write_table(found, folder / f"{table}.parquet")
    (folder / f"{table}.csv").unlink()


COUNTS = {
    "stores": 2, "staff": 1, "products": 2, "variants": 2, "stock": 2, "customers": 2, "order_lines": 3, "events": 1,
    "carts": 2,
}  # fmt: skip


def test_a_sound_folder_is_counted(folder):
    told = []
    settings, counts = check(folder, lambda *step: told.append(step))
    assert (settings.name, settings.currency, settings.language) == ("Hanok", "KRW", "ko")
    assert counts == COUNTS
    assert ("checking order_lines", 3, 3) in told


def test_parquet_says_the_same(folder):
    for table in ("stores", "variants", "stock", "customers", "order_lines", "events", "carts"):
        to_parquet(folder, table)
    assert check(folder)[1] == COUNTS


def test_files_that_need_not_be_there_may_be_missing(folder):
    for table in ("stock", "customers", "order_lines", "events", "carts"):
        (folder / f"{table}.csv").unlink()
    assert set(check(folder)[1]) == {"stores", "staff", "products", "variants"}


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("shop.toml", "name =", 'sensitive = ["Coat"]\nname =',
         "shop.toml, column sensitive: no product has the category 'Coat'"),
        ("shop.toml", "name =", "title =", "shop.toml: Object missing required field `name`"),
        ("shop.toml", '"KRW"', '"won"', "shop.toml, column currency: 'won' is not a currency"),
        ("shop.toml", 'currency = "KRW"', "currency = KRW", "shop.toml: Invalid value"),
        ("stores.csv", "S1,가게", "S1,", "stores.csv, row 2, column name_ko: must not be empty"),
        ("stores.csv", "W1", "S1", "stores.csv, row 3, column code: S1 stands further up already"),
        ("stores.csv", "warehouse", "cellar", "stores.csv, row 3, column kind: 'cellar' is none of store, warehouse"),
        ("staff.csv", "012345", "12345", "staff.csv, row 2, column pin: a PIN is six digits"),
        ("staff.csv", "manager", "boss", "staff.csv, row 2, column role: 'boss' is none of"),
        ("staff.csv", STORE, made(1, 9), f"staff.csv, row 2, column store: '{made(1, 9)}' is not in stores"),
        ("products.csv", "coat.png", "boot.png", "products.csv, row 2, column picture: the picture 'boot.png':"),
        ("products.csv", "coat.png", "../x.png", "the picture '../x.png': there is no such file"),
        ("products.csv", made(3, 2), made(3, 1), f"row 3, column id: {made(3, 1)} stands further up already"),
        ("products.csv", "id,", "ident,", "products.csv, column id: the column is missing"),
        ("variants.csv", "9520000000028", "9520000000027", "row 2, column gtin: '9520000000027' is not a GTIN"),
        ("variants.csv", "389000", "3.5", "variants.csv, row 2, column price: '3.5' is not a whole number"),
        ("variants.csv", "389000", "-1", "variants.csv, row 2, column price: -1 is below zero"),
        ("stock.csv", COAT, SCARF[:-1], f"stock.csv, row 2, column variant: '{SCARF[:-1]}' is not a UUID"),
        ("customers.csv", '""55""', "55", "customers.csv, row 2, column sizes: is not the JSON that is expected"),
        ("customers.csv", "010-1234-5678", "1" * 3000, "customers.csv, row 2, column phone: a text has at most"),
        ("order_lines.csv", "2025-03-02 19:30", "2025-13-02 19:30", "row 4, column at: '2025-13-02"),
        ("order_lines.csv", ",-1,", ",0,", "order_lines.csv, row 4, column quantity: must not be 0"),
        ("order_lines.csv", f",{MINA},", f",{made(5, 9)},", f"row 2, column customer: '{made(5, 9)}' is not"),
        ("order_lines.csv", f"{made(6, 2)},", f"{made(6, 2)},extra,", "order_lines.csv, row 4: has 12 columns where"),
        ("order_lines.csv", made(7, 2), made(7, 1), "order_lines.csv, row 3, column line: stands further up already"),
        ("order_lines.csv", made(7, 3), made(7, 1), "order_lines.csv, row 4, column line: stands further up already"),
        ("order_lines.csv", "2025-03-01T10:00:00Z", "0001-01-01T00:00:00+14:00", "row 2, column at: '0001-01-01"),
        ("stock.csv", ",2\n", ",-2\n", "stock.csv, row 2, column quantity: -2 is below zero"),
        ("stock.csv", ",2\n", ",3000000000\n", "stock.csv, row 2, column quantity: 3000000000 is more than"),
        ("stock.csv", f"{WAREHOUSE},{SCARF}", f"{STORE},{COAT}", "row 3, column location, variant: stands further up"),
        ("carts.csv", SCARF, COAT, "carts.csv, row 3, column customer, variant: stands further up already"),
        ("customers.csv", "phone,", "telefone,", "customers.csv, column telefone: no column of this table has this"),
        ("customers.csv", "phone,owner", "phone,phone", "customers.csv, column phone: the column stands there twice"),
        ("customers.csv", "김미나", "김\0미나", "customers.csv, row 2, column name: a text has at most"),
        ("customers.csv", "010-1234-5678", "1" * 9_000_000, "customers.csv: has a row of more than 4 MiB"),
        ("shop.toml", 'currency', 'language = "xx"\ncurrency', "shop.toml, column language: 'xx' is neither ko nor en"),
        ("events.csv", "saved", "dreamt", "events.csv, row 2, column what: 'dreamt' is none of viewed"),
        ("variants.csv", "currency\n", "currency,sold_by\n", "variants.csv, row 2: has 5 columns where"),
        ("carts.csv", ",3", ",0", "carts.csv, row 3, column quantity: 0 is less than one"),
    ],
)  # fmt: skip
def test_a_flaw_is_told_by_file_row_and_column(folder, file, old, new, says):
    spoil(folder, file, old, new)
    assert any(says in flaw for flaw in flaws(folder)), flaws(folder)


def test_lines_of_an_order_stand_together(folder):
    spoil(folder, "order_lines.csv", f"{made(6, 1)},{made(7, 2)}", f"{made(6, 3)},{made(7, 2)}")
    spoil(folder, "order_lines.csv", f"{made(6, 2)},", f"{made(6, 1)},")
    assert flaws(folder) == [
        f"order_lines.csv, row 4, column order: {made(6, 1)} stands further up already, away from its other rows"
    ]


def test_flaws_of_several_files_come_at_once(folder):
    spoil(folder, "staff.csv", "012345", "secret")
    spoil(folder, "variants.csv", "98000", "many")
    (folder / "pictures" / "coat.png").write_bytes(b"GIF89a")
    told = flaws(folder)
    assert [flaw.split(",")[0] for flaw in told] == ["staff.csv", "products.csv", "variants.csv"]
    assert "secret" not in "".join(told)


def test_so_many_flaws_are_enough(folder):
    rows = "".join(f"{STORE},{made(4, 100 + n)},1\n" for n in range(500))
    (folder / "stock.csv").write_text(f"location,variant,quantity\n{rows}", encoding="utf-8")
    assert len(flaws(folder)) == MOST_FLAWS


@pytest.mark.parametrize("missing", ["shop.toml", "stores.csv", "variants.csv"])
def test_a_missing_file_is_named(folder, missing):
    (folder / missing).unlink()
    assert missing.split(".")[0] in flaws(folder)[0]


@pytest.mark.parametrize(
    ("name", "data"),
    [("stock.csv", b""), ("stock.csv", b"location,variant,quantity\n\xff\xfe,a,1\n"), ("stock.parquet", b"PAR1 not")],
)
def test_a_file_that_cannot_be_read_is_named(folder, name, data):
    (folder / name).write_bytes(data)
    assert flaws(folder)[0].startswith(name)


@pytest.mark.parametrize("encoding", ["cp949", "utf-16"])
def test_another_encoding_is_named_once(folder, encoding):
    data = (folder / "customers.csv").read_text(encoding="utf-8").encode(encoding)
    (folder / "customers.csv").write_bytes(data)
    assert flaws(folder) == ["customers.csv: is not written in UTF-8"]


def test_an_address_is_whole(folder):
    spoil(folder, "customers.csv", "consents\n", "addresses\n")
    spoil(folder, "customers.csv", '"{""sms"": true}"', '"[{""id"": ""a"", ""label"": ""Home""}]"')
    assert flaws(folder) == [
        "customers.csv, row 2, column addresses: an address without recipient, phone, line1, city, postcode, country"
    ]


def test_what_others_write_is_read(folder):
    """With the mark at the start and the ends of lines that some programs write."""
    for file in folder.glob("*.csv"):
        file.write_bytes(file.read_text(encoding="utf-8").replace("\n", "\r\n").encode("utf-8-sig"))
    assert check(folder)[1] == COUNTS


def test_a_missing_header_gives_nothing_away(folder):
    for name in ("staff.csv", "customers.csv"):
        rows = (folder / name).read_text(encoding="utf-8").partition("\n")[2]
        (folder / name).write_text(rows, encoding="utf-8")
    told = "\n".join(flaws(folder))
    assert "staff.csv, column pin: the column is missing" in told
    assert "012345" not in told and "1234-5678" not in told


def test_one_line_without_an_end_is_no_table(folder):
    (folder / "stock.csv").write_bytes(b"x" * 9_000_000)
    assert flaws(folder) == ["stock.csv: has a row of more than 4 MiB: a quotation mark may not be closed"]


def test_the_command_says_it_on_the_screen(folder, capsys):
    assert command.main(folder) == 0
    assert "Hanok: 2 stores, 1 staff" in capsys.readouterr().out
    spoil(folder, "carts.csv", ",3", ",x")
    assert command.main(folder) == 1
    assert "carts.csv, row 3, column quantity: 'x' is not a whole number" in capsys.readouterr().err


def test_a_parquet_column_of_another_type_is_told(folder):
    to_parquet(folder, "stock")
    found = pq.read_table(folder / "stock.parquet")
    nested = pa.array([[1], [2]])
    pq.write_table(found.set_column(2, "quantity", nested), folder / "stock.parquet")
    assert "stock.parquet, row 1, column quantity: '[1]' is not a whole number" in flaws(folder)


def sell_by(folder, *words):
    """The column is there, with these words for the coat and the scarf."""
    path = folder / "variants.csv"
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    rows = [f"{line},{word}" for line, word in zip(lines, words, strict=True)]
    path.write_text("\n".join([f"{head},sold_by", *rows, ""]), encoding="utf-8")


def test_what_it_is_sold_by_is_told_by_row_and_column(folder):
    sell_by(folder, "", "pound")
    assert flaws(folder) == ["variants.csv, row 3, column sold_by: 'pound' is neither piece nor kilogram"]


def test_nothing_that_has_to_be_weighed_lies_in_an_online_cart(folder):
    sell_by(folder, "piece", "kilogram")
    assert flaws(folder) == [
        "carts.csv, row 3, column variant: is sold by weight: only weighed pieces can be in a cart"
    ]
