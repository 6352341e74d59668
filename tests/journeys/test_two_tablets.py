"""Two tablets of one store and one customer: what both do comes together, what cannot is put before a person."""

import pytest

from clienteling.desktop.customers import actions as customers
from tests.helpers.screen import until
from tests.helpers.shop_folder import MINSEO, gtin, variant
from tests.helpers.town import ALSO_HERE


@pytest.fixture
def two(tablets):
    """Both before 김민서's page."""
    first = tablets().synced().sign_in("이서준").open_customer(MINSEO)
    return first, tablets(ALSO_HERE).synced().sign_in("윤도현").open_customer(MINSEO)


def test_carts_and_notes_come_together(two):
    first, second = two
    for tablet, more, note in ((first, 4, "선물 포장을 좋아하세요"), (second, 5, "니트는 손세탁만 하세요")):
        tablet.lose_network().scan(gtin(3), gtin(more)).note(note)
    for tablet in (first, second, first):
        tablet.find_network()
    together = {variant(3): 2, variant(4): 1, variant(5): 1}
    for tablet in two:
        assert tablet.cart() == together
        until(lambda one=tablet: one.app.cart.pieces == 4)
        tablet.screen.wait_for("선물 포장을 좋아하세요")
        tablet.screen.wait_for("니트는 손세탁만 하세요")


MINE, THEIRS = "+821022220000", "+821011110000"


@pytest.mark.parametrize(
    ("choices", "phone"),
    [(["mine-phone", "resend"], MINE), (["resend"], THEIRS), (["letGo"], THEIRS)],
    ids=["mine", "as it is chosen", "let go"],
)
def test_a_conflict_is_put_before_a_person(town, two, choices, phone):
    first, second = two
    for tablet, said in ((first, THEIRS), (second, MINE)):
        tablet.lose_network().do(customers.patch, MINSEO, tablet.app.ground.session.staff, phone=said)
    first.find_network()
    second.find_network()
    assert _phone(second) == THEIRS == town.one("SELECT phone FROM customer WHERE id = ?", MINSEO)
    until(lambda: second.app.sync.needsYou == 1 and second.screen.sees(second.app.sync.chip))
    second.screen.click("sync-chip")
    second.screen.click("decide")
    second.screen.wait_for("010-2222-0000")
    for choice in choices:
        second.screen.click(choice)
    until(lambda: second.app.sync.needsYou == 0, why="to be settled")
    second.synced()
    first.synced()
    assert {_phone(first), _phone(second), town.one("SELECT phone FROM customer WHERE id = ?", MINSEO)} == {phone}


def _phone(tablet):
    [[phone]] = tablet.rows("SELECT phone FROM customer WHERE id = ?", MINSEO)
    return phone


def test_a_cart_ordered_on_both_is_asked_about_and_never_two_silent_orders(town, two):
    """C4: neither knew of the other; the second names the first, and one word of hers settles it."""
    first, second = two
    first.scan(gtin(3)).synced()
    second.synced()
    assert first.cart() == second.cart() == {variant(3): 1}
    numbers = [tablet.lose_network().order() for tablet in two]
    first.find_network()
    second.find_network()
    until(lambda: second.app.orders.needsYou == 1)
    [[order]] = second.rows("SELECT id FROM orders WHERE number = ?", numbers[1])
    second.app.navigator.open("orders", order)
    second.screen.wait("look-again")
    assert any(f"주문 {numbers[0]}" in text for text in second.screen.texts())
    states = "SELECT state FROM orders WHERE number = ?"
    assert [town.one(states, number) for number in numbers] == ["accepted", "attention"]
    second.screen.click("look-again")
    until(lambda: second.app.orders.needsYou == 0)
    second.synced()
    first.synced()
    assert [town.one(states, number) for number in numbers] == ["accepted"] * 2
    for tablet in two:
        assert [tablet.rows(states, number) for number in numbers] == [[("accepted",)]] * 2
