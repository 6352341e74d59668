"""Scan mode by Python: modes, sounds, the list with its undo, outcomes."""

import pytest

from clienteling.contract import pieces
from clienteling.desktop.cart.viewmodel_rows import ROLES as CART_ROLES
from clienteling.desktop.clientbook import actions as clientbook
from clienteling.desktop.floor.domain import MODES
from clienteling.desktop.floor.viewmodel_rows import ROLES, SIZES
from clienteling.desktop.runtime.faults import Full
from clienteling.desktop.scanning.domain import COUPON, classify
from clienteling.desktop.scanning.domain import scan as scanned
from clienteling.desktop.suggestions import actions as suggestions
from clienteling.desktop.sync import outbox
from tests.helpers import clients, shop

COUPON_CODE = "9900000000004"


def rows(floor):
    return [dict(zip(ROLES, row, strict=True)) for row in floor.rows.rows]


def sizes(floor):
    return [dict(zip(SIZES, row, strict=True)) for row in floor.sizes.rows]


def history(db, run):
    events, _ = run(db.read(clientbook.history, clients.MINSEO, "", ""))
    return [event.what for event in events]


def test_each_outcome_of_a_scan_has_its_own_sound(floor, beep, cart, qtbot):
    assert [beep(shop.COAT_CODE), beep(shop.COAT_CODE)] == ["added", "again"]
    assert [beep(shop.UNKNOWN_CODE), beep("XQ-77-ABCD"), beep("https://shop.example")] == [
        "unknown",
        "unknown",
        "refused",
    ]
    assert beep(shop.COAT_CODE, confidence="weak") == "refused"
    qtbot.waitUntil(lambda: cart.pieces == 2)
    assert [row["word"] for row in rows(floor)] == [
        "Not taken", "Not taken", "Unknown code", "Unknown code", "One more: 2 in all", "Added",
    ]  # fmt: skip


def test_the_list_says_what_was_scanned_and_the_last_is_in_front(floor, beep):
    beep(shop.COAT_CODE)
    beep(shop.SCARF_CODE)
    first, second = rows(floor)
    assert (first["title"], first["chosen"], second["title"]) == ("Cashmere scarf", True, "Wool double coat")
    assert second["detail"] == "Camel · 55 · ₩389,000"
    assert (floor.title, floor.price, floor.product) == ("Cashmere scarf", "₩98,000", "scarf")
    floor.show(second["n"])
    assert floor.title == "Wool double coat" and not rows(floor)[0]["chosen"]


def test_one_row_takes_back_its_own_scan_once(floor, beep, cart, qtbot):
    for _ in range(3):
        beep(shop.COAT_CODE)
    beep(shop.SCARF_CODE)
    middle = rows(floor)[2]["n"]
    for _ in range(2):
        floor.undo(middle)
    qtbot.waitUntil(lambda: cart.pieces == 3)
    assert [row["undoable"] for row in rows(floor)] == [True, True, False, True]
    assert rows(floor)[2]["word"] == "Taken back"
    assert {row[0]: row[6] for row in cart.lines.rows} == {shop.COAT: 2, shop.SCARF: 1}


def test_what_left_the_cart_by_another_way_is_not_taken_back(floor, beep, cart, problems, qtbot):
    beep(shop.COAT_CODE)
    qtbot.waitUntil(lambda: cart.pieces == 1)
    cart.remove(shop.COAT)
    qtbot.waitUntil(lambda: cart.pieces == 0)
    floor.undo(rows(floor)[0]["n"])
    qtbot.waitUntil(lambda: bool(problems.told))
    assert "not in the cart any more" in str(problems.told[0])


@pytest.mark.parametrize("mode", [mode for mode in MODES if mode != "cart"])
def test_no_other_mode_touches_the_cart(floor, beep, cart, db, run, mode):
    floor.choose(MODES.index(mode))
    assert [beep(code) for code in (shop.COAT_CODE, shop.BOOTS_CODE, shop.UNKNOWN_CODE)] == [
        "found",
        "found",
        "unknown",
    ]
    assert cart.pieces == 0 and run(db.read(outbox.counts)) == (0, 0)
    assert not any(row["undoable"] for row in rows(floor))


def test_the_price_and_the_stock_of_every_size(floor, beep):
    floor.choose(MODES.index("stock"))
    beep(shop.COAT_CODE)
    assert [(one["name"], one["price"], one["here"], one["scanned"]) for one in sizes(floor)] == [
        ("Camel · 55", "₩389,000", 2, True), ("Camel · 66", "₩389,000", 0, False), ("Navy · 55", "₩399,000", 1, False),
    ]  # fmt: skip
    beep(shop.gtin14(5))
    assert [one["name"] for one in sizes(floor)] == ["Navy · 55", "Camel · 55", "Camel · 66"]
    beep(shop.SCARF_CODE)
    (scarf,) = sizes(floor)
    assert (scarf["here"], scarf["nearby"], scarf["online"], scarf["known"]) == (0, 3, 5, True)


