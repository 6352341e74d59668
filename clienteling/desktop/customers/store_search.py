"""Type-ahead over the people on this device, within a deadline; knows the keys, not what a person is."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TypeVar

from sqlalchemy.exc import OperationalError

from clienteling.contract import asking
from clienteling.contract.spelling import LAST, keystrokes, words
from clienteling.desktop.customers import store_index as index
from clienteling.desktop.runtime.db import Tx

DEADLINE = 0.015
CANDIDATES = 1000
"""Read at most so many people to verify a fragment, a mixed name or a second word."""
_STEPS = 2000

Verify = Callable[[str], bool]
Row = TypeVar("Row")


class Found(NamedTuple):
    """Row numbers, likeliest first; `truncated` says that there may be more than these."""

    numbers: list[int]
    truncated: bool


def find(tx: Tx, query: str, limit: int, seconds: float = DEADLINE) -> Found:
    """Who is meant by what was typed: at most `limit` people, in at most about `seconds`."""
    tokens = asking.tokens(query.replace("\0", " "))
    if not tokens:
        return Found([], False)
    cap = _Cap()
    source = _one(tx, tokens[0], limit + 1, cap) if len(tokens) == 1 else _several(tx, tokens, limit + 1, cap)
    found: dict[int, None] = {}
    with _deadline(tx, seconds) as late:
        try:
            for n in source:
                found[n] = None
                if len(found) > limit:
                    break
        except OperationalError:
            if not late():
                raise
            return Found(list(found)[:limit], True)
    return Found(list(found)[:limit], len(found) > limit or cap.reached)


class _Cap:
    """Notices when there were more candidates than are ever read, so that nobody is left out in silence."""

    reached = False

    def over(self, rows: Iterator[Row]) -> Iterator[Row]:
        """The rows as they are."""
        count = 0
        for row in rows:
            count += 1
            yield row
        self.reached = self.reached or count >= CANDIDATES


@contextmanager
def _deadline(tx: Tx, seconds: float) -> Iterator[Callable[[], bool]]:
    """Interrupt what SQLite does once the time is over."""
    end = time.perf_counter() + seconds

    def late() -> bool:
        return time.perf_counter() > end

    connection = tx.connection.driver_connection
    assert connection is not None
    connection.set_progress_handler(late, _STEPS)
    try:
        yield late
    finally:
        connection.set_progress_handler(None, 0)


def _one(tx: Tx, token: str, most: int, cap: _Cap) -> Iterator[int]:
    hits = 0
    for prefix in asking.prefixes(token):
        for n in index.by_prefix(tx, prefix, prefix + LAST, 4 * most):
            hits += 1
            yield n
    if seeking := asking.mixed(token):
        yield from _mixed(tx, *seeking, most, cap)
    if asking.infix(token) and not (hits and asking.is_exact(token)):
        needle = asking.needle(token)
        yield from (n for n, doc in cap.over(index.documents_by_infix(tx, [needle], CANDIDATES)) if needle in doc)


def _mixed(tx: Tx, key: str, lead: str, names: re.Pattern[str], most: int, cap: _Cap) -> Iterator[int]:
    """김ㅁㅅ: those with just these initials by the keystrokes they begin with, then longer names by a pattern."""
    yield from index.by_key(tx, key, lead, lead + LAST, most)
    longer = cap.over(index.keys_between(tx, key + "\0", key + LAST, CANDIDATES))
    yield from (n for _, typed, n in longer if names.match(typed))


def _several(tx: Tx, tokens: list[str], most: int, cap: _Cap) -> Iterator[int]:
    """First as one name; then the most telling word finds and the others verify."""
    joined = "".join(words(" ".join(tokens)))
    if joined:
        yield from _one_name(tx, joined, most, cap)
    driver = max(tokens, key=_telling)
    checks = [_verifier(token) for token in tokens]
    yield from (n for n, doc in _candidates(tx, driver, cap) if all(check(doc) for check in checks))


def _telling(token: str) -> tuple[bool, int]:
    """How much a word narrows the search down: digits that can be looked up, then length."""
    needle = asking.needle(token)
    return asking.is_number(token) and len(needle) >= asking.MIN_INFIX, len(needle)


def _one_name(tx: Tx, joined: str, most: int, cap: _Cap) -> Iterator[int]:
    name = "n" + keystrokes(joined)
    yield from index.by_prefix(tx, name, name + LAST, 4 * most)
    if seeking := asking.mixed(joined):
        yield from _mixed(tx, *seeking, most, cap)


def _candidates(tx: Tx, token: str, cap: _Cap) -> Iterator[tuple[int, str]]:
    seeking = asking.mixed(token)
    for prefix in [*asking.prefixes(token), *([seeking[0]] if seeking else [])]:
        yield from cap.over(index.documents_by_prefix(tx, prefix, prefix + LAST, CANDIDATES))
    if asking.infix(token):
        yield from cap.over(index.documents_by_infix(tx, [asking.needle(token)], CANDIDATES))


def _verifier(token: str) -> Verify:
    """Whether a document holds the token: as it is, as a name without its signs, or by lone consonants."""
    needle, name, pattern = asking.needle(token), keystrokes("".join(words(token))), asking.spelled(token)

    def holds(doc: str) -> bool:
        if needle in doc or (name and name in doc):
            return True
        return pattern is not None and pattern.search(doc.partition("|")[0]) is not None

    return holds
