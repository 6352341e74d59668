"""Scan mode for the shop floor: one scan after the other into the cart, for its price, or for where it lies."""
