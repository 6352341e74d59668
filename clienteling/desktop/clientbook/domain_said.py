"""What she said she wants beside what she really bought; facts that are counted, knows no table and no screen."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clienteling.contract.spelling import fold, words

FEW = 3
"""Of fewer pieces one cannot tell what she takes."""
MOST = 4
"""How many other sizes, categories and wishes are listed."""
_LETTERS = re.compile(r"[^\W\d_]+")


class Piece(NamedTuple):
    """One product that she bought, when (ISO 8601 UTC), and all the words that the catalogue has for it."""

    at: str
    product: str
    category: str
    size: str
    words: str


class Wish(NamedTuple):
    """A product that she put on her wishlist."""

    product: str
    at: str


class Bought(NamedTuple):
    """How many pieces, and the last time; empty for none."""

    times: int = 0
    last: str = ""


@dataclass(frozen=True)
class Compared:
    """Something she said and what she bought of it; `other` of the pieces that it is measured by are something else."""

    said: str
    bought: Bought
    other: int = 0

    @property
    def is_at_odds(self) -> bool:
        """Whether she mostly buys something else, of pieces enough to tell."""
        return self.bought.times + self.other >= FEW and self.bought.times < self.other


@dataclass(frozen=True)
class Said:
    """All of it: sizes and likes that she stated, sizes she buys besides, her wishes, and what she buys most."""

    sizes: tuple[Compared, ...]
    likes: tuple[Compared, ...]
    besides: tuple[tuple[str, Bought], ...]
    wishes: tuple[tuple[Wish, str], ...]
    does: tuple[tuple[str, Bought], ...]
    pieces: int


def compare(sizes: Mapping[str, str], likes: Sequence[str], pieces: Sequence[Piece], wishes: Iterable[Wish]) -> Said:
    """What she stated, beside the pieces she bought and the wishes she saved."""
    stated = list(dict.fromkeys(size for size in sizes.values() if size))
    by_size = _counted((piece.size, piece.at) for piece in pieces if piece.size)
    besides = [(size, bought) for size, bought in by_size if size not in stated and bought.times > 1]
    does = _counted((piece.category, piece.at) for piece in pieces if piece.category)
    return Said(
        sizes=tuple(_size(size, stated, dict(by_size)) for size in stated),
        likes=tuple(Compared(like, _liked(like, pieces)) for like in likes),
        besides=tuple(besides[:MOST]),
        wishes=tuple(_fulfilled(wishes, pieces)[:MOST]),
        does=tuple(does[:MOST]),
        pieces=len(pieces),
    )


def _size(size: str, stated: Sequence[str], by_size: Mapping[str, Bought]) -> Compared:
    """A size beside the other sizes of the same scale that she did not state."""
    others = (bought.times for other, bought in by_size.items() if other not in stated and scale(other) == scale(size))
    return Compared(size, by_size.get(size, Bought()), sum(others))


def scale(size: str) -> str:
    """Which sizes can be set beside each other: S and XL, 55 and 66, 235 and 240."""
    shape = _LETTERS.sub("a", fold(size).strip())
    return re.sub(r"\d", "0", shape)


def _liked(like: str, pieces: Iterable[Piece]) -> Bought:
    """The pieces whose words have one of hers."""
    wanted = {word for word in words(like) if len(word) > 1 or not word.isascii()}
    return _sum(piece.at for piece in pieces if wanted.intersection(words(piece.words)))


def _fulfilled(wishes: Iterable[Wish], pieces: Sequence[Piece]) -> list[tuple[Wish, str]]:
    """The last wish of each product, newest first, and when she bought it after that; empty where she did not."""
    last: dict[str, Wish] = {}
    for wish in sorted(wishes, key=lambda wish: wish.at):
        last[wish.product] = wish
    newest = sorted(last.values(), key=lambda wish: wish.at, reverse=True)
    return [(wish, max(_later(wish, pieces), default="")) for wish in newest]


def _later(wish: Wish, pieces: Iterable[Piece]) -> list[str]:
    return [piece.at for piece in pieces if piece.product == wish.product and piece.at >= wish.at]


def _counted(told: Iterable[tuple[str, str]]) -> list[tuple[str, Bought]]:
    """By name how many and when last, the most often first."""
    times: dict[str, list[str]] = defaultdict(list)
    for name, at in told:
        times[name].append(at)
    return sorted(((name, _sum(ats)) for name, ats in times.items()), key=lambda one: (-one[1].times, one[0]))


def _sum(ats: Iterable[str]) -> Bought:
    found = list(ats)
    return Bought(len(found), max(found, default=""))
