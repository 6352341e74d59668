"""Looks for planted words in every file of a folder, in each spelling a careless program might leave them in."""

import base64
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np

SHORTEST = 6
"""Bytes; what is shorter stands somewhere by chance."""


def spellings(words: bytes) -> set[bytes]:
    """As they are, in hex and in base64 at each of its three places within what was encoded."""
    found = {words, words.hex().encode(), words.hex().upper().encode()}
    for ahead in range(3):
        text = base64.b64encode(bytes(ahead) + words)
        # the first and the last group depend on their neighbours
        middle = text[4 if ahead else 0 : -4 if (ahead + len(words)) % 3 else None]
        found |= {middle, middle.translate(bytes.maketrans(b"+/", b"-_"))}
    return {one for one in found if len(one) >= SHORTEST}


def planted(texts: Iterable[str], keys: Iterable[bytes] = ()) -> dict[str, set[bytes]]:
    """Every spelling of each text, by the text; of a key only its name."""
    found = {text: set[bytes]() for text in texts}
    for text, all_of in found.items():
        for words in (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")):
            all_of.update(spellings(words))
    return found | {f"key {n}": spellings(key) for n, key in enumerate(keys)}


class Search:
    """Looks into files; `found` has the pairs of file and planted text."""

    def __init__(self, what: dict[str, set[bytes]]) -> None:
        self._by_start: dict[bytes, list[tuple[bytes, str]]] = {}
        for text, all_of in what.items():
            for one in all_of:
                self._by_start.setdefault(one[:SHORTEST], []).append((one, text))
        self._pairs = [np.zeros(1 << 16, bool) for _ in range(0, SHORTEST, 2)]
        for start in self._by_start:
            for place, pair in enumerate(self._pairs):
                pair[int.from_bytes(start[2 * place : 2 * place + 2], "big")] = True
        self.found: set[tuple[str, str]] = set()
        self.files = 0

    def look(self, name: str, content: bytes) -> None:
        """Look into one file."""
        self.files += 1
        for place in self._candidates(content):
            for one, text in self._by_start.get(content[place : place + SHORTEST], ()):
                if content.startswith(one, place):
                    self.found.add((name, text))

    def _candidates(self, content: bytes) -> list[int]:
        """Where the first bytes of some spelling may stand: thousands of them in one pass, whatever the size."""
        if len(content) < SHORTEST:
            return []
        raw = np.frombuffer(content, np.uint8).astype(np.uint16)
        pairs, last = raw[:-1] << 8 | raw[1:], len(content) - SHORTEST + 1
        hits = [known[pairs[2 * place : 2 * place + last]] for place, known in enumerate(self._pairs)]
        return np.flatnonzero(np.logical_and.reduce(hits)).tolist()

    def look_into(self, folders: Iterable[Path]) -> None:
        """Look into every file below these folders."""
        for folder in folders:
            for file in sorted(folder.rglob("*")):
                if file.is_file():
                    self.look(str(file.relative_to(folder.parent)), file.read_bytes())


class Witness:
    """Looks into every file that this process is about to remove below some folders: what lay there for a moment."""

    def __init__(self) -> None:
        self._seen: Callable[[str, bytes], None] | None = None
        self._folders: tuple[str, ...] = ()
        sys.addaudithook(self._heard)  # for ever: a hook cannot be taken away

    def watch(self, folders: Iterable[Path], seen: Callable[[str, bytes], None]) -> "Witness":
        """Begin."""
        self._folders, self._seen = tuple(map(str, folders)), seen
        return self

    def stop(self) -> None:
        """Look away again."""
        self._seen = None

    def _heard(self, event: str, args: tuple[object, ...]) -> None:
        if self._seen is None or event not in {"os.remove", "os.rename", "os.truncate"}:
            return
        for file in _whole(args):
            if file.startswith(self._folders) and os.path.isfile(file):
                self._seen(f"removed: {os.path.basename(file)}", Path(file).read_bytes())


def _whole(args: tuple[object, ...]) -> Iterator[str]:
    """The path of an event, whose folder may have been given by a descriptor."""
    path, *rest = args
    folder = next((one for one in rest if isinstance(one, int) and one >= 0), None)
    if isinstance(path, (str, os.PathLike)):
        base = os.readlink(f"/proc/self/fd/{folder}") if folder is not None and not os.path.isabs(path) else ""
        yield os.path.abspath(os.path.join(base, path))
