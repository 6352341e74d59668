"""How people are spelled so that both halves find them alike: folding, Hangul keystrokes, digits; knows no table."""

import re
import unicodedata

LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
COMPOUND_VOWELS = {"ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ"}
COMPOUND_TAILS = {
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ",
    "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
VOWELS = [COMPOUND_VOWELS.get(vowel, vowel) for vowel in "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"]
TAILS = ["", *(COMPOUND_TAILS.get(tail, tail) for tail in "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")]
TWO_SYLLABLE_SURNAMES = frozenset(["남궁", "황보", "제갈", "선우", "사공", "독고", "서문", "동방", "망절", "어금"])
LAST = "\U0010ffff"
"""Above every character a key can hold: the keys that begin with `p` are those from `p` up to `p + LAST`."""

_SYLLABLE, _SYLLABLES, _PER_LEAD, _PER_VOWEL = 0xAC00, 11172, 588, 28
_SYLLABLE_KEYS = {
    _SYLLABLE + at: LEADS[at // _PER_LEAD] + VOWELS[at % _PER_LEAD // _PER_VOWEL] + TAILS[at % _PER_VOWEL]
    for at in range(_SYLLABLES)
}
_TO_KEYSTROKES = _SYLLABLE_KEYS | {ord(jamo): keys for jamo, keys in (COMPOUND_VOWELS | COMPOUND_TAILS).items()}
_TO_INITIALS = {code: keys[0] for code, keys in _SYLLABLE_KEYS.items()} | {
    ord(jamo): keys for jamo, keys in COMPOUND_TAILS.items()
}
_LOOSE_JAMO = (
    {0x1100 + at: jamo for at, jamo in enumerate(LEADS)}
    | {0x1161 + at: keys for at, keys in enumerate(VOWELS)}
    | {0x11A7 + at: keys for at, keys in enumerate(TAILS) if keys}
)
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i", "ħ": "h"}
    | dict.fromkeys("'`\u2019", "")
)
_ACCENT = re.compile("[\u0300-\u036f]")
_NOT_TYPED_JAMO = re.compile("[^\u3131-\u318e]+")
_WORD = re.compile(r"[^\W_]+")
_NOT_DIGIT = re.compile(r"\D+", re.ASCII)
_KOREA = "82"
_SHORTEST_KOREAN = 11
_LONGEST_JOINED_NAME = 5

Keys = list[tuple[str, str]]


def fold(text: str) -> str:
    """The text without case, accents, width and spelling variants; typed jamo (U+3131 to U+318E) stay as they are.

    NFKC would turn typed jamo into conjoining ones, which no key holds, so it never sees them.
    """
    if text.isascii():
        return text.lower().translate(_PLAIN_LETTERS)
    return _NOT_TYPED_JAMO.sub(lambda run: _fold_run(run.group()), text).translate(_PLAIN_LETTERS)


def _fold_run(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", _ACCENT.sub("", decomposed)).translate(_LOOSE_JAMO)


def words(text: str) -> list[str]:
    """The folded words of a text: runs of letters and digits."""
    return _WORD.findall(fold(text))


def keystrokes(text: str) -> str:
    """Hangul as typed on a 2-beolsik keyboard, so that every state of the input method is a plain prefix."""
    return text.translate(_TO_KEYSTROKES)


def initials(text: str) -> str:
    """초성: each syllable by its leading consonant; compound finals, which an input method makes of two, come apart."""
    return text.translate(_TO_INITIALS)


def has_syllable(text: str) -> bool:
    """Whether a complete Hangul syllable is in the text."""
    return any("가" <= character <= "힣" for character in text)


def national(phone: str) -> str:
    """The digits of a phone number, a Korean one in its national spelling: +82 10-1234-5678 is 01012345678."""
    digits = _NOT_DIGIT.sub("", unicodedata.normalize("NFKC", phone))
    korean = digits.startswith(_KOREA) and ("+" in phone or len(digits) >= _SHORTEST_KOREAN)
    return "0" + digits[len(_KOREA) :] if korean else digits


def name_keys(name: str) -> Keys:
    """Search keys of a name, each with what filters it in the index: `n` keystrokes and `c` initials, crosswise.

    Latin names have one key per rotation, so that any part may come first; Hangul names also go by the given name.
    """
    parts = words(name)
    if not parts:
        return []
    if not has_syllable("".join(parts)):
        return [("n" + "".join(parts[at:] + parts[:at]), "") for at in range(len(parts))]
    return [key for spelled in _hangul_names(parts) for key in _hangul_keys(spelled)]


def _hangul_names(parts: list[str]) -> list[str]:
    full = "".join(parts)
    if len(parts) > 1:
        return [full, *parts[1:]]
    surname = 2 if full[:2] in TWO_SYLLABLE_SURNAMES and len(full) > 3 else 1
    return [full, full[surname:]] if 1 < len(full) <= _LONGEST_JOINED_NAME else [full]


def _hangul_keys(spelled: str) -> Keys:
    typed, lead = keystrokes(spelled), initials(spelled)
    return [("n" + typed, lead), ("c" + lead, typed)]


def customer_keys(name: str, phone: str, email: str, loyalty: str) -> Keys:
    """Every key a person is found by, (kind letter + key, extra): n, c, 4 last digits, p phone, e e-mail, l loyalty."""
    keys = name_keys(name)
    digits = national(phone)
    if digits:
        keys += [("4" + digits[-4:], digits), ("p" + digits, "")]
    if email:
        keys.append(("e" + fold(email), ""))
    if loyalty:
        keys.append(("l" + fold(loyalty), ""))
    return list(dict.fromkeys(keys))


def document(name: str, phone: str, email: str, loyalty: str) -> str:
    """All of a person in one normalised line, against which a second word of a query is verified."""
    return f"{keystrokes(''.join(words(name)))}|{fragments(phone, email, loyalty)}"


def fragments(phone: str, email: str, loyalty: str) -> str:
    """The part of a document worth a trigram index: what people remember from the middle."""
    return f"{national(phone)}|{fold(email)}|{fold(loyalty)}"


def trigrams(text: str) -> list[str]:
    """The distinct runs of three characters in order; none in a text shorter than three."""
    return list(dict.fromkeys(text[at : at + 3] for at in range(len(text) - 2)))
