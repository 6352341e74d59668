"""Learning and forgetting what codes are that fit more than one thing."""

from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.scanning import store_rules, wire
from clienteling.desktop.scanning.domain_asking import Rule


def rules(tx: Tx, store: str) -> list[Rule]:
    """What the people of this store have said, on whichever tablet."""
    return store_rules.rules(tx, store)


def learn(tx: Tx, store: str, staff: str, rule: Rule) -> None:
    """Codes like this one are of this kind from now on; what was said of them before no longer counts."""
    wire.tell(tx, wire.learned(store, rule, staff))


def forget(tx: Tx, store: str, staff: str, rule: Rule) -> None:
    """Ask again when such a code comes."""
    wire.tell(tx, wire.forgotten(store, rule, staff))
