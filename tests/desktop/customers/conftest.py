"""The clients screen over the small made shop."""

import pytest

from clienteling.desktop.customers import viewmodel_found
from clienteling.desktop.customers.viewmodel import CustomersViewModel
from tests.helpers import clients


@pytest.fixture
def woken():
    """How often sync was asked to run now."""
    return []


@pytest.fixture
def people(db, tasks, central, session, language, run, woken, monkeypatch):
    """The view model; the people of the small made shop are on this tablet, and central is asked at once."""
    monkeypatch.setattr(viewmodel_found, "PAUSE", 0.01)
    run(db.run(clients.open_book))
    people = CustomersViewModel(db, tasks, central, session, language, lambda: woken.append(1))
    people.reload()
    return people
