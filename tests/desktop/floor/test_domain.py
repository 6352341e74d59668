"""The list of scans: bounded, and each scan with its own outcomes."""

from clienteling.desktop.cart.domain import Whose
from clienteling.desktop.floor.domain import MOST, Heard, before


def heard(n, **more):
    return Heard(n, "code", "", "cart", "added", Whose("cart", "store"), **more)


def test_a_day_of_scanning_does_not_fill_the_memory():
    scans = []
    for n in range(MOST * 3):
        scans = before(scans, heard(n))
    assert len(scans) == MOST and scans[0].n == MOST * 3 - 1


def test_an_outcome_is_noted_and_taken_back():
    noted = heard(1).note("shown", "e1").note("tried", "e2")
    assert noted.noted == {"shown": "e1", "tried": "e2"}
    assert noted.note("shown", "").noted == {"tried": "e2"}


def test_a_scan_without_product_or_client_has_no_outcome():
    assert not heard(1).notable and not heard(1).undoable
