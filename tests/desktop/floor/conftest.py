"""Scan mode over the small made shop, with Minseo's cart in front, and what was heard of it."""

import pytest
from PySide6.QtCore import QLoggingCategory

from clienteling.desktop.cart.viewmodel import CartViewModel
from clienteling.desktop.floor.viewmodel import FloorViewModel
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.scanning.domain import Scan, classify
from clienteling.desktop.scanning.domain import scan as scanned
from clienteling.desktop.scanning.viewmodel import ScanningViewModel
from clienteling.desktop.sync.connection import Connection
from tests.helpers import clients


@pytest.fixture(autouse=True)
def quiet_media():
    """Qt's media part tells which optional libraries of the machine it did not find."""
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    yield
    QLoggingCategory.setFilterRules("")


@pytest.fixture
def connection(qapp):
    """Central answers, until the test says otherwise."""
    connection = Connection()
    connection.answered()
    return connection


@pytest.fixture
def cart(db, tasks, session, language, connection, run, qtbot):
    """Minseo's empty cart."""
    run(db.run(clients.open_book))
    cart = CartViewModel(db, tasks, session, language, connection, orders.place)
    cart.open(clients.MINSEO)
    qtbot.waitUntil(lambda: cart.state == "empty")
    return cart


@pytest.fixture
def heard():
    """The tones that were played."""
    return []


@pytest.fixture
def scanning(qapp, language):
    """The readers, with no camera."""
    scanning = ScanningViewModel()
    language.changed.connect(scanning.reload)
    yield scanning
    scanning.close()


@pytest.fixture
def floor(db, tasks, session, language, connection, cart, heard, scanning):
    """Scan mode."""
    floor = FloorViewModel(db, tasks, session, language, connection, cart.front, heard.append, scanning, cart)
    cart.changed.connect(floor.follow)
    scanning.scanned.connect(lambda scan: floor.scanned(scan) if floor.takes(scan) else None)
    return floor


@pytest.fixture
def beep(floor, heard, qtbot):
    """Scans a code, or takes a scan, and waits until something came of it."""

    def beep(code, confidence="sure"):
        before = len(heard)
        found = code if isinstance(code, Scan) else scanned(classify(code), "wedge", "", confidence)
        floor.scanned(found)
        qtbot.waitUntil(lambda: len(heard) == before + 1)
        qtbot.waitUntil(lambda: floor.state != "loading")
        return heard[-1]

    return beep
