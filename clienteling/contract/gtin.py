"""GTIN check digits and lengths (GS1 General Specifications, section 7.9); knows no catalogue."""

LENGTHS = (8, 12, 13, 14)


def check_digit(body: str) -> str:
    """The check digit for the digits before it, weighting 3 and 1 from the right."""
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(body)))
    return str(-total % 10)


def is_gtin(code: str) -> bool:
    """Whether `code` is 8, 12, 13 or 14 ASCII digits with the right check digit."""
    if not (code.isascii() and code.isdigit() and len(code) in LENGTHS):
        return False
    return check_digit(code[:-1]) == code[-1]


def gtin14(code: str) -> str | None:
    """The 14-digit spelling of a valid GTIN (zero-padded), or None."""
    return code.zfill(14) if is_gtin(code) else None
