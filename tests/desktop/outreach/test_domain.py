"""Who still may be told: her latest word on this tablet comes first."""

import pytest

from clienteling.desktop.customers.domain import Person
from clienteling.desktop.outreach.domain import Told, ways

TOLD = Told("minseo", "김민서", ("kakao", "sms"), "again", 3, "2026-11-03")


def knowing(**consents):
    return {"minseo": Person("minseo", "김민서", "store-1", consents=consents)}


@pytest.mark.parametrize(
    ("known", "left"),
    [
        ({}, ("kakao", "sms")),
        (knowing(sms=True, kakao=True), ("sms", "kakao")),
        (knowing(sms=True, kakao=False), ("sms",)),
        (knowing(email=True), ("email",)),
        (knowing(sms=False), ()),
        (knowing(), ()),
        (knowing(sms=True, profiling=False), ()),
        (knowing(sms=True, profiling=True), ("sms",)),
    ],
)
def test_what_she_said_last_counts(known, left):
    assert ways(TOLD, known) == left
