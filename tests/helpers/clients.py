"""The people of the small made shop with what happened to them, as central's changes tell it."""

from datetime import UTC, datetime, timedelta

import msgspec

from clienteling.contract.v1.clientbook import Event, EventItem
from clienteling.contract.v1.customers import Address, Customer
from clienteling.contract.v1.orders import Order, OrderLine
from clienteling.contract.v1.suggestions import Suggestion, Suggestions
from clienteling.contract.v1.sync import Change
from clienteling.contract.v1.today import Visit
from clienteling.desktop.clientbook.wire import EventMirror, OutcomeMirror
from clienteling.desktop.customers.wire import CustomerMirror
from clienteling.desktop.suggestions.wire import SuggestionsMirror
from clienteling.desktop.sync import mirror
from clienteling.desktop.today.wire import VisitMirror
from tests.helpers import shop

MIRRORS = shop.MIRRORS | {
    one.kind: one for one in (CustomerMirror(), EventMirror(), OutcomeMirror(), SuggestionsMirror(), VisitMirror())
}
MINSEO, JANA, HANEUL = shop.MINSEO, "jana", "haneul"
HOME = Address("home", "Home", "김민서", "01012342841", "Teheran-ro 1", "Seoul", "06236", "KR")
PEOPLE = [
    Customer(
        MINSEO, "김민서", shop.HERE, "01012342841", "minseo@example.com", "CL00000001X", "Gold", "staff-1",
        since="2023-04-01", last_visit="2026-11-03", sizes={"top": "55", "shoe": "240"}, says=["Minimal"],
        consents={"sms": True, "kakao": True, "profiling": True}, addresses=[HOME], spend=2_184_000, path="act", gap=60,
    ),
    Customer(JANA, "Jana Lund", shop.HERE, "01055556666", "jana@example.com", owner="staff-2", language="en"),
    Customer(HANEUL, "박하늘", shop.HERE, "01077778888", tier="Silver", owner="staff-1", last_visit="2026-03-02"),
]  # fmt: skip


def ago(**time):
    """An ISO 8601 moment some time before now."""
    moment = datetime.now(UTC) - timedelta(**time)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def event(id, what="viewed", customer=MINSEO, at="", phase="choose", channel="online", **more):
    """One entry of a history."""
    return Event(id, customer, at or ago(days=1), channel, phase, what, **more)


def bought(id, variants, at="", **more):
    """A purchase in the store."""
    items = [EventItem(variant, 1, 100_000) for variant in variants]
    more = {"store": shop.HERE, "staff": "staff-1", "amount": 100_000 * len(items), **more}
    return event(id, "bought", at=at, phase="buy", channel="store", items=items, **more)


EVENTS = [
    event("e1", "carted", at=ago(hours=5), items=[EventItem(shop.BOOTS, 1, 0)]),
    bought("e2", [shop.COAT, shop.SCARF], ago(days=18)),
    event("e3", "rated", at=ago(days=18, hours=1), phase="use", channel="store", text="9/10"),
    event("e4", "saved", at=ago(days=40), items=[EventItem(shop.SCARF, 1, 0)]),
    bought("e5", ["coat-navy-55"], ago(days=200)),
]
SUGGESTED = [
    Suggestion("scarf", "due", {"weeks": 6, "last": "2026-10-10"}, 0.8),
    Suggestion("boots", "together", {"product": "coat", "name_ko": "울 더블 코트", "name_en": "Wool coat"}, 0.6),
    Suggestion("coat", "saved", {"last": "2026-11-01"}, 0.5),
]


def tell(tx, kind, records, scope="store:store-1", ver=1):
    """Let central's records arrive, as a page of the feed does."""
    changes = [Change(kind, _id(one), ver, data=msgspec.Raw(msgspec.msgpack.encode(one))) for one in records]
    mirror.apply_changes(tx, MIRRORS, scope, changes)


def _id(record):
    return record.customer if isinstance(record, Suggestions) else record.id


def suggest(tx, items=SUGGESTED, customer=MINSEO, ver=1):
    """Central's list for a client arrives."""
    tell(tx, "suggestions", [Suggestions(customer, ago(hours=1), list(items))], ver=ver)


def order(id, state, at, total=219_000, customer=MINSEO, **more):
    """An order of the made shop."""
    lines = [OrderLine(f"{id}-1", shop.BOOTS, 1, total, "pickup", pickup_store=shop.HERE)]
    more = {"customer": customer, "staff": "staff-1", **more}
    return Order(id, f"T1-{id:0>6}", state, shop.HERE, lines, total, "KRW", at, **more)


def visit(id, customer, at, zone="", ended_at=""):
    """A visit to the store."""
    return Visit(id, customer, shop.HERE, at, "scan", zone, ended_at)


def open_book(tx):
    """The small shop with its three people, their events and suggestions is on the tablet."""
    shop.open_shop(tx)
    tell(tx, "customer", PEOPLE)
    tell(tx, "event", EVENTS)
    suggest(tx)
