"""Scan mode with a keyboard scanner, without a network: what goes into the cart, what does not, what she is told."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clienteling.contract.ids import cart_of
from clienteling.desktop.floor.domain import MODES
from tests.desktop.scanning.conftest import Keyboard
from tests.helpers.screen import pump, until
from tests.helpers.shop_folder import MINSEO, gtin, product, variant
from tests.helpers.town import ALSO_HERE

COAT, BOOTS = 1, 3
STRANGE = "XQ-77-ABCD"
NOTED = "SELECT what FROM event WHERE what IN ('shown', 'tried', 'declined')"
AGAIN = 1600
"""Milliseconds after which the same code is another scan."""


def beep(tablet, code, comes=True):
    """The keys of a scanner, and the wait until scan mode has heard it."""
    before = tablet.app.floor.count
    tablet.screen.face()
    keys = Keyboard(tablet.screen.window)
    keys.type(code)
    keys.enter()
    if comes:
        until(lambda: tablet.app.floor.count == before + 1, why=f"that {code} is heard")
        until(lambda: tablet.app.floor.state == "rows", why="that it is in front")
    else:
        pump(300)
        assert tablet.app.floor.count == before


def begin(tablet):
    """From the scan sheet into scan mode, by touch."""
    tablet.screen.click("scan")
    tablet.screen.click("scanMode")
    until(lambda: tablet.app.navigator.page == "floor" and not tablet.screen.has("choosePicture"))
    tablet.screen.wait("floorModes")


def words(tablet):
    return [row[3] for row in tablet.app.floor.rows.rows]


def test_one_after_the_other_into_her_cart_and_back_without_a_network(town, tablets):
    tablet = tablets().synced().sign_in().open_customer(MINSEO).lose_network()
    played = []
    tablet.app.floor._play = played.append
    begin(tablet)
    beep(tablet, gtin(COAT))
    beep(tablet, gtin(COAT), comes=False)  # a double read is one scan
    pump(AGAIN)
    beep(tablet, gtin(COAT))  # a deliberate second one is two
    beep(tablet, gtin(BOOTS))
    beep(tablet, STRANGE)
    assert played == ["added", "again", "added", "unknown"]
    tablet.screen.click("floorReport")
    tablet.screen.wait_for("담당자에게 알려")
    until(lambda: tablet.app.cart.pieces == 3)
    assert tablet.cart() == {variant(COAT): 2, variant(BOOTS): 1}
    tablet.screen.click("undo-2")
    until(lambda: tablet.app.cart.pieces == 2, why="that one coat is taken back")
    assert tablet.cart() == {variant(COAT): 1, variant(BOOTS): 1}
    tablet.find_network()
    lines = town.rows("SELECT id, quantity FROM cart_line WHERE cart = ? AND quantity > 0", cart_of(MINSEO))
    assert dict(lines) == tablet.cart()


def test_price_and_stock_put_nothing_into_any_cart(town, tablets):
    tablet = tablets().synced().sign_in().open_customer(MINSEO)
    [[own]] = tablet.rows("SELECT sku FROM variant WHERE id = ?", variant(4))
    begin(tablet)
    for place in (MODES.index("price"), MODES.index("stock")):
        tablet.screen.face()
        QTest.keyClick(tablet.screen.window, Qt.Key(Qt.Key.Key_1 + place), Qt.KeyboardModifier.ControlModifier)
        until(lambda place=place: tablet.app.floor.mode == place)
        for code in (gtin(COAT), gtin(BOOTS), own, STRANGE):
            beep(tablet, code)
        assert words(tablet)[:4] == ["모르는 코드", *[("가격", "재고")[place - 1]] * 3]
        pump(AGAIN)
    assert tablet.app.cart.pieces == 0 and tablet.rows("SELECT * FROM cart_line") == []
    assert tablet.rows("SELECT kind FROM outbox WHERE kind LIKE 'cart.%'") == []
    tablet.app.navigator.go("today")
    tablet.scan(gtin(BOOTS))  # elsewhere a scan sells as ever


def test_how_it_went_reaches_her_page_at_once_and_the_other_tablet_after_sync(town, tablets):
    first = tablets().synced().sign_in("이서준").open_customer(MINSEO)
    second = tablets(ALSO_HERE).synced().sign_in("윤도현").open_customer(MINSEO)
    first.lose_network()
    begin(first)
    first.screen.click("floorModes")  # its middle: the price
    until(lambda: first.app.floor.mode == MODES.index("price"))
    beep(first, gtin(BOOTS))
    for outcome in ("tried", "declined"):
        first.screen.click(f"outcome-{outcome}")
        until(lambda outcome=outcome: outcome in first.app.floor.noted)
    first.app.navigator.open("customer", MINSEO)
    first.screen.wait_for("착용·체험")
    first.find_network()
    second.synced()
    second.screen.wait_for("착용·체험")
    second.screen.wait_for("맞지 않음")
    told = town.rows(
        "SELECT what, store, staff, items FROM event WHERE customer = ? AND what IN ('tried', 'declined')", MINSEO
    )
    [[staff]] = first.rows("SELECT id FROM staff WHERE name = '이서준'")
    assert sorted(one[0] for one in told) == ["declined", "tried"]
    assert {(one[1], one[2]) for one in told} == {(first.app.ground.session.store, staff)}
    assert all(variant(BOOTS) in str(one[3]) for one in told)
    assert town.rows("SELECT product FROM refused WHERE customer = ?", MINSEO) == [(product(BOOTS),)]
    first.synced()
    for tablet in (first, second):
        assert sorted(tablet.rows(NOTED)) == [("declined",), ("tried",)]
    first.app.navigator.back()
    first.screen.click("outcome-declined")  # it was a slip
    until(lambda: "declined" not in first.app.floor.noted)
    for tablet in (first, second, first):
        tablet.synced()
    assert first.rows(NOTED) == second.rows(NOTED) == [("tried",)]
    assert town.rows("SELECT product FROM refused WHERE customer = ?", MINSEO) == []


def test_her_card_leads_to_her_and_back_into_scan_mode(town, tablets):
    tablet = tablets().synced().sign_in()
    tablet.screen.face()
    QTest.keyClick(tablet.screen.window, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    until(lambda: tablet.app.navigator.page == "floor", why="that Alt+7 leads there")
    [[loyalty]] = tablet.rows("SELECT loyalty FROM customer WHERE id = ?", MINSEO)
    tablet.screen.face()
    keys = Keyboard(tablet.screen.window)
    keys.type(loyalty)
    keys.enter()
    until(lambda: tablet.app.navigator.page == "customer" and tablet.app.cart.customer == MINSEO)
    tablet.app.navigator.back()
    beep(tablet, gtin(BOOTS))
    until(lambda: tablet.app.cart.pieces == 1)
    assert tablet.app.floor.notable and words(tablet) == ["담음"]
