"""Identifiers made by whoever creates a thing; knows nothing of what they name."""

import uuid

import uuid_utils

_CARTS = uuid.UUID("6d0e0f5a-7d0c-5d0a-9b39-5a2f6c1e7c55")
_RULES = uuid.UUID("c1f7c1be-54cf-5a0e-8e5f-0d9f0b7a3e21")


def new_id() -> str:
    """A fresh UUIDv7 as 36 characters; sorts by the time of its making (RFC 9562)."""
    return str(uuid_utils.uuid7())


def is_id(text: str) -> bool:
    """Whether `text` is a UUID in its usual 36-character spelling."""
    try:
        return str(uuid.UUID(text)) == text
    except (ValueError, AttributeError, TypeError):
        return False


def cart_of(customer: str) -> str:
    """The id of a customer's one shared cart: every tablet and the web shop derive the same one, offline too."""
    return str(uuid.uuid5(_CARTS, customer))


def rule_of(store: str, symbology: str, length: int, prefix: str) -> str:
    """The id of what a store says about one form of code, so that two tablets that were asked mean the same."""
    return str(uuid.uuid5(_RULES, f"{store}|{symbology}|{length}|{prefix}"))
