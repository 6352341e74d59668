"""The cart on the screen, by Python and by hand."""

import msgspec
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from clienteling.contract.v1.cart import Cart, CartLine
from clienteling.desktop.cart.viewmodel_rows import ROLES
from clienteling.desktop.orders import store as orders
from clienteling.desktop.sync import outbox
from tests.desktop.cart.conftest import nobody, tell_person
from tests.helpers import damage, shop


def rows(cart):
    return [dict(zip(ROLES, row, strict=True)) for row in cart.lines.rows]


def filled(cart, qtbot, *variants):
    for variant in variants:
        before = cart.pieces
        cart.add(variant)
        qtbot.waitUntil(lambda before=before: cart.pieces == before + 1)


def test_a_scan_reaches_the_screen(cart, scan, qtbot):
    cart.scanned(scan(shop.COAT_CODE))
    qtbot.waitUntil(lambda: cart.pieces == 1)
    (row,) = rows(cart)
    assert (row["title"], row["detail"], row["price"]) == ("Wool double coat", "Camel · 55", "₩389,000")
    assert row["stock"] == "here 2" and row["fresh"] == 1 and cart.total == "₩389,000"


def test_what_can_be_undone_is_said_anew_in_another_language(cart, qtbot, language):
    filled(cart, qtbot, shop.COAT)
    qtbot.waitUntil(lambda: cart.undo.words == "Wool double coat is in the cart")
    language.apply("ko")
    assert "울 더블 코트" in cart.undo.words


def test_a_second_scan_counts_up_and_is_fresh_again(cart, scan, qtbot):
    for count in (1, 2):
        cart.scanned(scan(shop.COAT_CODE))
        qtbot.waitUntil(lambda count=count: cart.pieces == count and rows(cart)[0]["fresh"] == count)
    assert rows(cart)[0]["price"] == "₩778,000"


def test_a_weak_scan_stays_out_and_says_so(cart, scan, problems, qtbot):
    cart.scanned(scan(shop.COAT_CODE, "weak"))
    qtbot.waitUntil(lambda: bool(problems.told))
    assert "Scan it once more" in str(problems.told[0]) and cart.pieces == 0


def test_an_unknown_code_is_a_problem_online_and_a_line_offline(cart, scan, problems, connection, qtbot):
    cart.scanned(scan(shop.UNKNOWN_CODE))
    qtbot.waitUntil(lambda: bool(problems.told))
    connection.lost(60)
    cart.scanned(scan(shop.UNKNOWN_CODE))
    qtbot.waitUntil(lambda: cart.pieces == 1)
    assert rows(cart)[0]["title"] == "Waits for the catalogue"
    assert "stay in the cart" in cart.checkout.waiting or "stays in the cart" in cart.checkout.waiting
    assert not cart.checkout.maySend


def test_offline_an_unknown_code_that_may_be_misread_is_not_kept(cart, scan, problems, connection, qtbot):
    connection.lost(60)
    cart.scanned(scan(shop.UNKNOWN_CODE, "likely"))
    qtbot.waitUntil(lambda: bool(problems.told))
    assert "type its digits" in str(problems.told[0]) and cart.pieces == 0
    cart.scanned(scan(shop.COAT_CODE, "likely"))
    qtbot.waitUntil(lambda: cart.pieces == 1)


def test_the_catalogue_that_arrives_resolves_the_line(cart, scan, connection, db, run, qtbot):
    connection.lost(60)
    cart.scanned(scan(shop.UNKNOWN_CODE))
    qtbot.waitUntil(lambda: cart.pieces == 1)
    late = shop.PRODUCTS[2]
    variant = type(late.variants[0])("late", "L", shop.UNKNOWN_CODE, 5_000, "KRW")
    product = type(late)("late", "늦은 상품", "Late product", "", "Bags", [variant])
    run(db.run(shop.tell, "product", "late", product))
    qtbot.waitUntil(lambda: [row["title"] for row in rows(cart)] == ["Late product"])


def test_lines_stand_in_groups_with_the_day(cart, qtbot):
    filled(cart, qtbot, shop.BOOTS, shop.COAT)
    assert [row["section"].split("\t")[0] for row in rows(cart)] == ["Take now", "Ship to her"]
    assert rows(cart)[1]["promise"] and rows(cart)[1]["stock"] == "here 0 · warehouse 14"


