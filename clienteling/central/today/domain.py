"""Pure rules about presence; knows no database."""

from collections.abc import Mapping

NOTICED = frozenset({"app", "beacon"})
"""Ways of noticing somebody that she must have agreed to; the others are her own doing."""


def may_notice(source: str, consents: Mapping[str, bool]) -> bool:
    """Whether a visit may be recorded: presence by phone or beacon needs her consent to `presence`."""
    return source not in NOTICED or consents.get("presence", False)
