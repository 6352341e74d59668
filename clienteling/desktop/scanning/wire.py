"""What a store says about codes, to and from the contract."""

from collections.abc import Sequence

import msgspec

from clienteling.contract.ids import new_id, rule_of
from clienteling.contract.v1 import scanning as v1
from clienteling.contract.v1.sync import Change, Operation
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import say
from clienteling.desktop.scanning import store_rules
from clienteling.desktop.scanning.domain_asking import Rule
from clienteling.desktop.sync import outbox

_decode = msgspec.msgpack.Decoder(v1.CodeRule).decode


def learned(store: str, rule: Rule, staff: str) -> Operation:
    """The fact `code_rule.learned`."""
    args = {"store": store, **msgspec.structs.asdict(rule)}
    return Operation(new_id(), "code_rule.learned", _id(store, rule), args, 0, staff, now())


def forgotten(store: str, rule: Rule, staff: str) -> Operation:
    """The fact `code_rule.forgotten`."""
    return Operation(new_id(), "code_rule.forgotten", _id(store, rule), {}, 0, staff, now())


def tell(tx: Tx, operation: Operation) -> None:
    """Keep a fact for central and show what it changes, both in this transaction."""
    outbox.put(tx, operation)
    RuleMirror().redo(tx, operation)


def describe(operation: Operation) -> str:
    """A fact in plain words."""
    if operation.kind == "code_rule.learned":
        return say("What codes like one scanned are")
    return say("Codes that are asked about again")


class RuleMirror:
    """How the record `code_rule` lives in the table code_rule; one that was taken back has no row."""

    kind = "code_rule"
    local = True

    def apply(self, tx: Tx, changes: Sequence[Change]) -> None:
        """Write central's rules over the rows."""
        records = [_decode(change.data) for change in changes]
        store_rules.remove(tx, [record.id for record in records if not record.kind])
        for record in records:
            if record.kind:
                rule = Rule(record.symbology, record.length, record.prefix, record.kind)
                store_rules.keep(tx, record.id, record.store, rule)

    def remove(self, tx: Tx, ids: Sequence[str]) -> None:
        """Delete rules."""
        store_rules.remove(tx, ids)

    def redo(self, tx: Tx, operation: Operation) -> None:
        """Apply one fact of this device."""
        if operation.kind == "code_rule.forgotten":
            store_rules.remove(tx, [operation.id])
            return
        said = msgspec.convert(operation.args, v1.Learned)
        store_rules.keep(tx, operation.id, said.store, Rule(said.symbology, said.length, said.prefix, said.kind))


def _id(store: str, rule: Rule) -> str:
    return rule_of(store, rule.symbology, rule.length, rule.prefix)
