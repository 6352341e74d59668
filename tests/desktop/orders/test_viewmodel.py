"""The orders screen, by Python and by hand."""

import pytest
from PySide6.QtCore import Qt

from clienteling.contract.ids import new_id
from clienteling.contract.v1.orders import Twin
from clienteling.contract.v1.sync import Answer
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.orders import actions, store
from clienteling.desktop.orders.viewmodel import ROLES, OrdersViewModel
from clienteling.desktop.runtime.text import clock
from clienteling.desktop.signin.viewmodel import Session
from clienteling.desktop.sync import push
from tests.desktop.cart.conftest import HOME, MINSEO, tell_person
from tests.desktop.orders.test_actions import record
from tests.helpers import damage, shop


@pytest.fixture
def orders(db, tasks, session, language, run, qtbot):
    run(db.run(shop.open_shop))
    run(db.run(tell_person, MINSEO))
    held = Session()
    for name, value in vars(session).items():
        setattr(held, name, value)
    orders = OrdersViewModel(db, tasks, held, language)
    orders.reload()
    qtbot.waitUntil(lambda: orders.state == "empty")
    return orders


def place(tx, *variants):
    whose = cart.whose(shop.MINSEO, shop.HERE, "staff-1")
    for variant in variants:
        cart.add(tx, whose, variant)
    return actions.place(tx, new_id(), whose, "till", HOME, "T1").order


def answer(tx, status, title=""):
    batch = push.take(tx, 100)
    of_order = {True: status, False: 200}
    answers = [
        Answer(item.operation.op, of_order[item.operation.kind.startswith("order")], ver=1, title=title)
        for item in batch
    ]
    push.settle(tx, shop.MIRRORS, batch, answers)


def tell(tx, order, ver=1, **values):
    shop.tell(tx, "order", order, record(tx, order, **values), ver)


def rows(orders):
    return [dict(zip(ROLES, row, strict=True)) for row in orders.orders.rows]


def words(orders):
    return [row["word"] for row in rows(orders)]


def test_an_empty_list_says_what_will_appear(orders):
    assert orders.sentence.startswith("Orders appear here")


def test_an_order_is_provisional_then_sent_then_accepted(orders, db, run, qtbot):
    order = run(db.run(place, shop.COAT, shop.BOOTS))
    qtbot.waitUntil(lambda: words(orders) == ["Provisional"])
    (row,) = rows(orders)
    assert (row["name"], row["number"], row["total"]) == ("김민서", "T1-000001", "₩608,000")
    run(db.run(answer, 200))
    qtbot.waitUntil(lambda: words(orders) == ["Sent"])
    run(db.run(tell, order, state="accepted"))
    qtbot.waitUntil(lambda: words(orders) == ["Accepted"])


def test_the_panel_shows_lines_their_source_and_the_steps(orders, db, run, qtbot):
    order = run(db.run(place, shop.COAT, shop.BOOTS))
    lines = run(db.read(store.lines, order))
    run(db.run(answer, 200))
    run(db.run(tell_sources, order, lines))
    orders.open(order)
    qtbot.waitUntil(lambda: orders.detail.open)
    found = orders.detail.lines.rows
    assert [row[2] for row in found] == ["Wool double coat", "Leather chelsea boots"]
    assert found[1][6] == "from Icheon warehouse" and found[1][5] == "Ship to her · Tue 24 Nov"
    assert [row[0] for row in orders.detail.steps.rows] == ["Placed", "Being packed"]
    assert orders.detail.seller == "이서준" and orders.detail.address == "김민서, 서울, 06•••, South Korea"


def test_the_panel_shows_what_a_piece_weighs(orders, db, run, qtbot):
    order = run(db.run(place_weighed))
    orders.open(order)
    qtbot.waitUntil(lambda: orders.detail.open)
    [row] = orders.detail.lines.rows
    assert (row[2], row[3], row[4]) == ("Bath salt", "0.482 kg · × 1", "₩5,784")


