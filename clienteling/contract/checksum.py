"""The checksum by which both halves compare what they hold; knows ids and versions only."""

from hashlib import blake2b

MODULUS = 2**64


def checksum(kind: str, id: str, ver: int) -> int:
    """One entity's part of a scope's sum (modulo MODULUS): the first 8 bytes of BLAKE2b over `kind id ver`."""
    return int.from_bytes(blake2b(f"{kind} {id} {ver}".encode(), digest_size=8).digest(), "big")
