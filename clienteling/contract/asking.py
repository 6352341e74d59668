"""How what is typed into the one search box is understood: which keys to read, what to verify; knows no table."""

import re

from clienteling.contract.spelling import fold, has_syllable, initials, keystrokes, national, trigrams, words

MAX_CHARACTERS = 100
MIN_INFIX = 3
LAST_DIGITS = 4
ENOUGH_DIGITS = 9

_NUMBER = re.compile(r"[\d\s()+.\-]*\d[\d\s()+.\-]*", re.ASCII)
_INITIALS = re.compile("[ㄱ-ㅎ]+")
_HANGUL = re.compile("[가-힣ㄱ-ㅣ]")
_LONE_CONSONANT = re.compile("[ㄱ-ㅎ]")
_LEADING_SYLLABLES = re.compile("[가-힣]*")
_ADDRESS_SIGN = re.compile("[@._]")


def tokens(query: str) -> list[str]:
    """What was typed, cut to MAX_CHARACTERS, in words; a phone number in groups stays one word."""
    query = query[:MAX_CHARACTERS].strip()
    return [query] if is_number(query) else query.split()


def is_number(token: str) -> bool:
    """Whether the token is digits with the signs people write between them."""
    return _NUMBER.fullmatch(token) is not None


def prefixes(token: str) -> list[str]:
    """The key prefixes that answer the token, likeliest first (see `spelling.customer_keys`)."""
    if is_number(token):
        return _number_prefixes(national(token))
    folded = fold(token)
    if _INITIALS.fullmatch(folded):
        return ["c" + initials(folded)]
    if _HANGUL.search(folded):
        return ["n" + keystrokes("".join(words(folded)))]
    if _ADDRESS_SIGN.search(folded):
        return ["e" + folded]
    name = ["n" + "".join(words(folded))] if words(folded) else []
    loyalty = ["l" + folded] if any(character.isdigit() for character in folded) else []
    return [*loyalty, *name, "e" + folded]


def _number_prefixes(digits: str) -> list[str]:
    last = ["4" + digits] if len(digits) == LAST_DIGITS else []
    whole = ["p" + digits] if digits.startswith("0") or len(digits) < MIN_INFIX else []
    return [*last, *whole, "l" + digits]


def mixed(token: str) -> tuple[str, str, re.Pattern[str]] | None:
    """For syllables and initials (김ㅁㅅ): the initials key, the leading keystrokes and what names must match."""
    folded = "".join(words(token))
    pattern = spelled(token) if has_syllable(folded) else None
    if pattern is None:
        return None
    syllables = _LEADING_SYLLABLES.match(folded)
    lead = keystrokes(syllables.group()) if syllables else ""
    return "c" + initials(folded), lead, pattern


def spelled(token: str) -> re.Pattern[str] | None:
    """What the keystrokes of a name must match for a word with lone consonants (ㄱㅁㅅ, 김ㅁㅅ); None for others."""
    folded = "".join(words(token))
    if not _LONE_CONSONANT.search(folded):
        return None
    return re.compile("".join(_matches(character) for character in folded))


def _matches(character: str) -> str:
    if has_syllable(character):
        return re.escape(keystrokes(character))
    if _LONE_CONSONANT.fullmatch(character):
        return "".join(f"{consonant}[ㅏ-ㅣ]+[ㄱ-ㅎ]*?" for consonant in keystrokes(character))
    return re.escape(keystrokes(character))


def needle(token: str) -> str:
    """The token as it stands in `spelling.document`, to verify a candidate or to be looked for in the middle."""
    if is_number(token):
        return national(token)
    folded = fold(token)
    return keystrokes(folded) if _HANGUL.search(folded) else folded


def infix(token: str) -> list[str]:
    """The trigrams that a document holding the token must have; empty when the token is too short or is Hangul."""
    sought = needle(token)
    return [] if _HANGUL.search(sought) else trigrams(sought)


def is_exact(token: str) -> bool:
    """Whether a hit by key needs no further search for the token in the middle of other things."""
    return (is_number(token) and len(needle(token)) >= ENOUGH_DIGITS) or "@" in token
