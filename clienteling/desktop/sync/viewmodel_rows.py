"""The rows of the sync centre: each fact of the outbox in plain words, with what may be decided about it."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import clock, say
from clienteling.desktop.sync import outbox
from clienteling.desktop.sync.mirror import UNFIT
from clienteling.desktop.sync.words import Words

Part = dict[str, Any]
Row = tuple[str, str, str, str, str, str, str, bool, list[Part], list[Part]]
ROLES = ("op", "title", "detail", "word", "tone", "icon", "time", "blocked", "sides", "entries")
ICONS = {
    "order": "package-check",
    "note": "notebook-pen",
    "customer": "user-plus",
    "cart": "shopping-cart",
    "suggestions": "sparkles",
    "visit": "store",
}
TONES = {"conflict": "bad", "rejected": "bad", "pending": "warn", "sent": "warn"}


def rows(tx: Tx, words: Mapping[str, Words]) -> list[Row]:
    """What the sync centre lists."""
    return [_row(tx, item, words.get(item.operation.kind.split(".")[0])) for item in outbox.items(tx)]


def _row(tx: Tx, item: outbox.Item, words: Words | None) -> Row:
    try:
        return _worded(tx, item, words)
    except UNFIT:  # a fact of another version of the app; it must not hide the others
        return _worded(tx, item, None)


def _worded(tx: Tx, item: outbox.Item, words: Words | None) -> Row:
    operation, state, blocked = item.operation, item.state, item.state in outbox.BLOCKED
    title = words.describe(operation) if words else operation.kind
    icon = "check" if state == "delivered" else ICONS.get(operation.kind.split(".")[0], "refresh-cw")
    shown = title, _detail(item), _word(state), TONES.get(state, "ok"), icon, clock(item.made_at)
    sides = words.sides(operation, item.answer) if words and item.answer and state == "conflict" else []
    entries = words.entries(tx, operation) if words and state == "rejected" else []
    return operation.op, *shown, blocked, [asdict(side) for side in sides], [asdict(entry) for entry in entries]


def _word(state: str) -> str:
    if state in outbox.BLOCKED:
        return say("Needs you")
    return say("Waiting") if state in outbox.WAITING else say("Delivered")


def _detail(item: outbox.Item) -> str:
    if item.state in outbox.BLOCKED:
        # central's words come in English, which is the key of their translation
        return say(item.answer.title if item.answer and item.answer.title else "Somebody changed this meanwhile.")
    if item.state in outbox.WAITING:
        return say("Kept on this tablet until central has it")
    return say("Central has it")