def place_weighed(tx):
    shop.tell_salt(tx)
    whose = cart.whose(shop.MINSEO, shop.HERE, "staff-1")
    cart.add_piece(tx, whose, shop.SALT_CODE, shop.HALF, "KRW")
    return actions.place(tx, new_id(), whose, "till", HOME, "T1").order


def tell_sources(tx, order, lines):
    from clienteling.contract.v1.orders import OrderLine

    told = [
        OrderLine(
            line.id, line.variant, line.quantity, line.price, line.fulfilment, source=source, promised="2026-11-24"
        )
        for line, source in zip(lines, (shop.HERE, shop.WAREHOUSE), strict=True)
    ]
    shop.tell(tx, "order", order, record(tx, order, state="routed", lines=told, address=HOME))


def test_a_refused_order_needs_you_and_says_what_to_do(orders, db, run, qtbot):
    order = run(db.run(place, shop.BOOTS))
    run(db.run(answer, 422, "The number is used already."))
    qtbot.waitUntil(lambda: orders.needsYou == 1)
    orders.open(order)
    qtbot.waitUntil(lambda: orders.detail.needsYou)
    assert orders.detail.sentence.startswith("The number is used already. Send it again")
    assert orders.detail.maySendAgain and not orders.detail.mayLookAgain
    orders.sendAgain()
    qtbot.waitUntil(lambda: words(orders) == ["Provisional"])


def test_a_line_without_stock_needs_you_by_line(orders, db, run, qtbot):
    order = run(db.run(place, shop.BOOTS))
    run(db.run(answer, 200))
    lines = run(db.read(store.lines, order))
    run(db.run(tell_stock, order, lines))
    orders.open(order)
    qtbot.waitUntil(lambda: orders.detail.needsYou)
    assert orders.detail.lines.rows[0][7] == "Nobody has enough of this now"
    assert orders.detail.mayLookAgain
    orders.lookAgain()
    qtbot.waitUntil(lambda: words(orders) == ["Accepted"])


@pytest.mark.parametrize(
    ("way", "line", "what"),
    [
        ("now", "Not enough of this in this store now", "choose pick-up or shipping"),
        ("ship", "Nobody has enough of this now", "look again when stock comes in"),
    ],
)
def test_the_last_piece_sold_elsewhere_says_what_can_be_done(orders, db, run, qtbot, way, line, what):
    order = run(db.run(place, shop.BOOTS))
    run(db.run(answer, 200))
    run(db.run(tell_stock, order, run(db.read(store.lines, order)), way))
    orders.open(order)
    qtbot.waitUntil(lambda: orders.detail.needsYou)
    assert orders.detail.lines.rows[0][7] == line and what in orders.detail.sentence


def tell_stock(tx, order, lines, way="ship"):
    from clienteling.contract.v1.orders import OrderLine

    told = [OrderLine(line.id, line.variant, 1, line.price, way, problem="stock") for line in lines]
    shop.tell(tx, "order", order, record(tx, order, state="attention", lines=told))


def test_groups_and_numbers_narrow_the_list(orders, db, run, qtbot):
    run(db.run(place, shop.COAT))
    second = run(db.run(place, shop.COAT))
    run(db.run(tell, second, state="ready"))
    qtbot.waitUntil(lambda: len(rows(orders)) == 2)
    orders.choose(3)
    qtbot.waitUntil(lambda: words(orders) == ["Ready"])
    orders.choose(0)
    orders.search("t1-000001")
    qtbot.waitUntil(lambda: [row["number"] for row in rows(orders)] == ["T1-000001"])
    orders.search("nothing")
    qtbot.waitUntil(lambda: orders.state == "empty")


def test_a_scanned_number_opens_its_order(orders, db, run, qtbot, problems):
    order = run(db.run(place, shop.COAT))
    orders.openNumber("t1-000001")
    qtbot.waitUntil(lambda: orders.detail.orderId == order)
    orders.openNumber("T1-999999")
    qtbot.waitUntil(lambda: bool(problems.told))


