"""Whether keys in a row were typed by a scanner, and the code they spell; knows times and characters, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from clienteling.desktop.scanning.domain import classify


@dataclass(frozen=True)
class WedgeSettings:
    """How a scanner types; times in milliseconds. The defaults fit wired and Bluetooth scanners."""

    median_gap: float = 60
    longest_gap: float = 120
    first_hold: int = 60
    silence: int = 150
    second_end: float = 50
    human_gap: float = 35  # below this nobody types; above it a text field loses only what looks like a code of ours
    shortest: int = 4
    prefix: str = ""
    suffix: str = ""


def scanned_text(
    keys: Sequence[tuple[str, str]], gaps: Sequence[float], settings: WedgeSettings, writing: bool
) -> str | None:
    """The code, or None if a person may have typed: each key is its US character and the one of the tablet's layout."""
    if len(keys) < settings.shortest or not gaps:
        return None
    typical = median(gaps)
    if typical > settings.median_gap or max(gaps) > settings.longest_gap:
        return None
    us, plain = (_stripped("".join(spelt), settings) for spelt in zip(*keys, strict=True))
    text = plain if plain and _known(plain) and not (us and _known(us)) else us
    if text is None or (writing and typical > settings.human_gap and not _known(text)):
        return None
    return text


def _stripped(text: str, settings: WedgeSettings) -> str | None:
    if not (text.startswith(settings.prefix) and text.endswith(settings.suffix)):
        return None
    return text[len(settings.prefix) : len(text) - len(settings.suffix)]


def _known(text: str) -> bool:
    return classify(text).kind != "unknown"
