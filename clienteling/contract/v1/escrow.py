"""A fact sealed for central alone: what a tablet writes beside its store, and central opens when the store is lost.

A record is one line: the fact's id, a space, and in base64 a sealed box (X25519, XSalsa20-Poly1305) of a `Sealed` in
msgpack. Whoever holds the file reads the ids and nothing else.
"""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64

import msgspec
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from clienteling.contract.v1.sync import Operation


class SealKey(msgspec.Struct, frozen=True):
    """The 32 bytes of central's public key, with which tablets seal."""

    key: bytes


class Sealed(msgspec.Struct, frozen=True):
    """A fact, and the token that shows which device told it."""

    token: str
    operation: Operation

    def __repr__(self) -> str:
        return "Sealed(..)"


def seal(key: bytes, sealed: Sealed) -> bytes:
    """The record of a fact, its line's end included; ValueError where `key` is no public key."""
    box = SealedBox(PublicKey(key)).encrypt(msgspec.msgpack.encode(sealed))
    return sealed.operation.op.encode() + b" " + b64encode(box) + b"\n"


def unseal(private: bytes, record: bytes) -> Sealed:
    """What a record holds; ValueError where it is torn, damaged or sealed for another central."""
    op, _, box = record.strip().partition(b" ")
    try:
        opened = SealedBox(PrivateKey(private)).decrypt(b64decode(box, validate=True))
        sealed = msgspec.msgpack.decode(opened, type=Sealed)
    except (CryptoError, NotBase64, ValueError, msgspec.DecodeError) as fault:
        raise ValueError("this record cannot be opened") from fault
    if sealed.operation.op.encode() != op:
        raise ValueError("this record does not hold what its line says")
    return sealed
