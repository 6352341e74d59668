"""How the scanners of this tablet and what is wrong with them are said; decides nothing."""

from clienteling.desktop.runtime.text import say
from clienteling.desktop.scanning.burst import Burst
from clienteling.desktop.scanning.profile import WedgeSettings

TONES = {"connected": "ok", "waiting": "warn", "busy": "warn", "denied": "bad", "failed": "bad", "garbled": "bad"}
BY_HAND = "That was typed by hand. Scan a product."


def serial(state: str, name: str, group: str) -> str:
    """What a scanner on a serial port is doing, and what a person can do about it."""
    words = {
        "connected": say("{name} is connected.", name=name),
        "waiting": say("Waiting for {name}. Plug it in or switch it on.", name=name),
        "busy": say("Another program uses {name}. Close that program; this app tries again by itself.", name=name),
        "denied": say(
            "This app may not read {name}. Add its user to the group {group}, then sign in to the system again.",
            name=name, group=group,
        ),
        "failed": say("{name} cannot be opened. Unplug it, plug it in again and try once more.", name=name),
        "garbled": say("{name} sends without end. Choose its speed, then try again.", name=name),
    }  # fmt: skip
    return words.get(state, say("No scanner on a serial port is used."))


def ends() -> list[str]:
    """The ends of a code, in the order of TERMINATORS."""
    return [
        say("Found by itself"), say("Carriage return (CR)"), say("Line feed (LF)"), say("Both (CR LF)"),
        say("Nothing, only silence"),
    ]  # fmt: skip


def typing(settings: WedgeSettings) -> str:
    """How a scanner that was learnt types."""
    words = [say("Up to {n} ms between two keys", n=round(settings.longest_gap)), _end(settings.end)]
    if settings.prefix:
        words.append(say("{text} before the code", text=settings.prefix))
    if settings.suffix:
        words.append(say("{text} after the code", text=settings.suffix))
    if settings.layout != "auto":
        words.append(say("US keyboard") if settings.layout == "us" else say("Keyboard of this tablet"))
    return " · ".join(words)


def pace(burst: Burst) -> str:
    """How the last scan was typed."""
    longest = round(max(burst.gaps, default=0.0))
    told = say("{n} ms between two keys, {longest} ms at most", n=round(burst.typical), longest=longest)
    return f"{told} · {_end(burst.end)}"


def _end(end: str) -> str:
    words = {"enter": say("Enter at the end"), "tab": say("Tab at the end"), "none": say("Nothing at the end")}
    return words.get(end, say("Enter or Tab at the end"))
