"""Bytes become codes, whatever their end; nothing that comes without one is kept for long."""

import os
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.desktop.scanning.lines import ENDLESS, LONGEST, Lines
from clienteling.desktop.scanning.profile import SerialProfile

ONE, TWO = b"9521234543213", b"]E04006381333931"


def lines(**how):
    """A reader of a scanner that sends so."""
    return Lines(SerialProfile(**how))


@pytest.mark.parametrize(
    ("terminator", "end"),
    [("any", b"\r"), ("any", b"\n"), ("any", b"\r\n"), ("cr", b"\r"), ("lf", b"\n"), ("crlf", b"\r\n")],
)
def test_codes_come_whole_however_the_bytes_are_parted(terminator, end):
    stream = ONE + end + TWO + end
    for size in (1, 2, 5, 64):
        taken = lines(terminator=terminator)
        codes = [code for at in range(0, len(stream), size) for code in taken.take(stream[at : at + size])]
        assert codes == [ONE, TWO]
        assert not taken.waiting


def test_silence_finishes_a_code_only_where_no_end_is_known():
    plain = lines(terminator="none")
    assert plain.take(ONE) == []
    assert plain.fall_silent() == ONE
    assert plain.fall_silent() is None
    unknown = lines()
    assert (unknown.take(ONE), unknown.fall_silent()) == ([], ONE)
    assert unknown.take(TWO + b"\r") == [TWO]
    # the cable went half way through: eight digits of thirteen may be another product
    assert (unknown.take(ONE[:8]), unknown.fall_silent()) == ([], None)
    assert unknown.take(TWO + b"\r") == [TWO]


def test_a_code_of_several_lines_is_one_where_only_silence_ends():
    card = b"BEGIN:VCARD\r\nN:Kim\r\nEND:VCARD"
    plain = lines(terminator="none")
    assert (plain.take(card), plain.fall_silent()) == ([], card)


def test_what_the_scanner_puts_around_a_code_is_taken_off():
    framed = lines(prefix="\x02*", suffix="#\x03")
    assert framed.take(b"\x02*" + ONE + b"#\x03\r\n") == [ONE]


def test_a_code_that_is_too_long_is_told_once_and_the_next_is_heard():
    taken = lines()
    told = [code for _ in range(40) for code in taken.take(b"7" * 1000)]
    assert [len(code) for code in told] == [LONGEST + 1]
    assert taken.take(b"77\r" + ONE + b"\r") == [ONE]


@pytest.mark.parametrize("terminator", ["any", "cr", "none"])
def test_bytes_without_an_end_are_not_kept(terminator):
    taken, chunk = lines(terminator=terminator), b"\x00" * 16_384
    tracemalloc.start()
    for _ in range(2 * ENDLESS // len(chunk)):
        taken.take(chunk)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert taken.endless
    assert held < 4 * LONGEST
    taken.fall_silent()
    assert not taken.endless


@given(st.lists(st.binary(max_size=300), max_size=40), st.sampled_from(["any", "cr", "lf", "crlf", "none"]))
def test_no_bytes_break_it(chunks, terminator):
    taken = lines(terminator=terminator)
    for chunk in chunks:
        assert all(0 < len(code) <= LONGEST + 1 for code in taken.take(chunk))
    taken.fall_silent()
    assert not taken.waiting


def test_of_a_flood_nothing_is_left_to_be_a_code():
    plain = lines(terminator="none")
    assert len(plain.take(b"7" * 20_000)) == 1
    assert plain.fall_silent() is None
    assert (plain.take(ONE), plain.fall_silent()) == ([], ONE)


def test_a_flood_of_noise_ends_with_the_noise():
    taken = lines(terminator="lf")
    taken.take(os.urandom(20_000).replace(b"\n", b""))
    assert taken.take(b"\n" + ONE + b"\n") == [ONE]
