"""Whom to tell of a product, and why each of them."""
