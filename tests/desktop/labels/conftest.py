"""Fixtures of the labels' tests: our own readers, asked as the app asks them."""

import logging

import pytest

from clienteling.desktop.scanning.decoder import Decoder
from clienteling.desktop.scanning.domain import classify
from clienteling.desktop.scanning.ladder import climb


@pytest.fixture(autouse=True)
def quiet():
    """A PNG library of the machine tells all that it reads."""
    logging.getLogger("PIL").setLevel(logging.WARNING)


@pytest.fixture
def understood():
    """What a picture says: the one meaning that may be believed; nothing else is in it."""
    decoder = Decoder()

    def meaning(gray):
        [(_, reading, far)] = climb(gray, decoder)
        assert far != "weak"
        return classify(reading.text, reading.symbology, reading.aim)

    yield meaning
    decoder.close()
