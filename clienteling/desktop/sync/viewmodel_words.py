"""How the connection stands, in the words of an associate."""

from clienteling.desktop.runtime.text import clock, say
from clienteling.desktop.sync.connection import Connection

OUT = ("offline", "refused")


def in_short(connection: Connection) -> str:
    """The few words of the chip while central is out of reach."""
    words = {
        "cut": say("Practice outage"),
        "portal": say("Wi-Fi sign-in needed"),
        "slow": say("Slow network"),
        "busy": say("Central is busy"),
        "closed": say("Central is busy"),
        "fault": say("Central has a fault"),
    }
    if connection.state == "refused":
        return say("Not registered")
    return words.get(connection.why, say("Offline"))


def headline(connection: Connection) -> str:
    """What is the matter, or that nothing is."""
    time = clock(connection.since.isoformat())
    words = {
        "cut": say("Practice outage since {time}", time=time),
        "portal": say("The Wi-Fi asks you to sign in"),
        "slow": say("Slow network since {time}", time=time),
        "busy": say("Central asks for a short pause"),
        "closed": say("Central takes nothing in at the moment"),
        "fault": say("Central has a fault since {time}", time=time),
    }
    if connection.state == "offline":
        return words.get(connection.why, say("Offline since {time}", time=time))
    if connection.state == "refused":
        return say("Central does not know this tablet")
    return say("Connected") if connection.state == "online" else say("Connecting")


def sentence(connection: Connection) -> str:
    """What it means for her, and what to do where she can do something."""
    seconds = connection.seconds_to_try()
    if connection.state == "refused":
        return say("Ask your manager to register it again. Your work is kept.")
    if connection.state != "offline":
        return say("Everything you do is sent at once.")
    if connection.why == "cut":
        return say("Nothing leaves this tablet until you switch it off below.")
    if connection.why == "portal":
        return say("Open a browser and sign in to the Wi-Fi. You can keep selling, nothing is lost.")
    if connection.why == "closed":
        return say("You still see what others do. What you do is kept here; next try in {n} s.", n=seconds)
    return say("Next try in {n} s. You can keep selling.", n=seconds)
