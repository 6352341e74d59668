"""Remembering scanners and cameras and which of them is used."""

from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.scanning import store
from clienteling.desktop.scanning.profile import Kind, Scanner


def scanners(tx: Tx) -> list[Scanner]:
    """Every scanner and camera this tablet knows, by name."""
    return store.every(tx)


def use(tx: Tx, one: Scanner) -> None:
    """Remember a scanner with its profile and use it instead of the others of its kind."""
    store.keep(tx, one)
    store.choose(tx, one.kind, one.id)


def use_none(tx: Tx, kind: Kind) -> None:
    """Use no remembered one of this kind; they stay remembered."""
    store.choose(tx, kind, "")


def forget(tx: Tx, scanner: str) -> None:
    """Know this scanner no longer."""
    store.remove(tx, scanner)
