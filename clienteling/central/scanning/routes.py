"""What stores say about codes: the tablets' facts and the record for the feed."""

from __future__ import annotations

import msgspec

from clienteling.central.runtime.db import Tx
from clienteling.central.scanning import actions, store
from clienteling.central.sync.domain import By, Verdict
from clienteling.contract.v1 import scanning as v1


def learned(tx: Tx, by: By, id: str, _base: int, args: v1.Learned) -> Verdict:
    """Fact `code_rule.learned`."""
    return actions.learn(tx, by, id, msgspec.structs.asdict(args))


def forgotten(tx: Tx, by: By, id: str, _base: int, _args: v1.Forgotten) -> Verdict:
    """Fact `code_rule.forgotten`."""
    return actions.forget(tx, by, id)


def records(tx: Tx, ids: list[str]) -> dict[str, v1.CodeRule]:
    """The records `code_rule`."""
    return {row["id"]: v1.CodeRule(**row) for row in store.many(tx, ids)}


FACTS = {"code_rule.learned": (v1.Learned, learned), "code_rule.forgotten": (v1.Forgotten, forgotten)}
RECORDS = {"code_rule": records}
