"""Tables that a person takes along hold text, whatever was typed into the cells."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.contract import sheets
from clienteling.desktop.runtime import exports


@pytest.fixture(autouse=True)
def at_home(monkeypatch, tmp_path):
    monkeypatch.setenv("CLIENTELING_HOME", str(tmp_path))


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=2, max_size=2)))
def test_a_table_reads_back_as_it_was_but_for_the_sign(rows):
    file = exports.named("table", ending="csv")
    exports.write_table(file, ("a", "b"), rows)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        back = list(csv.reader(opened))
    assert back == [["a", "b"], *([sheets.neutral(cell) for cell in row] for row in rows)]
    assert not any(cell.startswith(sheets.FORMULA) for row in back for cell in row)


@pytest.mark.parametrize(
    ("words", "name"),
    [(("영수증", "T1", "2026-11-22"), "영수증-T1-2026-11-22.csv"), (("../../etc", "", "a/b c"), "..-..-etc-a-b-c.csv")],
)
def test_a_name_is_a_name_and_no_path(words, name, tmp_path):
    assert exports.named(*words, ending="csv") == tmp_path / "exports" / name
