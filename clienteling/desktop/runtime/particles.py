"""The Korean particles that fit a word; knows no sentence."""

from typing import Literal, NamedTuple

_SYLLABLES, _PER_VOWEL = 11172, 28
_CLOSED_DIGITS = frozenset("013678")
_CLOSED_LETTERS = frozenset("bcklmnpt")


class Particles(NamedTuple):
    """The Korean particles that fit a word."""

    wa: str
    eul: str
    i: str
    eun: str


def particles(word: str) -> Particles:
    """과/와, 을/를, 이/가, 은/는 after a word, by the sound it ends with; letters and digits as usually read."""
    if _closed(word):
        return Particles("과", "을", "이", "은")
    return Particles("와", "를", "가", "는")


def attached(word: str, particle: Literal["wa", "eul", "i", "eun"], korean: bool) -> str:
    """The word as a sentence needs it: in Korean with the particle that fits."""
    return word + getattr(particles(word), particle) if korean else word


def _closed(word: str) -> bool:
    spoken = [character for character in word if character.isalnum()]
    if not spoken:
        return False
    last = spoken[-1].lower()
    place = ord(last) - ord("가")
    if 0 <= place < _SYLLABLES:
        return place % _PER_VOWEL != 0
    return last in _CLOSED_DIGITS or last in _CLOSED_LETTERS or "".join(spoken).lower().endswith("ng")
