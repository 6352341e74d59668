"""Learning and forgetting what codes are that fit more than one thing."""

from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.scanning import store_rules
from clienteling.desktop.scanning.domain_asking import Rule


def rules(tx: Tx, store: str) -> list[Rule]:
    """What the people of this store have said."""
    return store_rules.rules(tx, store)


def learn(tx: Tx, store: str, rule: Rule) -> None:
    """Codes like this one are of this kind from now on; what was said of them before no longer counts."""
    store_rules.keep(tx, store, rule)


def forget(tx: Tx, store: str, rule: Rule) -> None:
    """Ask again when such a code comes."""
    store_rules.remove(tx, store, rule)
