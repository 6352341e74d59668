"""What a store says about codes reaches its other tablets, and nothing but central's word stays at the end."""

import msgspec
import pytest

from clienteling.contract.v1.scanning import CodeRule
from clienteling.contract.v1.sync import Change
from clienteling.desktop.scanning import actions_rules, store_rules, wire
from clienteling.desktop.scanning.domain_asking import Rule
from clienteling.desktop.sync import mirror

CARD = Rule("EAN13", 13, "21", "customer")
MIRRORS = {"code_rule": wire.RuleMirror()}


def told(rule, ver, kind):
    """Central's record as a change of the store's feed."""
    operation = wire.learned("here", rule, "ann")
    record = CodeRule(operation.id, "here", rule.symbology, rule.length, rule.prefix, kind)
    return Change("code_rule", operation.id, ver, data=msgspec.Raw(msgspec.msgpack.encode(record)))


def take(tx, *changes):
    mirror.apply_changes(tx, MIRRORS, "store:here", changes)
    return actions_rules.rules(tx, "here")


def test_a_rule_of_another_tablet_counts_here(tx):
    assert take(tx, told(CARD, 1, "customer")) == [CARD]


def test_one_that_was_taken_back_is_asked_about_again(tx):
    take(tx, told(CARD, 1, "customer"))
    assert take(tx, told(CARD, 2, "")) == []


def test_what_was_said_here_and_not_yet_told_stands_over_it(tx):
    actions_rules.learn(tx, "here", "ann", CARD)
    assert take(tx, told(CARD, 1, "product")) == [CARD]
    actions_rules.forget(tx, "here", "ann", CARD)
    assert take(tx, told(CARD, 2, "product")) == []


def test_what_no_scope_holds_any_more_is_gone(tx):
    take(tx, told(CARD, 1, "customer"))
    wire.RuleMirror().remove(tx, [wire.learned("here", CARD, "ann").id])
    assert store_rules.rules(tx, "here") == []


@pytest.mark.parametrize("make", [wire.learned, wire.forgotten])
def test_each_fact_has_words(make):
    assert wire.describe(make("here", CARD, "ann"))
