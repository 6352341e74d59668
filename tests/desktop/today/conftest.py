"""The page of the day over the small made shop."""

import pytest

from clienteling.desktop.today.viewmodel import TodayViewModel
from tests.helpers import clients


@pytest.fixture
def today(db, tasks, session, language, run):
    """The view model; the people of the small made shop are on this tablet."""
    run(db.run(clients.open_book))
    today = TodayViewModel(db, tasks, session, language)
    today.reload()
    return today
