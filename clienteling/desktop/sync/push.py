"""Tells central what the outbox holds, in batches, until an answer stands for each fact."""

import msgspec

from clienteling.contract.v1.sync import MAX_OPS, MAX_PUSH_BYTES, Answer, Push, Pushed
from clienteling.desktop.runtime.central import Central, Refused, Unreachable
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.sync import held, mirror, outbox
from clienteling.desktop.sync.mirror import Mirrors

UNREADABLE = {400, 413, 422}


async def push(db: Db, central: Central, device: str, mirrors: Mirrors, limit: int = MAX_OPS) -> int:
    """Send one batch; returns how many facts were answered. Raises Unreachable, with nothing lost: the ids go again."""
    batch = await db.run(take, limit)
    if not batch:
        return 0
    answers = await _answers(central, device, batch)
    if [answer.op for answer in answers] != [item.operation.op for item in batch]:
        raise Unreachable(why="portal")
    return await db.run(settle, mirrors, batch, answers)


async def _answers(central: Central, device: str, batch: list[outbox.Item]) -> list[Answer]:
    """Central's verdicts. A batch that it cannot read is told in halves, down to the one fact that spoils it."""
    try:
        body = Push(device, [item.operation for item in batch])
        return (await central.post("/v1/sync/push", Pushed, body)).answers
    except Refused as refused:
        if refused.status not in UNREADABLE:
            raise
        if len(batch) == 1:
            return [Answer(batch[0].operation.op, 422, title=refused.title)]
    half = len(batch) // 2
    first = await _answers(central, device, batch[:half])
    taken = {answer.op for answer in first if answer.status == 200}
    held_up = {item.operation.id for item in batch[:half] if item.operation.op not in taken}
    rest = [item for item in batch[half:] if item.operation.id not in held_up]
    told = {answer.op: answer for answer in first + (await _answers(central, device, rest) if rest else [])}
    return [told.get(item.operation.op, Answer(item.operation.op, 503)) for item in batch]


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


def settle(tx: Tx, mirrors: Mirrors, batch: list[outbox.Item], answers: list[Answer]) -> int:
    """Keep the verdicts and show what they change; returns how many facts were answered and not put off."""
    answered = 0
    shown_anew: dict[tuple[str, str], None] = {}
    for item, answer in zip(batch, answers, strict=True):
        state = _state(answer)
        if state == "later":
            continue
        answered += 1
        outbox.settle(tx, item.n, state, answer)
        entity = item.operation.kind.split(".")[0], item.operation.id
        # one told again after central was put back may have another version now than the one it was shown by
        if state in outbox.BLOCKED or item.ver is not None or _is_in_base(tx, *entity, answer):
            shown_anew[entity] = None
    for kind, id in shown_anew:
        mirror.rebuild(tx, mirrors, kind, id)
    return answered


def _is_in_base(tx: Tx, kind: str, id: str, answer: Answer) -> bool:
    """After a lost answer a pull may have brought the fact's effect already; then it must not lie over it too."""
    word = held.base_of(tx, kind, id)
    return word is not None and word.ver >= (answer.ver or 0)


def _state(answer: Answer) -> str:
    if answer.status == 200:
        return "acked"
    if answer.status == 409:
        return "conflict"
    if answer.status in {429, 503} or answer.status >= 500:
        return "later"
    return "rejected"