def test_changes_can_be_undone(cart, qtbot):
    filled(cart, qtbot, shop.COAT)
    cart.step(shop.COAT, 1)
    qtbot.waitUntil(lambda: cart.pieces == 2 and cart.undo.words == "1 more")
    cart.undo.undo()
    qtbot.waitUntil(lambda: cart.pieces == 1)
    cart.remove(shop.COAT)
    qtbot.waitUntil(lambda: cart.pieces == 0 and cart.undo.words == "Taken out of the cart")
    cart.undo.undo()
    qtbot.waitUntil(lambda: cart.pieces == 1)
    assert cart.undo.words == ""


def test_her_web_cart_joins(cart, db, run, qtbot):
    filled(cart, qtbot, shop.COAT)
    line = CartLine(shop.BOOTS, 2, 219_000, "KRW", variant=shop.BOOTS, fulfilment="ship", source="online")
    run(db.run(shop.tell, "cart", cart.cart, Cart(cart.cart, shop.HERE, [line], customer=shop.MINSEO)))
    qtbot.waitUntil(lambda: cart.pieces == 3)
    assert cart.online == 2


def test_a_price_that_changed_is_shown_and_taken_over_by_hand(cart, db, run, qtbot):
    filled(cart, qtbot, shop.SCARF)
    product = shop.PRODUCTS[2]
    dearer = msgspec.structs.replace(product.variants[0], price=105_000, price_version=2)
    run(db.run(shop.tell, "product", "scarf", msgspec.structs.replace(product, variants=[dearer]), 2))
    qtbot.waitUntil(lambda: rows(cart)[0]["dearer"] == "Now ₩105,000")
    assert cart.total == "₩98,000"
    cart.quoteAnew(shop.SCARF)
    qtbot.waitUntil(lambda: cart.total == "₩105,000")


def test_locking_clears_the_client_from_view_and_loses_nothing(cart, held, qtbot):
    filled(cart, qtbot, shop.COAT)
    held.end()
    qtbot.waitUntil(lambda: cart.customer == "" and cart.state == "empty")
    held.staff = "staff-2"
    held.changed.emit()
    cart.open(shop.MINSEO)
    qtbot.waitUntil(lambda: cart.pieces == 1)


def test_an_order_is_confirmed_only_with_its_number(cart, qtbot, db, run):
    filled(cart, qtbot, shop.COAT, shop.BOOTS)
    assert cart.checkout.receipt == ""
    with qtbot.waitSignal(cart.sent) as told:
        cart.send()
    assert cart.checkout.receipt == "T1-000001" == told.args[1]
    assert run(db.read(orders.order, told.args[0])).total == 608_000
    qtbot.waitUntil(lambda: cart.pieces == 0)
    cart.checkout.dismiss()
    assert cart.checkout.receipt == ""


def test_shipping_needs_an_address(cart, qtbot, db, run):
    run(db.run(tell_person, nobody()))
    filled(cart, qtbot, shop.BOOTS)
    qtbot.waitUntil(lambda: cart.checkout.problem != "")
    assert not cart.checkout.maySend
    assert cart.checkout.problem == "Shipping needs an address. Write one down, or choose pick-up."
    cart.setWay(shop.BOOTS, 2)
    qtbot.waitUntil(lambda: cart.checkout.maySend)


def test_a_guest_cannot_be_shipped_to(cart, qtbot):
    cart.open("")
    filled(cart, qtbot, shop.BOOTS)
    assert "A guest has no address book" in cart.checkout.problem


def test_an_address_is_written_down_at_the_checkout_and_told_with_her_order(cart, qtbot, db, run, show):
    run(db.run(tell_person, nobody()))
    filled(cart, qtbot, shop.BOOTS)
    page = show("clienteling.desktop.cart", "CartPage", size=(1180, 780), model=cart)
    page.click("newAddress")
    page.wait("address-line1")
    assert not page.find("saveAddress").isEnabled()
    for field, words in (("city", "서울"), ("line1", "서초대로 77길 12"), ("postcode", "06611")):
        page.find(f"address-{field}").setProperty("text", words)
    page.click("saveAddress")
    qtbot.waitUntil(lambda: cart.checkout.maySend)
    [told] = run(db.read(outbox.outstanding, "customer", shop.MINSEO))
    assert told.args["address"]["recipient"] == "김민서"
    with qtbot.waitSignal(cart.sent):
        cart.send()


def test_her_address_shows_no_door(cart, qtbot):
    filled(cart, qtbot, shop.BOOTS)
    assert cart.subtitle == "ships to 서울 서초대로 77길 06••• South Korea · cart shared with web and app"


