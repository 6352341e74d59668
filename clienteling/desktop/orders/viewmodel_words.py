"""How orders are said on the screen: states, problems and what to do about them."""

from collections.abc import Iterable

from clienteling.desktop.orders.domain import Order, OrderLine, Twin
from clienteling.desktop.runtime.text import clock, say

TONES = {
    "queued": "warn",
    "sent": "online",
    "accepted": "ok",
    "attention": "bad",
    "routed": "online",
    "shipped": "online",
    "ready": "store",
}
SIGNS = {
    "queued": "hourglass",
    "sent": "send",
    "accepted": "check",
    "attention": "circle-alert",
    "routed": "package",
    "shipped": "truck",
    "ready": "package-check",
    "collected": "check-check",
    "returned": "undo-2",
    "cancelled": "ban",
}


def state_word(state: str) -> str:
    """A state in a word or two."""
    words = {
        "queued": say("Provisional"),
        "sent": say("Sent"),
        "accepted": say("Accepted"),
        "attention": say("Needs you"),
        "routed": say("Being packed"),
        "shipped": say("On its way"),
        "ready": say("Ready"),
        "collected": say("Collected"),
        "returned": say("Returned"),
        "cancelled": say("Cancelled"),
    }
    return words[state]


def state_sentence(order: Order, lines: Iterable[OrderLine], twin: Twin | None = None) -> str:
    """What the state means, and for an order that needs a person why and what to do."""
    if order.state == "attention":
        return _twice(twin) if twin and order.problem == "twice" else _trouble(order, lines)
    sentences = {
        "queued": say("Kept on this tablet. Stock and price are checked as soon as central can be reached."),
        "sent": say("Central has it. The answer comes in a moment."),
        "ready": say("It lies ready. Scan or hand it over when she comes."),
    }
    return sentences.get(order.state, "")


def problem_word(line: OrderLine) -> str:
    """What is wrong with a line; what she was to take along may well lie in another store."""
    here = line.fulfilment == "now"
    words = {
        "stock": say("Not enough of this in this store now") if here else say("Nobody has enough of this now"),
        "price": say("The price has changed; the quoted one is kept"),
        "address": say("The address is missing"),
        "unknown": say("Central does not sell this"),
    }
    return words.get(line.problem, line.problem)


def way_word(line: OrderLine, place: str) -> str:
    """How a line reaches her."""
    if line.fulfilment == "pickup":
        return say("Pick up · {store}", store=place)
    return say("Ship to her") if line.fulfilment == "ship" else say("Take now")


def _twice(twin: Twin) -> str:
    template = "These were ordered from the same cart at {time}: order {number}. Ask her whether she wants both."
    return say(template, time=clock(twin.placed_at), number=twin.number)


def _trouble(order: Order, lines: Iterable[OrderLine]) -> str:
    if order.refused:
        reason = order.problem or say("Central did not take this order.")
        return say("{reason} Send it again, or cancel it and put the lines back into the cart.", reason=reason)
    if order.problem == "address":
        return say("The address is missing. Cancel it, put the lines back and send it with an address.")
    short = [line for line in lines if line.problem]
    if any(line.problem == "unknown" for line in short):
        return say("Central does not sell one of these. Cancel it, put the lines back and choose another.")
    # have it sent from elsewhere, or wait until there is some
    if all(line.fulfilment == "now" for line in short if line.problem == "stock"):
        return say("Sold meanwhile. Put the lines back and choose pick-up or shipping: it may come from elsewhere.")
    return say("Nobody has enough now. Leave it here and look again when stock comes in, or cancel it.")
