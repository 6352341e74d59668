"""Presence needs consent."""

from clienteling.central.today.domain import may_notice


def test_being_noticed_needs_consent_and_coming_by_oneself_does_not():
    assert may_notice("scan", {}) and may_notice("appointment", {"presence": False})
    assert not may_notice("beacon", {}) and not may_notice("app", {"presence": False})
    assert may_notice("app", {"presence": True})