def test_hand_over_by_hand(orders, show, db, run, qtbot):
    order = run(db.run(place, shop.COAT))
    run(db.run(answer, 200))
    run(db.run(tell, order, state="ready"))
    window = show("clienteling.desktop.orders", "OrdersPage", size=(1192, 728), model=orders)
    window.click("order-T1-000001")
    window.click("hand-over")
    qtbot.waitUntil(lambda: words(orders) == ["Collected"])
    qtbot.waitUntil(lambda: not window.has("hand-over"))


def test_cancel_and_put_back_by_hand(orders, show, db, run, qtbot):
    run(db.run(place, shop.COAT))
    window = show("clienteling.desktop.orders", "OrdersPage", size=(1192, 728), model=orders)
    window.click("order-T1-000001")
    window.click("cancel")
    window.click("keep")
    window.click("cancel")
    window.click("put-back")
    qtbot.waitUntil(lambda: words(orders) == ["Cancelled"])
    hers = cart.whose(shop.MINSEO, shop.HERE, None).cart
    assert [line.id for line in run(db.read(cart.lines, hers))] == [shop.COAT]


def test_in_portrait_the_order_comes_from_below(orders, show, db, run):
    run(db.run(place, shop.COAT))
    window = show("clienteling.desktop.orders", "OrdersPage", size=(800, 1150), model=orders)
    window.click("order-T1-000001")
    assert window.wait("cancel").isVisible()


def test_a_line_leads_to_its_product_by_touch_and_key(orders, show, db, run, qtbot):
    run(db.run(place, shop.COAT))
    window = show("clienteling.desktop.orders", "OrdersPage", size=(1192, 728), model=orders)
    opened = []
    window.page.productOpened.connect(opened.append)
    window.click("order-T1-000001")
    [[product]] = run(
        db.read(lambda tx: tx.exec_driver_sql("SELECT product FROM variant WHERE id = ?", (shop.COAT,)).all())
    )
    window.click(f"line-{product}")
    window.find(f"line-{product}").forceActiveFocus()
    window.key(Qt.Key.Key_Return)
    assert opened == [product, product]


def test_orders_that_could_not_be_read_are_read_again(orders, db, run, show, qtbot):
    run(db.run(place, shop.COAT))
    page = show("clienteling.desktop.orders", "OrdersPage", model=orders)
    with damage.unreadable(db):
        orders.reload()
        qtbot.waitUntil(lambda: orders.state == "error")
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: orders.state == "rows")


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_an_order_that_could_not_be_read_is_read_again(orders, db, run, show, qtbot, size):
    order = run(db.run(place, shop.COAT))
    page = show("clienteling.desktop.orders", "OrdersPage", model=orders, size=size)
    with damage.unreadable(db):
        orders.open(order)
        qtbot.waitUntil(lambda: orders.detail.state == "error")
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: orders.detail.orderId == order and orders.detail.state == "rows")


def test_what_was_ordered_before_is_named_and_asked_about(orders, db, run, qtbot):
    order = run(db.run(place, shop.BOOTS))
    run(db.run(answer, 200))
    run(db.run(tell, order, state="attention", problem="twice", twin=Twin("o1", "G1-000007", "2026-11-20T05:32:00Z")))
    orders.open(order)
    qtbot.waitUntil(lambda: orders.detail.needsYou)
    at = clock("2026-11-20T05:32:00Z")
    assert orders.detail.sentence.startswith(f"These were ordered from the same cart at {at}: order G1-000007.")
    assert orders.detail.twice and orders.detail.mayLookAgain and orders.detail.mayCancel
    orders.lookAgain()
    qtbot.waitUntil(lambda: words(orders) == ["Accepted"])
    run(db.run(tell, order, state="accepted"))
    qtbot.waitUntil(lambda: orders.detail.sentence == "" and not orders.detail.twice)
