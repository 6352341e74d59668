"""Whether keys in a row were typed by a scanner, and the code they spell; knows times and characters, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from clienteling.desktop.scanning.domain import classify
from clienteling.desktop.scanning.profile import WedgeSettings


@dataclass(frozen=True)
class Burst:
    """Keys in a row: each its US character and the one of the tablet's layout, the gaps in ms, and what came last."""

    keys: tuple[tuple[str, str], ...]
    gaps: tuple[float, ...]
    end: str  # enter, tab or none

    @property
    def us(self) -> str:
        """What a US keyboard would have written."""
        return "".join(us for us, _ in self.keys)

    @property
    def plain(self) -> str:
        """What the tablet's layout wrote."""
        return "".join(plain for _, plain in self.keys)

    @property
    def typical(self) -> float:
        """The gap in the middle."""
        return median(self.gaps) if self.gaps else 0.0


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
    text = _spelt(us, plain, settings)
    if text is None or (writing and typical > settings.human_gap and not known(text)):
        return None
    return text


def known(text: str) -> bool:
    """Whether a code of ours would read so."""
    return classify(text).kind != "unknown"


def _spelt(us: str | None, plain: str | None, settings: WedgeSettings) -> str | None:
    if settings.layout != "auto":
        return us if settings.layout == "us" else plain
    return plain if plain and known(plain) and not (us and known(us)) else us


def _stripped(text: str, settings: WedgeSettings) -> str | None:
    if not (text.startswith(settings.prefix) and text.endswith(settings.suffix)):
        return None
    return text[len(settings.prefix) : len(text) - len(settings.suffix)]
