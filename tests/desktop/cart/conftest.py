"""A cart in front of somebody: the small made shop, two clients, a connection and the app's own view model."""

import msgspec
import pytest

from clienteling.contract.v1.customers import Address, Customer
from clienteling.desktop.cart.viewmodel import CartViewModel
from clienteling.desktop.customers.wire import CustomerMirror
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.scanning.domain import Scan
from clienteling.desktop.signin.viewmodel import Session
from clienteling.desktop.sync import mirror
from clienteling.desktop.sync.connection import Connection
from tests.helpers import shop

HOME = Address("home", "집", "김민서", "010-1234-2841", "서초대로 77길 12", "서울", "06611", "KR", "101동 1204호")
MINSEO = Customer(
    shop.MINSEO, "김민서", shop.HERE, phone="010-1234-2841", loyalty="CL00000001X", tier="gold", addresses=[HOME]
)


def tell_person(tx, person):
    """Let a client of the store arrive."""
    changes = [shop.change("customer", person.id, person)]
    mirror.apply_changes(tx, {"customer": CustomerMirror()}, "store:store-1", changes)


@pytest.fixture
def held(session):
    """The app's own session, with somebody signed in."""
    held = Session()
    for name, value in vars(session).items():
        setattr(held, name, value)
    return held


@pytest.fixture
def connection(qapp):
    """Central answers, until the test says otherwise."""
    connection = Connection()
    connection.answered()
    return connection


@pytest.fixture
def cart(db, tasks, held, language, connection, run, qtbot):
    """Minseo's empty cart is in front, in the small made shop."""
    run(db.run(shop.open_shop))
    run(db.run(tell_person, MINSEO))
    cart = CartViewModel(db, tasks, held, language, connection, orders.place)
    cart.open(shop.MINSEO)
    qtbot.waitUntil(lambda: cart.state == "empty")
    return cart


@pytest.fixture
def scan():
    """A scan of a product by its 14 digits."""

    def of(gtin14, confidence="sure"):
        return Scan(gtin14, "EAN13", "camera", "", "product", gtin14, confidence)

    return of


def nobody():
    """A person without an address."""
    return msgspec.structs.replace(MINSEO, addresses=[])
