"""Rules are kept store by store."""

from clienteling.desktop.scanning import actions_rules
from clienteling.desktop.scanning.domain_asking import Rule

CARD, SAME = Rule("EAN13", 13, "21", "customer"), Rule("EAN13", 13, "21", "product")


def test_what_one_store_says_another_does_not_hear(tx):
    actions_rules.learn(tx, "here", CARD)
    assert actions_rules.rules(tx, "here") == [CARD]
    assert actions_rules.rules(tx, "there") == []


def test_the_last_word_counts_and_can_be_taken_back(tx):
    for rule in (CARD, SAME, Rule("", 9, "G3-", "order")):
        actions_rules.learn(tx, "here", rule)
    assert actions_rules.rules(tx, "here") == [SAME, Rule("", 9, "G3-", "order")]
    actions_rules.forget(tx, "here", CARD)
    assert actions_rules.rules(tx, "here") == [Rule("", 9, "G3-", "order")]
