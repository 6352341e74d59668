"""Labels as PDF: every code read back from the printed page by our own readers."""

import asyncio
import sys

import pytest

from clienteling.contract.codes import loyalty_code
from clienteling.desktop.labels.domain import PAPERS, Label, plain
from clienteling.desktop.labels.symbols import of_gtin, of_sku, of_square
from clienteling.desktop.labels.viewmodel_print import write
from clienteling.desktop.runtime.problems import Problem
from tests.helpers import sheets, shop

SHEET, ROLL = PAPERS
HOSTILE = (
    "\u202e55 코트 \u0000\u2066", "<img src=x onerror=alert(1)>", "Z" + "\u0301" * 120, "가나다라마바사" * 80,
    "=HYPERLINK(1)", "عباية سوداء", "A" * 600, "\U0001f45c 👩‍👩‍👧", "a\r\nb\tc", "",
)  # fmt: skip


def shelf(gtin, name="울 더블 코트", price="₩1,389,000"):
    return Label(of_gtin(gtin), plain(name), ("카멜 · 55", "CT-1-55"), price)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_gtin_is_read_back_from_the_page(paper, run, fonts, tmp_path, understood):
    codes = [shop.gtin14(n) for n in range(1, 27)] + ["00000096385074", "00012345678905"]
    file = tmp_path / "labels.pdf"
    run(write(file, paper, [shelf(code) for code in codes], lambda _: None))
    assert [understood(gray).gtin14 for gray in sheets.labels(file, paper, len(codes))] == codes


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_cards_and_what_has_no_gtin_are_read_back(paper, run, fonts, tmp_path, understood):
    cards = [loyalty_code(n) for n in (1, 48_291_007)]
    skus = ["CT-1-55", "SKU-48-CAMEL-55-VERY-LONG-INDEED-12345", "코트-55"]
    printed = [Label(of_square(code), "김민서", ("Gangnam",)) for code in cards]
    printed += [Label(of_sku(sku), "머플러", ("아이보리",), "₩98,000") for sku in skus]
    file = tmp_path / "labels.pdf"
    run(write(file, paper, printed, lambda _: None))
    found = [understood(gray) for gray in sheets.labels(file, paper, len(printed))]
    assert [each.text for each in found] == cards + skus
    assert [each.kind for each in found] == ["customer", "customer", "unknown", "unknown", "unknown"]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_no_name_spoils_its_own_label_or_the_next(paper, run, fonts, tmp_path, understood):
    code, plainly = shop.gtin14(7), shop.gtin14(8)
    between = [label for name in HOSTILE for label in (shelf(code, name, plain(name) * 4), shelf(plainly))]
    file = tmp_path / "labels.pdf"
    run(write(file, paper, between, lambda _: None))
    printed = list(sheets.labels(file, paper, len(between)))
    assert [understood(gray).gtin14 for gray in printed] == [code, plainly] * len(HOSTILE)
    assert "…" in sheets.words(file) and "A" * 100 not in sheets.words(file)
    run(write(file, paper, [shelf(plainly)] * len(between), lambda _: None))
    alone = list(sheets.labels(file, paper, len(between)))
    assert all((beside == gray).all() for beside, gray in zip(printed[1::2], alone[1::2], strict=True))


def test_what_has_no_room_is_not_printed_on_the_label_below(run, fonts, tmp_path):
    full = Label(of_square("CL00000001X"), "김민서", ("Gangnam",) * 30)
    file = tmp_path / "labels.pdf"
    pictures = []
    for first in (full, shelf(shop.COAT_CODE)):
        run(write(file, SHEET, [first, *[shelf(shop.COAT_CODE)] * 3], lambda _: None))
        pictures.append(list(sheets.labels(file, SHEET, 4))[3])
    assert (pictures[0] == pictures[1]).all()


def test_korean_is_text_in_an_embedded_typeface(run, fonts, tmp_path):
    file = tmp_path / "labels.pdf"
    run(write(file, SHEET, [shelf(shop.COAT_CODE)], lambda _: None))
    assert "울 더블 코트" in sheets.words(file) and "₩1,389,000" in sheets.words(file)
    data = file.read_bytes()
    assert b"+Pretendard-SemiBold" in data and b"/FontFile" in data


def test_many_tell_how_far_they_are_and_let_the_rest_run(run, fonts, tmp_path):
    told, turns = [], []

    async def others():
        while True:
            turns.append(len(told))
            await asyncio.sleep(0)

    async def both():
        beside = asyncio.ensure_future(others())
        await write(tmp_path / "labels.pdf", SHEET, [shelf(shop.COAT_CODE)] * 300, told.append)
        beside.cancel()

    run(both())
    assert told == sorted(told) and told[-1] <= 300
    assert len(set(turns)) > 5


def test_cancelled_it_leaves_what_lay_there(run, fonts, tmp_path):
    file = tmp_path / "labels.pdf"
    file.write_text("before")

    async def cancelled():
        task = asyncio.ensure_future(write(file, SHEET, [shelf(shop.COAT_CODE)] * 2000, lambda _: task.cancel()))
        with pytest.raises(asyncio.CancelledError):
            await task

    run(cancelled())
    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_takes_nothing_is_told_with_what_to_do(run, fonts, tmp_path):
    with pytest.raises(Problem) as told:
        run(write(tmp_path / "gone" / "labels.pdf", SHEET, [shelf(shop.COAT_CODE)], lambda _: None))
    assert str(tmp_path / "gone") in str(told.value) and "another folder" in str(told.value)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit to set there")
def test_without_room_it_says_so_and_leaves_what_lay_there(run, fonts, tmp_path):
    import resource

    file = tmp_path / "labels.pdf"
    file.write_text("before")
    was = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, was[1]))  # no file may become longer, as on a full disk
    try:
        with pytest.raises(Problem):
            run(write(file, SHEET, [shelf(shop.COAT_CODE)] * 30, lambda _: None))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, was)
    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]
