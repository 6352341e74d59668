"""Identifiers of the sample: counted UUIDs (version 8, RFC 9562), so that the same seed gives the same files."""

from clienteling.contract.gtin import check_digit

STORE, STAFF, PRODUCT, VARIANT, CUSTOMER, ORDER, LINE, EVENT, ADDRESS, TENANT = range(1, 11)


def sample_id(noun: int, number: int) -> str:
    """The UUID of the `number`th thing of a noun; 952 is the GS1 prefix reserved for examples."""
    return f"952000{noun:02x}-0000-8000-8000-{number:012x}"


def sample_gtin(number: int) -> str:
    """A GTIN-13 under the prefix 952 (GS1 General Specifications 1.4.2: reserved for demonstrations)."""
    body = f"952{number:09d}"
    return body + check_digit(body)
