"""Why something is suggested, as a sentence in the language of the screen."""

from clienteling.desktop.runtime.particles import attached
from clienteling.desktop.runtime.text import day, say
from clienteling.desktop.suggestions.domain import Suggestion


def reason(suggestion: Suggestion, korean: bool) -> str:
    """The sentence of a reason, filled with its values."""
    values = suggestion.values
    last = day(str(values.get("last", "")))
    if suggestion.reason == "due":
        return say("About every %n weeks, last on {last}", n=int(values.get("weeks", 1)), last=last)
    if suggestion.reason == "again":
        return say("Bought %n times, last on {last}", n=int(values.get("times", 1)), last=last)
    if suggestion.reason == "new":
        return say(
            "New since {since}, in size {size}", since=day(str(values.get("since", ""))), size=values.get("size")
        )
    name = str(values.get("name_ko" if korean else "name_en", ""))
    if suggestion.reason == "popular":
        return say("Bought %n times at {name} in four weeks", n=int(values.get("times", 1)), name=name)
    if suggestion.reason == "together":
        return say("Goes with {name}, bought before", name=attached(name, "wa", korean))
    if suggestion.reason == "people":
        bought, people = attached(name, "eul", korean), int(values.get("people", 1))
        return say("%n people who bought {name} bought this, too", n=people, name=bought)
    if suggestion.reason == "cart":
        return say("Waiting in the online cart")
    if suggestion.reason == "saved":
        return say("On the wishlist since {last}", last=last)
    return say("Viewed online on {last}", last=last)
