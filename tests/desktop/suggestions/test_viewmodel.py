"""Suggestion cards, by Python and by hand."""

from clienteling.desktop.suggestions import viewmodel
from clienteling.desktop.suggestions.viewmodel import ROLES
from clienteling.desktop.sync import outbox
from tests.helpers import clients, damage, shop


def names(cards):
    return [row[2] for row in cards.cards.rows]


def told(run, db):
    return [one.args["product"] for one in run(db.read(outbox.outstanding, "suggestions", clients.MINSEO))]


def test_a_card_says_what_where_and_why(cards):
    card = dict(zip(ROLES, cards.cards.rows[1], strict=True))
    assert (card["name"], card["detail"], card["price"]) == ("Leather chelsea boots", "Black · 240", "₩219,000")
    assert (card["place"], card["tone"], card["sign"]) == ("Online 14", "online", "footprints")
    assert card["why"] == "Goes with Wool coat, bought before"


def test_what_lies_where_she_stands_is_said(cards, db, run, qtbot):
    here = clients.visit("v-1", clients.MINSEO, clients.ago(minutes=1), zone="2F Coats")
    run(db.run(clients.tell, "visit", [here]))
    at = ROLES.index("place")
    qtbot.waitUntil(lambda: any(row[at] == "Right here 2" for row in cards.cards.rows))
    assert {row[0] for row in cards.cards.rows if row[at].startswith("Right here")} == {"coat"}


def test_what_is_sold_by_weight_has_the_price_of_a_kilogram(cards, db, run, qtbot):
    boots = shop.Variant(shop.BOOTS, "BT-240", shop.BOOTS_CODE, 219_000, "KRW", 2, sold_by="kilogram")
    told = shop.Product("boots", "가죽 첼시 부츠", "Leather chelsea boots", "Seongsu", "Boots", [boots])
    run(db.run(shop.tell, "product", "boots", told, 2))
    qtbot.waitUntil(lambda: "₩219,000 / kg" in [row[ROLES.index("price")] for row in cards.cards.rows])


def test_a_refusal_can_be_taken_back_and_is_not_told_until_then(cards, db, run, qtbot):
    cards.refuse("boots")
    qtbot.waitUntil(lambda: names(cards) == ["Cashmere scarf", "Wool double coat"])
    assert cards.undoWords == "Leather chelsea boots will not be suggested again."
    assert told(run, db) == []
    cards.undo()
    qtbot.waitUntil(lambda: len(names(cards)) == 3)
    assert cards.undoWords == "" and told(run, db) == []


def test_a_refusal_is_told_after_some_seconds(cards, db, run, qtbot, monkeypatch):
    monkeypatch.setattr(viewmodel, "UNDO_SECONDS", 0.05)
    cards.refuse("boots")
    qtbot.waitUntil(lambda: told(run, db) == ["boots"])
    assert cards.undoWords == ""


def test_another_refusal_another_client_or_the_end_tells_it_at_once(cards, db, run, qtbot):
    cards.refuse("boots")
    cards.refuse("scarf")
    qtbot.waitUntil(lambda: told(run, db) == ["boots"])
    cards.open(clients.JANA)
    qtbot.waitUntil(lambda: told(run, db) == ["boots", "scarf"])
    qtbot.waitUntil(lambda: cards.state == "empty")
    cards.open(clients.MINSEO)
    qtbot.waitUntil(lambda: names(cards) == ["Wool double coat"])
    cards.refuse("coat")
    run(cards.close())
    assert told(run, db) == ["boots", "scarf", "coat"]


def test_cards_by_hand(cards, show, qtbot):
    page = show("clienteling.desktop.suggestions", "SuggestionCards", size=(812, 320), model=cards, title="Now")
    with qtbot.waitSignal(cards.added) as added:
        page.click("add-1")
    assert added.args == ["boots-black-240"]
    with qtbot.waitSignal(cards.asked) as asked:
        page.click("why-of-1")
    assert asked.args == [clients.MINSEO, "boots"]
    page.click("refuse-0")
    qtbot.waitUntil(lambda: names(cards) == ["Leather chelsea boots", "Wool double coat"])
    page.wait("undo-refusal")
    cards.undo()
    qtbot.waitUntil(lambda: len(names(cards)) == 3 and not page.has("undo-refusal"))


def test_korean_has_its_particles(cards, language, show, qtbot):
    show("clienteling.desktop.suggestions", "SuggestionCards", size=(812, 320), model=cards, title="")
    language.apply("ko")
    qtbot.waitUntil(lambda: names(cards)[0] == "캐시미어 머플러")
    cards.refuse("scarf")
    assert cards.undoWords == "캐시미어 머플러는 다시 추천하지 않을게요."
    assert not language.missing


def test_cards_that_could_not_be_read_are_read_again(cards, db, show, qtbot):
    page = show("clienteling.desktop.suggestions", "SuggestionCards", size=(812, 320), model=cards, title="Now")
    with damage.unreadable(db):
        cards.reload()
        qtbot.waitUntil(lambda: cards.state == "error")
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: cards.state == "rows")
    page.wait("add-0")


def test_what_stands_in_sight_for_a_while_is_seen(cards, show, qtbot):
    told = []
    cards.seen.connect(lambda customer, given: told.append((customer, given)))
    page = show("clienteling.desktop.suggestions", "SuggestionCards", model=cards, title="Now", awhile=20)
    qtbot.waitUntil(lambda: len(told) > 0)
    assert told[0] == (clients.MINSEO, [("scarf", "due"), ("boots", "together"), ("coat", "saved")])
    page.page.setVisible(False)
    told.clear()
    cards.open(clients.JANA)
    cards.see()
    assert told == [(clients.JANA, [])], "her cards are not read yet"