def test_a_lost_commit_keeps_the_draft_so_that_no_second_order_is_made(cart, qtbot, problems, db, run, monkeypatch):
    filled(cart, qtbot, shop.COAT)
    place, told = cart._place, []

    def place_and_fail_to_say_so(tx, *args):
        told.append(args[0])
        if len(told) == 1:
            raise problems_module().Problem("This was not kept. Try again.")
        return place(tx, *args)

    monkeypatch.setattr(cart, "_place", place_and_fail_to_say_so)
    cart.send()
    qtbot.waitUntil(lambda: bool(problems.told) and not cart.checkout.busy)
    with qtbot.waitSignal(cart.sent):
        cart.send()
    assert len(set(told)) == 1


def problems_module():
    from clienteling.desktop.runtime import problems

    return problems


def placed(db, run):
    items = run(db.read(outbox.items))
    return [item for item in items if item.operation.kind == "order.placed"]


def test_ten_taps_make_one_order(cart, show, qtbot, db, run):
    filled(cart, qtbot, shop.COAT)
    window = show("clienteling.desktop.cart", "CartPage", size=(1192, 728), model=cart)
    button = window.wait("send")
    spot = button.mapToScene(button.boundingRect().center()).toPoint()
    for _ in range(10):
        QTest.mouseClick(window.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    window.wait("receipt")
    assert window.find("receipt").property("text") == "T1-000001"
    assert len(placed(db, run)) == 1


def test_the_whole_way_by_hand(cart, show, qtbot, db, run):
    filled(cart, qtbot, shop.COAT, shop.SCARF)
    window = show("clienteling.desktop.cart", "CartPage", size=(1192, 728), model=cart)
    segment = window.find("way-" + shop.SCARF)
    segment.chosen.emit(2)
    window.click("pickup-" + shop.SCARF)
    window.click("store-" + shop.HERE)
    qtbot.waitUntil(lambda: rows(cart)[1]["place"] == "Gangnam")
    window.click("paylink")
    window.click("send")
    window.wait("receipt")
    (fact,) = placed(db, run)
    assert fact.operation.args["method"] == "paylink"
    assert {line["pickup_store"] for line in fact.operation.args["lines"]} == {None, shop.HERE}
    window.click("done")
    qtbot.waitUntil(lambda: not window.has("receipt"))


def test_offline_the_strip_says_that_the_order_is_provisional(cart, show, qtbot, connection):
    filled(cart, qtbot, shop.BOOTS)
    window = show("clienteling.desktop.cart", "CartPage", size=(1192, 728), model=cart)
    connection.lost(60)
    qtbot.waitUntil(lambda: window.has("offline"))
    window.click("send")
    window.wait("receipt")
    assert cart.checkout.provisional


@pytest.mark.parametrize("size", [(332, 728), (420, 900)])
def test_the_column_leads_to_the_checkout(cart, show, qtbot, size):
    filled(cart, qtbot, shop.COAT, shop.BOOTS)
    window = show("clienteling.desktop.cart", "CartColumn", size=size, model=cart)
    with qtbot.waitSignal(window.page.checkoutWanted):
        window.click("checkout")
    assert window.find("total").property("text") == "₩608,000"


def test_in_portrait_the_bar_opens_the_cart(cart, show, qtbot):
    filled(cart, qtbot, shop.COAT)
    window = show("clienteling.desktop.cart", "CartBar", size=(800, 76), model=cart)
    assert window.has("open-cart")


def test_a_scanned_line_slides_in_and_stays(cart, scan, show, qtbot):
    filled(cart, qtbot, shop.SCARF)
    window = show("clienteling.desktop.cart", "CartColumn", size=(332, 728), model=cart)
    window.theme(reducedMotion=False)

    def left(line):
        return window.wait("stepper-" + line).mapToScene(QPointF()).x()

    cart.scanned(scan(shop.COAT_CODE))
    places = [left(shop.COAT)]
    qtbot.waitUntil(lambda: places.append(left(shop.COAT)) or (places[-1] == left(shop.SCARF)))
    assert places[0] > places[-1]


def test_a_cart_that_could_not_be_read_is_read_again_and_not_sent_unseen(cart, db, show, qtbot):
    page = show("clienteling.desktop.cart", "CartPage", model=cart)
    filled(cart, qtbot, shop.COAT)
    with damage.unreadable(db):
        cart.reload()
        qtbot.waitUntil(lambda: cart.state == "error")
    assert cart.total == "–" and not page.find("send").isEnabled()
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: cart.state == "rows")
    assert page.find("send").isEnabled()
