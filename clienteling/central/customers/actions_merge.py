"""What can be done with people who stand there twice: merge them, tell them apart, follow who was merged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from clienteling.central.customers import actions, store, store_merged
from clienteling.central.customers.domain import Moved, field_problem, stamped, united
from clienteling.central.runtime.db import Tx
from clienteling.central.runtime.topic import Topic
from clienteling.central.sync import access, feed
from clienteling.central.sync.domain import By, Refused, Verdict, customer_scope, store_scope
from clienteling.contract.ids import cart_of

merged: Topic[[Tx, str, str], list[Moved]] = Topic()
"""Told (tx, other, id) when `other` has become `id`: each feature moves what it keeps of her and says what that was."""

UNSEEN = -1


def merge(tx: Tx, by: By, id: str, other: str, fields: Mapping[str, Any]) -> Verdict:
    """`other` is the same person as `id`, who keeps what is chosen of hers in `fields`; told again it is success.

    What is hers moves over, she is gone. 404 where the device does not hold both, 422 for herself or a bad value.
    """
    if store_merged.into(tx, other) == id:
        return Verdict(actions.person_of(tx, by, id)["ver"])
    if id == other:
        raise Refused(422, "Nobody can be merged with herself.")
    if "consents" in fields:
        raise Refused(422, "Of consents the most restrictive counts.")
    for field, value in fields.items():
        if problem := field_problem(field, value):
            raise Refused(422, problem)
    people = {one: actions.changeable(tx, by, one) for one in sorted((id, other))}  # always locked in this order
    kept, gone = people[id], people[other]
    ver = kept["ver"] + 1
    changes = united(kept, gone, fields)
    versions = stamped(kept["versions"], changes, changes["consents"], ver)
    _take_away(tx, gone, id)
    store.update(tx, kept, {**changes, "versions": versions, "ver": ver})
    _move(tx, gone, id)
    actions.tell(tx, id, store.versions(tx, [id])[id], kept["store"])
    access.record(tx, by, "customer.merged", id, other)
    return Verdict(store.versions(tx, [id])[id])


def tell_apart(tx: Tx, by: By, id: str, other: str) -> Verdict:
    """They only look the same; told again it is success. 404 where the device does not hold her."""
    before = actions.changeable(tx, by, id)
    store_merged.part(tx, id, other)
    ver = before["ver"] + 1
    store.update(tx, before, {"ver": ver})
    actions.tell(tx, id, ver, before["store"])
    return Verdict(ver)


def follow(tx: Tx, operation: Any) -> Any:
    """The operation about whoever it names has become; one that is about her own record was said of another.

    Its base then counts for nothing: where the two differ, a person decides.
    """
    customer = operation.args.get("customer")
    if isinstance(customer, str) and (led := store_merged.into(tx, customer)):
        operation = msgspec.structs.replace(operation, args=operation.args | {"customer": led})
    if led := store_merged.into(tx, operation.id):
        return msgspec.structs.replace(operation, id=led, base=UNSEEN)
    if operation.kind.startswith("cart.") and (led := store_merged.owner_of(tx, operation.id)):
        return msgspec.structs.replace(operation, id=cart_of(led))
    return operation


def _take_away(tx: Tx, gone: store.Row, into: str) -> None:
    """Her record leaves every scope; who looked like her is asked about no more."""
    store.unspell(tx, gone)
    for twin in store_merged.leave(tx, gone["id"]):
        if twin != into:
            _told_anew(tx, twin)
    store_merged.remove(tx, gone["id"])
    store_merged.keep(tx, gone["id"], cart_of(gone["id"]), into)
    scopes = feed.person_scopes(tx, gone["id"], gone["store"])
    feed.touch(tx, "customer", gone["id"], gone["ver"] + 1, scopes, deleted=True)


def _told_anew(tx: Tx, twin: str) -> None:
    person = store.one(tx, twin, lock=True)
    if person:
        store.update(tx, person, {"ver": person["ver"] + 1})
        actions.tell(tx, twin, person["ver"] + 1, person["store"])


def _move(tx: Tx, gone: store.Row, into: str) -> None:
    """All that was hers is told where it belongs now, and taken back where it stood only because of her."""
    before = (store_scope(gone["store"]), customer_scope(gone["id"]))
    for moved in (one for told in merged.tell(tx, gone["id"], into) for one in told):
        feed.touch(tx, moved.kind, moved.id, moved.ver, moved.scopes)
        left = [scope for scope in before if scope not in moved.scopes]
        feed.touch(tx, moved.kind, moved.id, moved.ver, left, deleted=True)
