"""A client's page over the small made shop, with every view model that stands on it."""

import pytest

from clienteling.desktop.cart.viewmodel import CartViewModel
from clienteling.desktop.clientbook.viewmodel import ClientbookViewModel
from clienteling.desktop.customers.viewmodel_twin import TwinViewModel
from clienteling.desktop.notes.viewmodel import NotesViewModel
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.suggestions.viewmodel import SuggestionsViewModel
from clienteling.desktop.sync.connection import Connection
from clienteling.desktop.today import actions as visits
from tests.helpers import clients


@pytest.fixture
def connection(qapp):
    """Central answers, until the test says otherwise."""
    connection = Connection()
    connection.answered()
    return connection


@pytest.fixture
def cart(db, tasks, session, language, connection):
    """The cart in front."""
    return CartViewModel(db, tasks, session, language, connection, orders.place)


@pytest.fixture
def notes(db, tasks, session):
    """The notes of the client in front."""
    return NotesViewModel(db, tasks, session)


@pytest.fixture
def suggestions(db, tasks, session, language):
    """The cards of the client in front."""
    return SuggestionsViewModel(db, tasks, session, language, visits.zone_of)


@pytest.fixture
def twin(db, tasks, central, session, language):
    """Whether somebody else is the client in front."""
    return TwinViewModel(db, tasks, central, session, language, lambda: None)


@pytest.fixture
def book(db, tasks, session, language, connection, suggestions, twin, cart, notes, run):
    """The page's view model; the small made shop is on this tablet."""
    run(db.run(clients.open_book))
    visit_of = visits.visit_of
    book = ClientbookViewModel(db, tasks, session, language, suggestions, visit_of, connection, twin, cart, notes)
    book.opened.connect(twin.open)
    book.opened.connect(suggestions.open)
    book.opened.connect(cart.open)
    return book
