"""Tells central what the outbox holds, in batches, until an answer stands for each fact."""

import msgspec

from clienteling.contract.v1.sync import MAX_OPS, MAX_PUSH_BYTES, Answer, Operation, Push, Pushed
from clienteling.desktop.runtime.central import Central, Unreachable
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.sync import mirror, outbox
from clienteling.desktop.sync.mirror import Mirrors


async def push(db: Db, central: Central, device: str, mirrors: Mirrors, limit: int = MAX_OPS) -> int:
    """Send one batch; returns how many facts were answered. Raises Unreachable, with nothing lost: the ids go again."""
    batch = await db.run(take, limit)
    if not batch:
        return 0
    pushed = await central.post("/v1/sync/push", Pushed, Push(device, [item.operation for item in batch]))
    if [answer.op for answer in pushed.answers] != [item.operation.op for item in batch]:
        raise Unreachable
    await db.run(settle, mirrors, batch, pushed.answers)
    return len(batch)


def take(tx: Tx, limit: int) -> list[outbox.Item]:
    """Choose the next batch and mark it as sent, before the first byte leaves."""
    batch: list[outbox.Item] = []
    size = 0
    for item in outbox.sendable(tx, limit):
        size += len(msgspec.msgpack.encode(item.operation))
        if batch and size > MAX_PUSH_BYTES // 2:
            break
        batch.append(item)
    if batch:
        outbox.mark_sent(tx, [item.n for item in batch])
    return batch


def settle(tx: Tx, mirrors: Mirrors, batch: list[outbox.Item], answers: list[Answer]) -> None:
    """Keep the verdicts; what central refused no longer shows in the rows."""
    refused: list[Operation] = []
    for item, answer in zip(batch, answers, strict=True):
        state = _state(answer)
        if state == "later":
            continue
        outbox.settle(tx, item.n, state, answer)
        if state in outbox.BLOCKED:
            refused.append(item.operation)
    for operation in refused:
        mirror.rebuild(tx, mirrors, operation.kind.split(".")[0], operation.id)


def _state(answer: Answer) -> str:
    if answer.status == 200:
        return "acked"
    if answer.status == 409:
        return "conflict"
    if answer.status in {429, 503} or answer.status >= 500:
        return "later"
    return "rejected"
