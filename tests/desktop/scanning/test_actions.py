"""Scanners are remembered, one of each kind is used, and one can be forgotten."""

import msgspec

from clienteling.desktop.scanning import actions
from clienteling.desktop.scanning.profile import Scanner

ACM, OTHER = Scanner("usb:1:2:A", "serial", "Acme"), Scanner("usb:1:2:B", "serial", "Bravo")
BACK = Scanner("b1", "camera", "Back camera")


def chosen(tx):
    """Who is used."""
    return {one.id for one in actions.scanners(tx) if one.chosen}


def test_one_of_each_kind_is_used(tx):
    for one in (ACM, BACK, OTHER):
        actions.use(tx, one)
    assert chosen(tx) == {OTHER.id, BACK.id}
    actions.use(tx, ACM)
    assert chosen(tx) == {ACM.id, BACK.id}
    assert [one.name for one in actions.scanners(tx)] == ["Acme", "Back camera", "Bravo"]


def test_using_none_forgets_nobody(tx):
    actions.use(tx, ACM)
    actions.use(tx, BACK)
    actions.use_none(tx, "serial")
    assert chosen(tx) == {BACK.id}
    assert len(actions.scanners(tx)) == 2


def test_a_forgotten_one_is_gone_and_a_changed_one_is_changed(tx):
    actions.use(tx, ACM)
    actions.use(tx, msgspec.structs.replace(ACM, profile={"baud": 115200}))
    actions.use(tx, BACK)
    actions.forget(tx, BACK.id)
    assert [one.profile for one in actions.scanners(tx)] == [{"baud": 115200}]
