"""Search over the keys answers alike on SQLite and PostgreSQL."""

import pytest

from clienteling.central.customers import actions
from clienteling.central.customers.domain import Person
from clienteling.contract.v1 import customers as v1
from tests.helpers.actions import JOSE, MINSEO, YUNA, by


def ids(central, query, limit=10):
    return [hit["id"] for hit in central.read(actions.find, by(), query, limit)[0]]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("김", MINSEO), ("ㄱㅁㅅ", MINSEO), ("김ㅁ", MINSEO), ("ㄱ민서", MINSEO), ("민서", MINSEO), ("기", MINSEO),
        ("5678", MINSEO), ("010-1234", MINSEO), ("34-56", MINSEO), ("+82 10 1234", MINSEO), ("lv0001", MINSEO),
        ("MINSEO@", MINSEO), ("seo@exam", MINSEO), ("민서 5678", MINSEO), ("perez jose", JOSE), ("maría", JOSE),
        ("correo", JOSE), ("600123", JOSE), ("이유나", YUNA), ("yuna 5432", YUNA),
        ("김민 78", MINSEO), ("78 김민", MINSEO), ("ㄱㅁㅅ 78", MINSEO), ("ㄱㅁㅅ 5678", MINSEO), ("5678 ㄱㅁ", MINSEO),
        ("김ㅁ 5678", MINSEO), ("perez 12", JOSE), ("Pérez 123", JOSE), ("김 ㅁㅅ", MINSEO),
    ],
)  # fmt: skip
def test_any_part_finds(central, typed, found):
    assert found in ids(central, typed)


@pytest.mark.parametrize("typed", ["", "   ", "박", "9999999", '"', "%", "_", "*", "a AND b", "x'y", "민서 9999"])
def test_nothing_else_is_found(central, typed):
    assert ids(central, typed) == []


def test_more_than_asked_is_said(central):
    central.run(actions.load, "t", [Person(f"k{at}", f"Kim {at}", "here") for at in range(5)])
    hits, more = central.read(actions.find, by(), "kim", 3)
    assert (len(hits), more) == (3, True)


def test_a_changed_person_is_found_by_the_new_spelling_only(central):
    central.tell(by(), "customer.patched", MINSEO, v1.Patched({"name": "김하늘", "email": "sky@example.com"}), 1)
    assert ids(central, "하늘") == [MINSEO] and ids(central, "ky@exa") == [MINSEO]
    assert ids(central, "민서") == [] and ids(central, "inseo@") == []
