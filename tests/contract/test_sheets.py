"""What a spreadsheet would take for a formula is text in every cell, the head's too."""

import csv
import io

import pytest

from clienteling.contract import sheets


@pytest.mark.parametrize("cell", ["=1+1", "+82 10", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")'])
def test_no_cell_is_a_formula(cell):
    assert sheets.neutral(cell) == "'" + cell
    head, row = csv.reader(io.StringIO(sheets.table([cell], [[cell]]), newline=""))
    assert head == row == ["'" + cell]


def test_quotes_commas_and_lines_stay_in_their_cell():
    told = ['He said "no"', "one, two", "a\r\nb", "김민서"]
    assert list(csv.reader(io.StringIO(sheets.table(["a"] * 4, [told]), newline="")))[1] == told
