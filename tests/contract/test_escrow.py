"""A sealed fact opens for central alone and whole, and says nothing to anybody else."""

import pytest
from nacl.public import PrivateKey

from clienteling.contract.v1.escrow import Sealed, seal, unseal
from clienteling.contract.v1.sync import Operation

CENTRAL = PrivateKey.generate()
FACT = Operation("op-1", "note.written", "n1", {"text": "김민서 likes wool", "phone": "010-1234-5678"}, 3, "ann")
SEALED = Sealed("the token", FACT)


def sealed():
    return seal(bytes(CENTRAL.public_key), SEALED)


def test_central_opens_what_was_sealed_for_it():
    assert unseal(bytes(CENTRAL), sealed()) == SEALED


def test_of_a_sealed_fact_only_its_id_can_be_read():
    record = sealed()
    assert record.startswith(b"op-1 ") and record.endswith(b"\n") and record.count(b"\n") == 1
    for secret in ("김민서", "010-1234", "wool", "the token", "note", "ann"):
        assert secret.encode() not in record
    assert record != sealed(), "the same fact does not look the same twice"
    assert "token" not in repr(SEALED)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda record: record[: len(record) // 2],
        lambda record: record.replace(b"op-1", b"op-2"),
        lambda record: record[:40] + (b"A" if record[40:41] != b"A" else b"B") + record[41:],
        lambda record: b"",
        lambda record: b"op-1 ?\n",
        lambda record: b"op-1 " + b"x" * 80 + b"\n",
    ],
)
def test_what_is_torn_changed_or_given_another_name_does_not_open(spoil):
    with pytest.raises(ValueError):
        unseal(bytes(CENTRAL), spoil(sealed()))


def test_another_central_cannot_open_it():
    with pytest.raises(ValueError):
        unseal(bytes(PrivateKey.generate()), sealed())
