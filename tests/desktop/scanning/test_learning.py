"""One scan of a product teaches how a scanner types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.contract.codes import loyalty_code
from clienteling.desktop.scanning.burst import Burst, scanned_text
from clienteling.desktop.scanning.learning import learned
from clienteling.desktop.scanning.profile import WedgeSettings

EAN = "9521234543213"


def burst(text, gap=5.0, end="enter", plain=None):
    """A text at an even pace."""
    return Burst(tuple(zip(text, plain or text, strict=True)), (gap,) * (len(text) - 1), end)


def test_a_usual_scanner_keeps_the_usual_times():
    assert learned(burst(EAN)) == WedgeSettings(end="enter")


@pytest.mark.parametrize(
    "text", [EAN, loyalty_code(7), "]E0" + EAN, "SKU-48", "https://shop.example/01/09521234543213"]
)
def test_what_is_understood_has_nothing_around_it(text):
    settings = learned(burst(text, end="tab"))
    assert (settings.prefix, settings.suffix, settings.end) == ("", "", "tab")


@pytest.mark.parametrize(("prefix", "suffix"), [("~", ""), ("", "#"), ("*S", "%Q"), ("$$", "")])
def test_what_stands_around_a_code_is_found(prefix, suffix):
    settings = learned(burst(prefix + EAN + suffix))
    assert (settings.prefix, settings.suffix) == (prefix, suffix)


@pytest.mark.parametrize(("gap", "known"), [(60, True), (149, True), (151, False), (200, False)])
def test_a_person_teaches_nothing(gap, known):
    assert (learned(burst(EAN, gap)) is not None) == known


def test_three_keys_teach_nothing():
    assert learned(burst("952")) is None


def test_the_layout_that_makes_sense_is_kept():
    assert learned(burst(EAN, plain='ç(é&é"\'(\'"é&"')).layout == "us"
    assert learned(burst("&é'(&é'(&é'(", plain="882428015268")).layout == "tablet"
    assert learned(burst("SKU-48", plain="SKU)48")).layout == "auto"


@given(st.lists(st.floats(1, 149), min_size=12, max_size=12), st.sampled_from(["", "~"]), st.sampled_from(["", "#"]))
def test_what_taught_it_is_understood_by_it(gaps, prefix, suffix):
    text = prefix + EAN + suffix
    gaps = [*gaps, *[gaps[0]] * (len(text) - len(EAN))]
    keys = tuple(zip(text, text, strict=True))
    settings = learned(Burst(keys, tuple(gaps), "enter"))
    assert scanned_text(keys, gaps, settings, writing=False) == EAN
