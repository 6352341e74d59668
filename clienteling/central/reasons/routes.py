"""Reasons and what was shown: the tablets' facts, and the record of a store for the feed."""

from __future__ import annotations

import msgspec

from clienteling.central.reasons import actions, store
from clienteling.central.runtime.db import Tx
from clienteling.central.sync.domain import By, Verdict
from clienteling.contract.v1 import reasons as v1


def noted(tx: Tx, by: By, _id: str, _base: int, args: v1.Noted) -> Verdict:
    """Fact `showing.noted`."""
    return actions.note_shown(tx, by, args.customer, [(item.product, item.reason) for item in args.items])


def restored(tx: Tx, by: By, id: str, _base: int, args: v1.Restored) -> Verdict:
    """Fact `reasons.restored`."""
    return actions.restore(tx, by, id, args.reason)


def records(tx: Tx, ids: list[str]) -> dict[str, v1.Reasons]:
    """The records `reasons`."""
    found = store.many(tx, ids).items()
    return {id: msgspec.convert({"id": id, "at": row["at"], **row["told"]}, v1.Reasons) for id, row in found}


FACTS = {"showing.noted": (v1.Noted, noted), "reasons.restored": (v1.Restored, restored)}
RECORDS = {"reasons": records}
