"""Which readers are at hand."""

import numpy as np
import pytest

from clienteling.desktop.scanning.decoder import MAKERS, Decoder
from clienteling.desktop.scanning.reading import Reading

NOTHING = np.zeros((8, 8), np.uint8)


class Sees:
    """A reader that sees one thing."""

    def __init__(self):
        self.closed = False

    def read(self, gray, inverted=False):
        return [Reading("1" if inverted else "0", "QRCODE")]

    def close(self):
        self.closed = True


def missing():
    raise ImportError


def test_each_reader_is_asked_by_its_name_and_given_back():
    sees = Sees()
    decoder = Decoder({"one": lambda: sees})
    assert [each.text for each in decoder.read("one", NOTHING, inverted=True)] == ["1"]
    decoder.close()
    assert sees.closed


@pytest.mark.parametrize("fault", [ImportError, OSError])
def test_without_one_library_or_with_one_that_does_not_fit_the_others_go_on(fault):
    def gone():
        raise fault

    decoder = Decoder({"gone": gone, "one": Sees})
    assert decoder.read("gone", NOTHING) == []
    assert len(decoder.read("one", NOTHING)) == 1


def test_without_any_library_there_is_nothing_to_read_with():
    with pytest.raises(ImportError):
        Decoder({"gone": missing})


def test_the_real_readers_are_at_hand(ean, qr):
    decoder = Decoder()
    for name in (name for name in MAKERS if decoder.has(name)):
        found = [each.text for code in (ean("9521234543213"), qr("CL000012345")) for each in decoder.read(name, code)]
        bars = [] if name in ("tapir square", "tapir databar") else ["9521234543213"]
        squares = [] if name in ("tapir", "tapir deep", "tapir databar") else ["CL000012345"]
        assert found == [*bars, *squares]
    decoder.close()
