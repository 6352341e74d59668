"""What can be done about codes that fit more than one thing: say what they are, take it back; knows no route."""

from __future__ import annotations

from typing import Any

from clienteling.central.runtime.db import Tx
from clienteling.central.scanning import store
from clienteling.central.sync import feed
from clienteling.central.sync.domain import By, Refused, Verdict, store_scope
from clienteling.contract.ids import rule_of

LONGEST = 128
"""Characters of a code that one may be asked about."""


def learn(tx: Tx, by: By, id: str, rule: dict[str, Any]) -> Verdict:
    """Codes of this form (`store`, `symbology`, `length`, `prefix`) are of this `kind`; the last word counts.

    422 when it is no form of a code or `id` is another's, 404 for another store than the device's.
    """
    store_id, symbology, length, prefix = (rule[name] for name in ("store", "symbology", "length", "prefix"))
    if store_id != by.store:
        raise Refused(404, "This is said in the store itself.")
    if not 0 < length <= LONGEST or len(prefix) > length or len(symbology) > LONGEST:
        raise Refused(422, "No code looks like this.")
    if id != rule_of(store_id, symbology, length, prefix):
        raise Refused(422, "This was said about other codes.")
    return _told(tx, by, id, store.save(tx, rule | {"id": id}))


def forget(tx: Tx, by: By, id: str) -> Verdict:
    """People are asked again; 404 when the device's store never said anything about such codes."""
    ver = store.take_back(tx, id, by.store)
    if ver is None:
        raise Refused(404, "Nothing was said about these codes.")
    return _told(tx, by, id, ver)


def _told(tx: Tx, by: By, id: str, ver: int) -> Verdict:
    feed.touch(tx, "code_rule", id, ver, [store_scope(by.store)])
    return Verdict(ver)