def test_what_is_sold_by_weight_costs_what_each_piece_weighs(floor, beep, cart, db, run, qtbot):
    run(db.run(shop.tell_salt))
    known = pieces.schemes({"weight": ["21.....{NNDDD}"]})
    label = scanned(classify(shop.SALT_LABEL, schemes=known), "wedge", "")
    floor.choose(MODES.index("price"))
    assert (beep(label), floor.price, cart.pieces) == ("found", "0.482 kg: ₩5,784", 0)
    assert [one["price"] for one in sizes(floor)] == ["₩12,000 / kg"]
    beep(shop.SALT_CODE)
    assert (floor.price, rows(floor)[0]["detail"]) == ("₩12,000 / kg", "₩12,000 / kg")
    floor.choose(MODES.index("cart"))
    assert (beep(shop.SALT_CODE), beep(label)) == ("refused", "added")
    assert rows(floor)[0]["detail"] == "0.482 kg: ₩5,784" and "Weigh a piece" in rows(floor)[1]["detail"]
    qtbot.waitUntil(lambda: cart.pieces == 1 and cart.total == "₩5,784")
    assert cart.lines.rows[0][CART_ROLES.index("detail")] == "0.482 kg"


def test_offline_an_unknown_code_waits_in_the_cart_and_can_be_taken_back(floor, beep, cart, connection, qtbot):
    connection.lost(60)
    assert beep(shop.UNKNOWN_CODE) == "unknown"
    qtbot.waitUntil(lambda: cart.pieces == 1)
    assert rows(floor)[0]["word"] == "Waits for product details"
    floor.undo(rows(floor)[0]["n"])
    qtbot.waitUntil(lambda: cart.pieces == 0)


def test_how_it_went_stands_in_her_history_at_once_and_can_be_taken_back(floor, beep, db, run, qtbot):
    floor.choose(MODES.index("price"))
    beep(shop.BOOTS_CODE)
    assert floor.notable
    for outcome in ("shown", "tried", "tried", "declined"):
        floor.note(outcome)
    qtbot.waitUntil(lambda: set(floor.noted) == {"shown", "tried", "declined"})
    assert sorted(history(db, run)[:3]) == ["declined", "shown", "tried"]
    cards = run(db.read(suggestions.cards, clients.MINSEO, shop.HERE))
    assert "boots" not in [card.suggestion.product for card in cards]
    assert rows(floor)[0]["detail"] == "Black · 240 · ₩219,000 · Shown · Tried · Not for her"
    floor.note("declined")
    qtbot.waitUntil(lambda: set(floor.noted) == {"shown", "tried"})
    assert "declined" not in history(db, run)
    cards = run(db.read(suggestions.cards, clients.MINSEO, shop.HERE))
    assert "boots" in [card.suggestion.product for card in cards]


def test_a_guest_has_no_history(floor, beep, cart, db, run, qtbot):
    cart.open("")
    qtbot.waitUntil(lambda: cart.customer == "" and cart.state == "empty")
    assert beep(shop.COAT_CODE) == "added"
    floor.note("shown")
    assert not floor.notable and "shown" not in history(db, run)


def test_another_cart_begins_another_list(floor, beep, cart, qtbot):
    beep(shop.COAT_CODE)
    cart.open(clients.JANA)
    qtbot.waitUntil(lambda: floor.count == 0)
    assert floor.state == "empty"
    beep(shop.SCARF_CODE)
    assert [row["title"] for row in rows(floor)] == ["Cashmere scarf"]


def test_another_person_begins_with_the_cart_again(floor, beep, cart, session, qtbot):
    floor.choose(MODES.index("stock"))
    beep(shop.COAT_CODE)
    session.end()
    qtbot.waitUntil(lambda: floor.count == 0)
    assert floor.mode == MODES.index("cart")


def test_a_new_list_leaves_the_cart_alone(floor, beep, cart, qtbot):
    beep(shop.COAT_CODE)
    qtbot.waitUntil(lambda: cart.pieces == 1)
    floor.clear()
    assert (floor.count, floor.state, cart.pieces) == (0, "empty", 1)


def test_what_cannot_be_kept_is_refused_aloud(floor, beep, db, monkeypatch):
    async def full(*_args):
        raise Full

    monkeypatch.setattr(db, "run_with_room", full)
    assert beep(shop.COAT_CODE) == "refused"


def test_it_speaks_korean_at_once(floor, beep, language):
    beep(shop.COAT_CODE)
    language.apply("ko")
    assert (floor.title, floor.word, rows(floor)[0]["word"]) == ("울 더블 코트", "담음", "담음")
    assert language.missing == set()


def test_a_coupon_says_why_it_is_not_taken(floor, beep):
    assert beep(COUPON_CODE) == "refused"
    assert floor.reason == COUPON


def test_what_is_nobodys_business_is_not_shown(floor, beep):
    beep("WIFI:T:WPA;S:Guest;P:secret;;")
    assert rows(floor)[0]["title"] == floor.title == "Not a product"
    assert "secret" not in str(floor.rows.rows)


def test_a_code_that_should_be_known_is_reported(floor, beep, qtbot):
    told = []
    floor.reported.connect(lambda code, symbology: told.append(code))
    beep(shop.COAT_CODE)
    floor.report()
    beep("https://shop.example")
    floor.report()
    beep(shop.UNKNOWN_CODE)
    assert floor.reportable
    floor.report()
    assert told == [shop.UNKNOWN_CODE]
