"""What a person can do about facts that central did not take; knows no feature."""

import msgspec

from clienteling.contract.ids import new_id
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.sync import held, mirror, outbox
from clienteling.desktop.sync.mirror import Mirrors


def resend(tx: Tx, mirrors: Mirrors, op: str) -> bool:
    """Tell a refused fact anew, over what central says now; False when it is not refused any more."""
    item = outbox.drop_blocked(tx, op)
    if item is None:
        return False
    operation = item.operation
    kind = operation.kind.split(".")[0]
    word = held.base_of(tx, kind, operation.id)
    outbox.put(tx, msgspec.structs.replace(operation, op=new_id(), base=word.ver if word else 0))
    mirror.rebuild(tx, mirrors, kind, operation.id)
    return True


def let_go(tx: Tx, mirrors: Mirrors, op: str) -> bool:
    """Give a refused fact up: central's word stands, what waited behind it goes on; False when not refused."""
    item = outbox.drop_blocked(tx, op)
    if item is None:
        return False
    mirror.rebuild(tx, mirrors, item.operation.kind.split(".")[0], item.operation.id)
    return True
