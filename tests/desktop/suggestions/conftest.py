"""Suggestion cards over the small made shop."""

import pytest

from clienteling.desktop.suggestions.viewmodel import SuggestionsViewModel
from clienteling.desktop.today import actions as visits
from tests.helpers import clients


@pytest.fixture
def cards(db, tasks, session, language, run, qtbot):
    """The view model, with Minseo's cards open."""
    run(db.run(clients.open_book))
    cards = SuggestionsViewModel(db, tasks, session, language, visits.zone_of)
    cards.open(clients.MINSEO)
    qtbot.waitUntil(lambda: cards.state == "rows")
    return cards
