"""How a scanner types, learnt from one scan of a product; knows keys and times, no Qt and no screen."""

from math import ceil

from clienteling.desktop.scanning.burst import Burst, known
from clienteling.desktop.scanning.domain import classify
from clienteling.desktop.scanning.profile import WedgeSettings

PATIENT = WedgeSettings(median_gap=400, longest_gap=400, first_hold=400, silence=800, human_gap=400)
"""While it learns: whatever comes within these times belongs together."""
BY_HAND = 150
"""Milliseconds between two keys above which a person typed."""
SLOWEST = 400
_AROUND = 8
_FIRST = WedgeSettings()


def learned(burst: Burst) -> WedgeSettings | None:
    """The settings by which this scan is understood, never stricter than the usual ones; None if a person typed."""
    typical, longest = burst.typical, max(burst.gaps, default=0.0)
    if len(burst.keys) < _FIRST.shortest or typical > BY_HAND:
        return None
    layout = _layout(burst)
    prefix, suffix = _around(burst.plain if layout == "tablet" else burst.us)
    slow = min(ceil(1.5 * longest), SLOWEST)
    return WedgeSettings(
        median_gap=max(_FIRST.median_gap, ceil(1.5 * typical)),
        longest_gap=max(_FIRST.longest_gap, slow),
        first_hold=int(max(_FIRST.first_hold, slow if longest > _FIRST.first_hold else 0)),
        silence=int(max(_FIRST.silence, 2 * slow)),
        prefix=prefix,
        suffix=suffix,
        end=burst.end,
        layout=layout,
    )


def _layout(burst: Burst) -> str:
    us, plain = (_core(text) is not None for text in (burst.us, burst.plain))
    return "auto" if us == plain else "us" if us else "tablet"


def _around(text: str) -> tuple[str, str]:
    core = _core(text)
    return (text[: core[0]], text[core[1] :]) if core else ("", "")


def _core(text: str) -> tuple[int, int] | None:
    """Where a code of ours stands in the text: as much of it as there can be."""
    if known(text):
        return 0, len(text)
    cuts = ((before, len(text) - after) for before in range(_AROUND + 1) for after in range(_AROUND + 1))
    longest_first = sorted(cuts, key=lambda cut: cut[0] - cut[1])
    return next((cut for cut in longest_first if classify(text[cut[0] : cut[1]]).kind in ("product", "customer")), None)
