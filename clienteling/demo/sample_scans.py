"""Scans"""


def write_scans(directory, products):
    pass
