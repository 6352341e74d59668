"""A guest's cart becomes a client's, in one transaction, with a way back."""

import pytest

from clienteling.desktop.cart import actions
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync import outbox
from tests.desktop.cart.conftest import MINSEO, tell_person
from tests.helpers import shop


def shown(tx, whose):
    return {line.id: line.quantity for line in actions.lines(tx, whose.cart)}


def facts(tx, whose):
    return [item.operation.kind for item in outbox.of_entity(tx, "cart", whose.cart)]


@pytest.fixture
def guest(tx):
    """A guest with a coat and two pairs of boots; Minseo is a client of the store."""
    shop.open_shop(tx)
    tell_person(tx, MINSEO)
    guest = actions.whose(None, shop.HERE, "staff-1")
    actions.add(tx, guest, shop.COAT)
    actions.add(tx, guest, shop.BOOTS, 2)
    return guest


def test_a_guests_cart_becomes_hers_and_the_same_adds_up(tx, guest):
    hers = actions.whose(shop.MINSEO, shop.HERE, "staff-1")
    actions.add(tx, hers, shop.COAT)
    handed = actions.hand_over(tx, guest, shop.MINSEO)
    assert handed.hers == hers and shown(tx, hers) == {shop.COAT: 2, shop.BOOTS: 2}
    assert shown(tx, guest) == {}
    assert facts(tx, guest)[2:] == ["cart.line_removed"] * 2 and facts(tx, hers)[1:] == ["cart.line_added"] * 2


def test_a_code_that_waits_for_the_catalogue_goes_along(tx, guest):
    actions.add_scanned(tx, guest, shop.UNKNOWN_CODE, offline=True, currency="KRW", sure=True)
    handed = actions.hand_over(tx, guest, shop.MINSEO)
    assert shown(tx, handed.hers)[f"gtin:{shop.UNKNOWN_CODE}"] == 1


def test_handed_over_twice_it_counts_once(tx, guest):
    handed = actions.hand_over(tx, guest, shop.MINSEO)
    assert actions.hand_over(tx, guest, shop.MINSEO).lines == ()
    assert shown(tx, handed.hers) == {shop.COAT: 1, shop.BOOTS: 2}


def test_it_can_be_taken_back(tx, guest):
    hers = actions.whose(shop.MINSEO, shop.HERE, "staff-1")
    actions.add(tx, hers, shop.COAT)
    actions.hand_back(tx, actions.hand_over(tx, guest, shop.MINSEO))
    assert shown(tx, hers) == {shop.COAT: 1}
    assert shown(tx, guest) == {shop.COAT: 1, shop.BOOTS: 2}


def test_only_a_guests_cart_is_handed_over_and_only_to_somebody_known(tx, guest):
    with pytest.raises(Problem, match="not on this tablet"):
        actions.hand_over(tx, guest, "nobody")
    hers = actions.hand_over(tx, guest, shop.MINSEO).hers
    with pytest.raises(Problem, match="already belongs to a client"):
        actions.hand_over(tx, hers, shop.MINSEO)
    assert shown(tx, hers) == {shop.COAT: 1, shop.BOOTS: 2}


@pytest.fixture
def guests(cart, qtbot):
    """A guest's cart in front, with a coat."""
    cart.carts.begin()
    qtbot.waitUntil(lambda: cart.customer == "" and cart.state == "empty")
    cart.add(shop.COAT)
    qtbot.waitUntil(lambda: cart.pieces == 1)
    return cart


def test_given_by_hand_to_somebody_found_and_undone(guests, show, qtbot):
    page = show("clienteling.desktop.cart", "CartPage", size=(1192, 728), model=guests)
    guest = guests.cart
    page.click("give")
    page.wait("give-search")
    qtbot.waitUntil(lambda: page.view.activeFocusItem() is not None)
    page.type("김민서")
    page.click("give-0")
    qtbot.waitUntil(lambda: guests.customer == shop.MINSEO and guests.pieces == 1)
    assert guests.undo.words == "The cart is 김민서's now"
    qtbot.waitUntil(lambda: not page.has("give-search"))
    guests.undo.undo()
    qtbot.waitUntil(lambda: guests.cart == guest and guests.pieces == 1)


def test_a_loyalty_card_scanned_while_one_chooses_gives_it_to_her(guests, qtbot):
    giving = guests.giving
    assert not giving.choosing
    giving.begin()
    assert giving.choosing
    giving.scanned(MINSEO.loyalty)
    qtbot.waitUntil(lambda: guests.customer == shop.MINSEO and guests.pieces == 1)
    assert not giving.choosing


def test_an_unknown_card_is_a_sentence_and_nothing_moves(guests, qtbot, problems):
    guests.giving.begin()
    guests.giving.scanned("CL99999999X")
    qtbot.waitUntil(lambda: bool(problems.told))
    assert guests.customer == "" and guests.giving.choosing


def test_nobody_found_is_said_also_in_korean(guests, qtbot, language):
    giving = guests.giving
    giving.begin()
    giving.search("zzzz")
    qtbot.waitUntil(lambda: giving.state == "empty")
    assert "Nobody on this tablet" in giving.sentence
    language.apply("ko")
    assert "Nobody" not in giving.sentence


def test_who_was_opened_lately_stands_there_at_once(guests, db, run, qtbot):
    from clienteling.desktop.customers import actions as customers

    run(db.run(customers.remember_opened, shop.MINSEO))
    guests.giving.begin()
    qtbot.waitUntil(lambda: [row[1] for row in guests.giving.hits.rows] == ["김민서"])
    assert guests.giving.hits.rows[0][2] == "010-••••-2841"
