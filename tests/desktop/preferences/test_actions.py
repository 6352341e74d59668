"""Choosing settings."""

import pytest

from clienteling.desktop.preferences import actions, store


def test_what_was_chosen_comes_back_and_the_rest_is_as_at_first(tx):
    actions.choose(tx, "language", "en")
    assert actions.settings(tx) == {"language": "en", "theme": "system", "text": "100", "sound": "normal"}


def test_a_setting_may_not_have_any_value(tx):
    with pytest.raises(ValueError, match="theme cannot be pink"):
        actions.choose(tx, "theme", "pink")


def test_a_value_that_is_no_longer_allowed_is_passed_over(tx):
    store.keep(tx, "theme", "sepia")
    assert actions.settings(tx)["theme"] == "system"
