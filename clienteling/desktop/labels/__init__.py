"""Shelf labels and loyalty cards as PDF, for a shop that has no codes on its things yet."""
