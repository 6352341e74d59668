"""The codes we print for people: loyalty cards and staff badges (ISO 7064); knows no product code."""

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LOYALTY = "CL"
BADGE = "ST"


def check_character(body: str) -> str:
    """The check character of digits and upper-case letters by ISO 7064 MOD 37,36; ValueError for anything else."""
    state = 36
    for character in body:
        state = (state + ALPHABET.index(character)) % 36 or 36
        state = state * 2 % 37
    return ALPHABET[(37 - state) % 36]


def loyalty_code(number: int) -> str:
    """The loyalty code of a running number, as in CL00001234 and its check character."""
    return _coded(LOYALTY, number, 8)


def badge_code(number: int) -> str:
    """The badge code of a running number, as in ST0007 and its check character."""
    return _coded(BADGE, number, 4)


def is_coded(text: str, prefix: str) -> bool:
    """Whether `text` is `prefix`, at least four digits and the right check character, upper case only."""
    digits = text[len(prefix) : -1]
    if not text.startswith(prefix) or len(digits) < 4 or not (digits.isascii() and digits.isdigit()):
        return False
    return check_character(text[:-1]) == text[-1]


def _coded(prefix: str, number: int, width: int) -> str:
    body = f"{prefix}{number:0{width}d}"
    return body + check_character(body)
