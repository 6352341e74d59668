"""Finding people over the keys: which ranges to read for what was typed; knows no route and masks nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from clienteling.central.customers import store
from clienteling.central.runtime.db import Tx
from clienteling.contract import asking
from clienteling.contract.spelling import fold, keystrokes, words


def find(tx: Tx, query: str, limit: int) -> tuple[list[str], bool]:
    """The ids of the people that a query means, likeliest first, and whether there are more than `limit`."""
    tokens = asking.tokens(query.replace("\0", " "))
    if not tokens:
        return [], False
    source = _by_token(tx, tokens[0], limit + 1) if len(tokens) == 1 else _by_tokens(tx, tokens, limit + 1)
    found: dict[str, None] = {}
    for id in source:
        found[id] = None
        if len(found) > limit:
            return list(found)[:limit], True
    return list(found), False


def _by_token(tx: Tx, token: str, most: int) -> Iterator[str]:
    hits = [id for prefix in asking.prefixes(token) for id in store.by_prefix(tx, prefix, most)]
    yield from hits
    if seeking := asking.mixed(token):
        yield from store.by_initials(tx, *seeking, most)
    trigrams = asking.infix(token)
    if trigrams and not (hits and asking.is_exact(token)):
        yield from store.by_infix(tx, asking.needle(token), trigrams, most)


def _by_tokens(tx: Tx, tokens: list[str], most: int) -> Iterator[str]:
    """First as one name, then the most telling word finds and the others verify."""
    joined = fold("".join(words(" ".join(tokens))))
    if joined:
        yield from store.by_prefix(tx, "n" + keystrokes(joined), most)
    if seeking := asking.mixed(joined):
        yield from store.by_initials(tx, *seeking, most)
    driver = max(tokens, key=_telling)
    checks = [_verifier(token) for token in tokens]
    candidates = list(dict.fromkeys(_by_token(tx, driver, store.CANDIDATES)))
    documents = store.documents(tx, candidates)
    yield from (id for id in candidates if all(holds(documents[id]) for holds in checks))


def _telling(token: str) -> tuple[bool, int]:
    """How much a word narrows the search down: digits that can be looked up, then length."""
    needle = asking.needle(token)
    return asking.is_number(token) and len(needle) >= asking.MIN_INFIX, len(needle)


def _verifier(token: str) -> Callable[[str], bool]:
    """Whether a document holds the token: as it is, as a name without its signs, or by lone consonants."""
    needle, name, pattern = asking.needle(token), keystrokes("".join(words(token))), asking.spelled(token)

    def holds(doc: str) -> bool:
        if needle in doc or (name and name in doc):
            return True
        return pattern is not None and pattern.search(doc.partition("|")[0]) is not None

    return holds
