"""Words, money, dates and phone numbers as the associate reads them; the language is Qt's present one."""

from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_skeleton
from babel.numbers import format_compact_currency, format_currency, format_decimal
from PySide6.QtCore import QCoreApplication, QLocale

from clienteling.contract.money import digits
from clienteling.contract.pieces import KILOGRAM

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_HIDDEN = "•"


def say(template: str, n: int = -1, **values: object) -> str:
    """A sentence in the language of the screen; `%n` (or `{n}`) takes the number `n`, `{name}` the values."""
    sentence = QCoreApplication.translate("say", template, None, n)
    return sentence.format(n=n, **values) if values or n >= 0 else sentence


def language() -> str:
    """The language of the screen, as "ko" or "en"."""
    return QLocale().name()[:2]


def money(amount: int, currency: str) -> str:
    """An amount in minor units as a price, `₩389,000` or `£1,234.50`."""
    return _money(amount, currency, QLocale().name())


@lru_cache(maxsize=4096)
def _money(amount: int, currency: str, locale: str) -> str:
    return format_currency(_major(amount, currency), currency, locale=locale)


def money_short(amount: int, currency: str) -> str:
    """An amount in minor units in a few digits, `₩4.2M` or `₩420만`."""
    return format_compact_currency(_major(amount, currency), currency, locale=QLocale().name(), fraction_digits=1)


def _major(amount: int, currency: str) -> Decimal:
    return Decimal(amount).scaleb(-digits(currency))


def unit_price(amount: int, currency: str, sold_by: str) -> str:
    """A price of one piece, or where it is `sold_by` the "kilogram" of that, `₩12,000 / kg`."""
    price = money(amount, currency)
    return say("{price} / kg", price=price) if sold_by == KILOGRAM else price


def kilograms(weight: int) -> str:
    """A weight in milligrams in kilograms, `0.482 kg`, with more than three decimals only where it has them."""
    return format_decimal(Decimal(weight).scaleb(-6), "#,##0.000###", locale=QLocale().name()) + " kg"


def number(value: int) -> str:
    """A count with its separators, `12,480`."""
    return QLocale().toString(value)


def _local(iso: str) -> datetime:
    moment = datetime.fromisoformat(iso)
    return moment.replace(tzinfo=UTC).astimezone() if moment.tzinfo is None and "T" in iso else moment.astimezone()


def day(iso: str, now: datetime | None = None) -> str:
    """The day of an ISO 8601 moment here, `Tue 24 Nov`, with the year if it is another one; empty for empty."""
    if not iso:
        return ""
    moment = _local(iso)
    same_year = moment.year == (now or datetime.now(UTC)).astimezone().year
    return format_skeleton("MMMEd" if same_year else "yMMMd", moment, locale=_locale())


def long_day(iso: str) -> str:
    """The day in full, `Saturday 21 November`."""
    return format_skeleton("MMMMEEEEd", _local(iso), locale=_locale())


def clock(iso: str) -> str:
    """The time of an ISO 8601 moment here, `14:05`; empty for empty."""
    return _local(iso).strftime("%H:%M") if iso else ""


def ago(iso: str, now: datetime | None = None) -> str:
    """How long since an ISO 8601 moment, `12 s ago`; empty for empty."""
    if not iso:
        return ""
    seconds = _seconds(iso, now)
    if seconds < 5:
        return say("just now")
    return _counted(seconds, ("%n s ago", "%n min ago", "%n h ago", "%n d ago"))


def span(iso: str, now: datetime | None = None) -> str:
    """How long it has lasted since an ISO 8601 moment, `4 min`; empty for empty."""
    return _counted(_seconds(iso, now), ("%n s", "%n min", "%n h", "%n d")) if iso else ""


def _seconds(iso: str, now: datetime | None) -> int:
    return max(0, int(((now or datetime.now(UTC)) - _local(iso)).total_seconds()))


def _counted(seconds: int, words: tuple[str, str, str, str]) -> str:
    for unit, word in zip((_DAY, _HOUR, _MINUTE), reversed(words[1:]), strict=True):
        if seconds >= unit:
            return say(word, n=seconds // unit)
    return say(words[0], n=seconds)


def phone(number: str, masked: bool = True) -> str:
    """A phone number to read, `010-••••-2841`; what central already masked stays as it is."""
    if _HIDDEN in number or "*" in number:
        return number.replace("*", _HIDDEN)
    shown = _national(number)
    return _mask(shown) if masked else shown


def _national(number: str) -> str:
    import phonenumbers  # a sixth of a second that the first frame need not wait for

    try:
        parsed = phonenumbers.parse(number, "KR")
    except phonenumbers.NumberParseException:
        return number
    home = parsed.country_code == phonenumbers.country_code_for_region("KR")
    form = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, form.NATIONAL if home else form.INTERNATIONAL)


def _mask(shown: str) -> str:
    places = [place for place, sign in enumerate(shown) if sign.isdigit()]
    hidden = set(places[3:-4] if len(places) > 7 else places[:-2])
    return "".join(_HIDDEN if place in hidden else sign for place, sign in enumerate(shown))


def initials(name: str) -> str:
    """Two letters for a face: the first two of a Korean name, first and last initial of another."""
    words = name.replace("-", " ").split()
    if not words:
        return ""
    if words[0][0] >= "\u3131":
        return words[0][:2]
    return "".join(word[0] for word in (words[0], words[-1])[: len(words)]).upper()


def _locale() -> Locale:
    return Locale.parse(QLocale().name())
