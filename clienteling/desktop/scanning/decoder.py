"""The readers at hand, made when they are first asked; knows neither views nor what a code means."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal, Protocol

from clienteling.desktop.scanning.gray import Gray
from clienteling.desktop.scanning.reading import Reading


class Reader(Protocol):
    """Any reader of gray pictures."""

    def read(self, gray: Gray, inverted: bool = False) -> list[Reading]:
        """Every code in the picture; `inverted` looks for light bars on dark too."""
        ...

    def close(self) -> None:
        """Give back what it holds; call once, from the thread that reads."""
        ...


def _zbar() -> Reader:
    from clienteling.desktop.scanning.zbar import Zbar

    return Zbar()


def _zxing() -> Reader:
    from clienteling.desktop.scanning.zxing import Zxing

    return Zxing()


def _tapir(effort: Literal["low", "medium"]) -> Reader:
    from clienteling.desktop.scanning.tapir import Tapir

    return Tapir(effort)


def _tapir_square() -> Reader:
    from clienteling.desktop.scanning.tapir import SQUARES, Tapir

    return Tapir("medium", SQUARES)


def _tapir_databar() -> Reader:
    from clienteling.desktop.scanning.tapir import DATABARS, Tapir

    return Tapir("medium", DATABARS)


MAKERS: Mapping[str, Callable[[], Reader]] = {
    "zbar": _zbar,
    "zxing": _zxing,
    "tapir": partial(_tapir, "low"),
    "tapir deep": partial(_tapir, "medium"),
    "tapir square": _tapir_square,
    "tapir databar": _tapir_databar,
}


class Decoder:
    """Reads with whichever readers this machine has; ImportError when it has none."""

    def __init__(self, makers: Mapping[str, Callable[[], Reader]] = MAKERS) -> None:
        self._readers: dict[str, Reader] = {}
        for name, make in makers.items():
            try:
                self._readers[name] = make()
            except (ImportError, OSError):
                continue  # its library is missing or does not fit this machine: the others go on alone
        if not self._readers:
            raise ImportError("no reader")

    def has(self, reader: str) -> bool:
        """Whether this reader is at hand: a view for one that is not need not be made."""
        return reader in self._readers

    def read(self, reader: str, gray: Gray, inverted: bool = False) -> list[Reading]:
        """What this reader sees, nothing when it is missing here."""
        found = self._readers.get(reader)
        return found.read(gray, inverted) if found else []

    def close(self) -> None:
        """Close every reader, from the thread that reads."""
        for reader in self._readers.values():
            reader.close()
