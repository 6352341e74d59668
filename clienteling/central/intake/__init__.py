"""The way in for a whole shop: a folder of files, checked, then handed to each feature's bulk `load`.

Rows are tuples in the order of `domain.TABLES`, in pieces of some thousand; all lines of an order or of a cart come in
one piece. Times are ISO 8601 UTC as `runtime.clock.stamp` writes them, amounts minor units, nested values decoded.
"""
