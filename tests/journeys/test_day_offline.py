"""A day without the network: everything goes on, everything is told afterwards, and exactly once."""

from clienteling.contract.ids import cart_of
from tests.helpers.screen import until
from tests.helpers.shop_folder import MINSEO, gtin, variant
from tests.helpers.town import ALSO_HERE

NOTE = "결혼식 하객 옷을 찾으세요"


def test_a_day_offline_arrives_once(town, tablets):
    tablet = tablets().synced().sign_in().lose_network()
    customer = _meet(tablet, "한가람")
    tablet.note(NOTE)
    numbers = _sell(tablet, customer)
    _review(tablet)
    _says_so(tablet)
    tablet.network.lose = 2
    tablet.find_network()
    until(lambda: tablet.app.sync.state == "online", why=str(tablet.app.sync.chip))
    _at_central(town, tablet, customer, numbers)
    _on_the_other(tablets, customer, numbers)


def _meet(tablet, name):
    tablet.app.navigator.go("clients")
    tablet.screen.click("new-client")
    tablet.screen.click("new-name")
    tablet.screen.type(name)
    tablet.screen.click("new-phone")
    tablet.screen.type("010-9876-5432")
    tablet.screen.click("new-notice")
    tablet.screen.click("create")
    tablet.screen.wait_for(name)
    until(lambda: tablet.app.clientbook.customer != "" and tablet.app.clientbook.state == "rows")
    assert tablet.app.clientbook.name == name
    return tablet.app.clientbook.customer


def _sell(tablet, customer):
    """Two orders of hers, one of 김민서, whose cart keeps one thing more."""
    first = tablet.open_customer(customer).scan(gtin(1), gtin(3)).order()
    second = tablet.scan(gtin(4)).order()
    third = tablet.open_customer(MINSEO).scan(gtin(5), gtin(5)).order()
    tablet.scan(gtin(6), gtin(5))
    tablet.app.cart.step(variant(6), 1)
    until(lambda: tablet.app.cart.pieces == 3)
    tablet.app.cart.remove(variant(5))
    until(lambda: tablet.cart() == {variant(6): 2})
    return [first, second, third]


def _review(tablet):
    """The tablet changes hands; the manager approves what was written."""
    tablet.screen.click("rail-lock")
    tablet.sign_in("한소라")
    tablet.screen.click("rail-notes")
    tablet.screen.click("approve")
    until(lambda: tablet.app.notes.toReview == 0, why="to be reviewed")


def _says_so(tablet):
    waiting = len(tablet.rows("SELECT n FROM outbox WHERE state IN ('pending', 'sent')"))
    assert waiting > 8 and tablet.app.sync.waiting == waiting
    assert str(waiting) in tablet.app.sync.chip and tablet.screen.sees(tablet.app.sync.chip)
    tablet.screen.click("sync-chip")
    tablet.screen.wait_for(tablet.app.sync.headline)
    assert tablet.app.sync.items.count == waiting
    assert tablet.screen.wait("waitingChip").isVisible()


def _at_central(town, tablet, customer, numbers):
    assert town.one("SELECT count(*) FROM customer WHERE name = '한가람'") == 1
    assert town.rows("SELECT customer, review FROM note") == [(customer, "approved")]
    assert town.rows("SELECT text FROM note_version") == [(NOTE,)]
    told = town.rows("SELECT number, state FROM orders WHERE device IS NOT NULL ORDER BY number")
    assert [number for number, _ in told] == numbers == [f"{numbers[0][:-1]}{n}" for n in (1, 2, 3)]
    assert numbers[0].endswith("-000001") and {state for _, state in told}.isdisjoint({"queued", "attention"})
    assert town.rows("SELECT variant, -sum(quantity) FROM stock_move GROUP BY variant ORDER BY variant") == [
        *((variant(1), 1), (variant(3), 1), (variant(4), 1), (variant(5), 2))
    ]
    lines = town.rows("SELECT id, quantity FROM cart_line WHERE cart = ? AND quantity > 0", cart_of(MINSEO))
    assert lines == [(variant(6), 2)]
    [[ops]] = tablet.rows("SELECT count(*) FROM outbox WHERE state = 'delivered'")
    assert town.one("SELECT count(*) FROM applied_op") == ops


def _on_the_other(tablets, customer, numbers):
    other = tablets(ALSO_HERE).synced().sign_in("윤도현").open_customer(customer)
    assert other.app.clientbook.name == "한가람"
    assert [number for [number] in other.rows("SELECT number FROM orders WHERE number LIKE ? ORDER BY number",
                                              numbers[0][:-1] + "_")] == numbers  # fmt: skip
    other.screen.click("note")
    other.screen.wait_for(NOTE)
    other.open_customer(MINSEO)
    assert other.cart() == {variant(6): 2}
