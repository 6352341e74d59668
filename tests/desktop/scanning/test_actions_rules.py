"""Rules are kept store by store."""

from clienteling.desktop.scanning import actions_rules
from clienteling.desktop.scanning.domain_asking import Rule
from clienteling.desktop.sync import outbox

CARD, SAME = Rule("EAN13", 13, "21", "customer"), Rule("EAN13", 13, "21", "product")
ORDER = Rule("", 9, "G3-", "order")


def test_what_one_store_says_another_does_not_hear(tx):
    actions_rules.learn(tx, "here", "ann", CARD)
    assert actions_rules.rules(tx, "here") == [CARD]
    assert actions_rules.rules(tx, "there") == []


def test_the_last_word_counts_and_can_be_taken_back(tx):
    for rule in (CARD, SAME, ORDER):
        actions_rules.learn(tx, "here", "ann", rule)
    assert actions_rules.rules(tx, "here") == [SAME, ORDER]
    actions_rules.forget(tx, "here", "ann", CARD)
    assert actions_rules.rules(tx, "here") == [ORDER]


def test_all_of_it_waits_for_central(tx):
    actions_rules.learn(tx, "here", "ann", CARD)
    actions_rules.forget(tx, "here", "ann", CARD)
    assert outbox.counts(tx) == (2, 0)
