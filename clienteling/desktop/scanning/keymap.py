"""What a scanner set to a US keyboard pressed, whatever layout or input method the tablet uses; knows no timing."""

import sys

from clienteling.contract.spelling import keystrokes

_ROWS = {  # evdev and Windows set 1 give the main block the same numbers
    2: ("1234567890-=", "!@#$%^&*()_+"),
    16: ("qwertyuiop[]", "QWERTYUIOP{}"),
    30: ("asdfghjkl;'`", 'ASDFGHJKL:"~'),
    43: ("\\zxcvbnm,./", "|ZXCVBNM<>?"),
    57: (" ", " "),
}
_EVDEV = {
    first + at: pair for first, (low, high) in _ROWS.items() for at, pair in enumerate(zip(low, high, strict=True))
}
_KEYPAD = dict(zip((71, 72, 73, 75, 76, 77, 79, 80, 81, 82, 83, 74, 78, 55), "7894561230.-+*", strict=True))
_MAC_ORDER = "asdfhgzxcv\0bqweryt123465=97-80]ou[ip\0lj'k;\\,/nm.\0 `"
_SHIFTED = {low: high for low, high in _EVDEV.values()}
_MAC = {at: (low, _SHIFTED[low]) for at, low in enumerate(_MAC_ORDER) if low != "\0"}
_JAMO = dict(zip("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", "qwertyuiopasdfghjklzxcvbnm", strict=True))
_JAMO |= dict(zip("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP", strict=True))
_X11_OFFSET = 8


def pressed(native: int, virtual: int, shift: bool, platform: str = sys.platform) -> str:
    """The US character of a key by its native scan code (Linux, Windows) or virtual key (macOS), empty when unknown."""
    if platform == "darwin":
        return _MAC.get(virtual, ("", ""))[shift]
    code = native - _X11_OFFSET if platform.startswith("linux") else native & 0xFF
    return _KEYPAD.get(code) or _EVDEV.get(code, ("", ""))[shift]


def unspelled(text: str) -> str:
    """The keys behind Hangul that a Korean input method made of a scanner's letters; other characters stay."""
    return "".join(_JAMO.get(character, character) for character in keystrokes(text))
