"""Amounts in integer minor units with their ISO 4217 currency; knows nothing of prices or carts."""

from __future__ import annotations

import msgspec

_DIGITS = {"KRW": 0, "JPY": 0, "VND": 0, "GBP": 2, "USD": 2, "EUR": 2, "CNY": 2, "KWD": 3}


def digits(currency: str) -> int:
    """How many decimals the currency has (ISO 4217); two where we do not know better."""
    return _DIGITS.get(currency, 2)


class Money(msgspec.Struct, frozen=True):
    """An amount in minor units (won, pence); arithmetic refuses to mix currencies with a ValueError."""

    amount: int
    currency: str

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other), self.currency)

    def __mul__(self, quantity: int) -> Money:
        return Money(self.amount * quantity, self.currency)

    def _same(self, other: Money) -> int:
        if other.currency != self.currency:
            raise ValueError(f"cannot mix {self.currency} with {other.currency}")
        return other.amount
