"""How a scan and the state of a reader are said to the associate; decides nothing."""

from clienteling.desktop.runtime.text import say
from clienteling.desktop.scanning.domain import Kind, Scan

CLOSER = "Hold the code closer, tilt it away from glare, or find more light."
ONE_AT_A_TIME = "Two codes are in view. Show one at a time."
SEVERAL = "There are several codes in this picture. Choose one with a single code."
UNCLEAR = "The code in this picture is not clear enough. Choose a sharper one or type the digits."
SAVE_FIRST = "Only a picture on this tablet can be read. Save it first, then drop the file."
NOTHING_FOUND = "There is no readable code in this picture."
SILENCE = {"nothing": NOTHING_FOUND, "several": SEVERAL, "unclear": UNCLEAR}
TONES = {
    "product": "accent",
    "customer": "online",
    "staff": "store",
    "order": "ok",
    "coupon": "warn",
    "unknown": "warn",
}


def kind_word(found: Scan) -> str:
    """What kind of thing the code names."""
    if found.in_store:
        return say("Product, the shop's own code")
    return word(found.kind)


def word(kind: Kind) -> str:
    """What a kind of thing is called."""
    words = {
        "product": say("Product"),
        "customer": say("Client"),
        "staff": say("Staff badge"),
        "order": say("Order"),
        "coupon": say("Coupon"),
        "unknown": say("Unknown code"),
    }
    return words[kind]


def reader_word(found: Scan) -> str:
    """Which reader saw it."""
    words = {
        "camera": say("Camera"),
        "wedge": say("Scanner"),
        "picture": say("Picture"),
        "typed": say("Typed"),
        "serial": say("Serial scanner"),
    }
    return words[found.source]


def shown(found: Scan) -> dict[str, object]:
    """A scan for QML."""
    return {
        "text": found.text,
        "kind": found.kind,
        "word": kind_word(found),
        "tone": TONES.get(found.kind, "warn"),
        "reader": reader_word(found),
        "reason": say(found.reason) if found.reason else "",
    }


def row(found: Scan) -> tuple[str, str, str, str]:
    """Text, kind, tone, and reader with the reason of a scan for the list of the scanner test."""
    reader = reader_word(found)
    detail = f"{reader} · {say(found.reason)}" if found.reason else reader
    return found.text, kind_word(found), TONES.get(found.kind, "warn"), detail


def camera(state: str) -> str:
    """Why the camera shows nothing; empty when it does."""
    words = {
        "off": say("The camera is off."),
        "starting": say("The camera is starting…"),
        "missing": say("This tablet has no camera. Use a scanner, choose a picture, or type the code."),
        "denied": say("The camera may not be used. Allow it in the system's settings."),
        "paused": say("The camera rests while nobody looks at this app."),
        "failed": say("The camera stopped. Close other apps that use it and try again."),
    }
    return words.get(state, "")


def camera_way_on(state: str) -> str:
    """What to press when the camera shows nothing; empty where that helps nothing."""
    words = {"off": say("Use the camera"), "denied": say("Try again"), "failed": say("Try again")}
    return words.get(state, "")
