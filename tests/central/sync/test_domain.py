"""Cursors: what they say survives being written, and when pages may go on from one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.central.sync.domain import Cursor

numbers = st.integers(min_value=0, max_value=2**53)


@given(epoch=st.integers(min_value=1, max_value=2**31), seq=numbers, since=st.none() | numbers)
def test_a_cursor_survives_being_written(epoch, seq, since):
    cursor = Cursor(epoch, seq, since)
    assert Cursor.read(str(cursor)) == cursor
    assert all(part.isdecimal() for part in str(cursor).split(":"))


@pytest.mark.parametrize(
    "text", ["", "1", ":", "1:", ":1", "a:b", "1:-1", "1:1:1", "١:١", "1" * 40 + ":1", "1:" + "1" * 40]
)
def test_what_is_no_cursor_is_refused(text):
    with pytest.raises(ValueError):
        Cursor.read(text)


@pytest.mark.parametrize(
    ("cursor", "fits"),
    [
        (Cursor(7, 10), True),
        (Cursor(7, 5), True),
        (Cursor(7, 20), True),
        (Cursor(8, 10), False),
        (Cursor(7, 4), False),
        (Cursor(7, 21), False),
        (Cursor(7, 2, since=5), True),
        (Cursor(7, 2, since=4), False),
    ],
)
def test_pages_go_on_within_the_epoch_above_the_floor_up_to_the_head(cursor, fits):
    assert cursor.fits(epoch=7, floor=5, head=20) is fits
