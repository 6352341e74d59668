"""What readers say, in our words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.desktop.scanning.reading import AIM, as_text, split_aim, symbology_of


@given(st.binary(max_size=60))
def test_any_bytes_have_some_text(data):
    assert isinstance(as_text(data), str)


def test_older_codes_are_read_by_their_code_page():
    assert as_text("머플러".encode("euc_kr")) == "머플러"
    assert as_text("Crème brûlée".encode("latin-1")) == "Crème brûlée"


@pytest.mark.parametrize(("raw", "parts"), [("]C1011", ("]C1", "011")), ("9521", ("", "9521")), ("]", ("", "]"))])
def test_the_aim_identifier_is_told_from_the_code(raw, parts):
    assert split_aim(raw) == parts


def test_every_symbology_is_found_again_by_its_aim_identifier():
    bodies = {"UPCA": "882428015268", "UPCE": None}
    for symbology, aim in AIM.items():
        if body := bodies.get(symbology, "9521234543213"):
            assert symbology_of(aim, body) == symbology
    assert symbology_of("]X0", "1") == symbology_of("", "1") == ""
