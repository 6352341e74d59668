"""A client's page, by Python and by hand."""

import msgspec
import pytest

from clienteling.desktop.clientbook import viewmodel
from clienteling.desktop.clientbook.viewmodel_rows import ROLES
from clienteling.desktop.customers import actions as people
from clienteling.desktop.customers import store as customers
from clienteling.desktop.runtime.text import clock, day
from clienteling.desktop.sync import outbox
from clienteling.desktop.today import actions as visits
from tests.helpers import clients, damage, shop


@pytest.fixture
def minseo(book, qtbot):
    book.open(clients.MINSEO)
    qtbot.waitUntil(lambda: book.state == "rows" and book.historyState == "rows")
    return book


def test_the_head_says_who_she_is(minseo):
    assert (minseo.name, minseo.initials, minseo.contact) == ("김민서", "김민", "010-••••-2841")
    assert minseo.whose == "your client · last visit Tue 3 Nov"
    assert [tag["text"] for tag in minseo.tags] == ["Gold"]
    assert minseo.spend == "₩2,184,000" and minseo.says == "Minimal · 55 · 240" and minseo.does == "Coats"
    assert (minseo.stage, minseo.stageName) == (4, "Buys")
    assert minseo.stageFacts == "2 purchases"
    assert minseo.step == "Show Cashmere scarf"


def test_the_next_step_is_the_first_of_the_cards_where_she_stands(minseo, db, run, qtbot):
    scarf, _, coat = clients.SUGGESTED
    run(db.run(clients.suggest, [scarf, msgspec.structs.replace(coat, score=0.7)], ver=2))
    here = clients.visit("v-1", clients.MINSEO, clients.ago(minutes=1), zone="2F Coats")
    run(db.run(clients.tell, "visit", [here]))
    qtbot.waitUntil(lambda: minseo.step == "Show Wool double coat")


def test_her_rhythm_stands_with_what_it_follows_from(minseo, db, run, language, qtbot):
    last = day(clients.EVENTS[1].at)
    assert minseo.stands == f"New · bought on 2 days · last {last}"
    run(db.run(clients.tell, "event", [clients.bought("e8", [shop.COAT], clients.ago(days=60))]))
    qtbot.waitUntil(lambda: minseo.stands == f"Regular · usually every 13 weeks · last {last}")
    record = msgspec.structs.replace(clients.PEOPLE[0], gap=6)
    run(db.run(clients.tell, "customer", [record], ver=2))
    qtbot.waitUntil(lambda: minseo.stands.startswith("Slipping · "))
    language.apply("ko")
    qtbot.waitUntil(
        lambda: minseo.stands == f"평소보다 뜸해요 · 보통 13주마다 · 마지막 구매 {day(clients.EVENTS[1].at)}"
    )


def test_nobody_is_judged_who_does_not_want_it(minseo, db, run, qtbot):
    run(db.run(people.patch, clients.MINSEO, "staff-1", consents={"profiling": False}))
    qtbot.waitUntil(lambda: minseo.stands == "")
    assert minseo.spend, "what she bought is hers to be served by"


def test_the_history_has_words_for_everything(minseo):
    words = [(row[1], row[2]) for row in minseo.history.rows]
    assert words[0] == ("Added Leather chelsea boots to the cart", "Online")
    assert words[1] == ("Bought 2 items", "Gangnam · 이서준 · Wool double coat, Cashmere scarf")
    assert words[2] == ("Left a rating", "“9/10”")
    assert words[4][0] == "Bought 1 item"


def test_a_cancelled_purchase_says_so_and_names_no_amount(minseo, db, run, language, qtbot):
    gone = clients.bought("e9", [shop.COAT, shop.SCARF], clients.ago(minutes=1), order="o9")
    run(db.run(clients.tell, "event", [msgspec.structs.replace(gone, what="cancelled")]))
    qtbot.waitUntil(lambda: minseo.history.count == 6)
    words = dict(zip(ROLES, minseo.history.rows[0], strict=True))
    assert (words["title"], words["amount"], words["sign"]) == ("Cancelled: 2 items", "", "circle-x")
    language.apply("ko")
    qtbot.waitUntil(lambda: minseo.history.rows[0][1] == "구매 취소 2개")


def test_opening_puts_her_among_the_recent(minseo, db, run, qtbot):
    qtbot.waitUntil(lambda: [one.id for one in run(db.read(customers.recent, 10))] == [clients.MINSEO])


def test_filters_exclude_each_other_and_come_off_again(minseo, qtbot):
    minseo.filter("buy")
    qtbot.waitUntil(lambda: minseo.history.count == 2)
    minseo.filter("online")
    qtbot.waitUntil(lambda: minseo.history.count == 2 and minseo.channel == "online")
    assert minseo.phase == ""
    minseo.filter("online")
    qtbot.waitUntil(lambda: minseo.history.count == 5)
    minseo.filter("use")
    qtbot.waitUntil(lambda: minseo.history.count == 1)


def test_her_contact_is_shown_for_some_seconds_only(minseo, monkeypatch, qtbot):
    monkeypatch.setattr(viewmodel, "REVEAL_SECONDS", 0.05)
    minseo.reveal()
    assert minseo.contact == "010-1234-2841" and minseo.revealed
    qtbot.waitUntil(lambda: minseo.contact == "010-••••-2841")


def test_another_client_is_masked_again(minseo, qtbot):
    minseo.reveal()
    minseo.open(clients.JANA)
    assert not minseo.revealed
    qtbot.waitUntil(lambda: minseo.name == "Jana Lund")


def test_offline_her_page_says_as_of_when(minseo, connection):
    assert minseo.asOf == ""
    connection.lost(60)
    assert minseo.asOf == f"as of {clock(connection.last_answer.isoformat())}"


def test_a_lock_takes_her_off_the_screen(minseo, session):
    session.end()
    assert minseo.customer == "" and minseo.name == ""


def test_somebody_who_is_not_here_says_so(book, qtbot):
    book.open("nobody")
    qtbot.waitUntil(lambda: book.state == "empty")
    assert book.sentence == "This client is not on this tablet any more."


def test_a_visit_shows_on_her_page(minseo, db, run, qtbot):
    run(db.run(visits.start_visit, clients.MINSEO, shop.HERE, "staff-1", "scan"))
    qtbot.waitUntil(lambda: minseo.present)
    assert [tag["text"] for tag in minseo.tags] == ["Gold", "In store"]


@pytest.mark.parametrize("size", [(1192, 728), (800, 1130)])
def test_a_long_name_of_a_zone_pushes_nothing_off_the_page(minseo, db, run, show, qtbot, size):
    zone = "2F Coats & Boots & Scarves & Knitwear & Dresses & Jackets & Trousers & Jewellery & Watches & Perfume"
    run(db.run(clients.tell, "visit", [clients.visit("v-1", clients.MINSEO, clients.ago(minutes=1), zone=zone)]))
    qtbot.waitUntil(lambda: minseo.present)
    page = show("clienteling.desktop.clientbook", "CustomerPage", size=size, model=minseo)
    name, note = page.find("name"), page.find("note")
    assert name.width() >= name.implicitWidth()
    assert note.mapToScene(note.boundingRect().topRight()).x() <= size[0]


def test_what_sync_brings_is_shown(minseo, db, run, qtbot):
    run(db.run(clients.tell, "event", [clients.event("e9", "viewed", at=clients.ago(minutes=1))]))
    qtbot.waitUntil(lambda: minseo.history.count == 6)


def test_ten_thousand_events_come_as_she_is_scrolled(book, db, run, qtbot):
    many = [clients.event(f"x{at:04d}", at=clients.ago(days=30, seconds=at)) for at in range(1000)]
    run(db.run(clients.tell, "event", many))
    book.open(clients.MINSEO)
    qtbot.waitUntil(lambda: book.historyState == "rows")
    assert book.history.count == 50
    for pages in (2, 3):
        book.history.fetchMore(book.history.index(-1))
        qtbot.waitUntil(lambda pages=pages: book.history.count == 50 * pages)
    ids = [row[0] for row in book.history.rows]
    assert len(set(ids)) == len(ids)


def test_the_page_shows_her_and_filters(minseo, show, qtbot):
    page = show("clienteling.desktop.clientbook", "CustomerPage", size=(1192, 728), model=minseo)
    page.wait("event-0")
    assert page.find("name").property("text") == "김민서"
    page.click("filter-buy")
    qtbot.waitUntil(lambda: minseo.phase == "buy" and minseo.history.count == 2)
    page.click("reveal")
    qtbot.waitUntil(lambda: page.find("contact").property("text") == "010-1234-2841")


def test_a_card_goes_into_the_cart_beside_her(minseo, suggestions, cart, show, qtbot):
    suggestions.added.connect(cart.add)
    page = show("clienteling.desktop.clientbook", "CustomerPage", size=(1192, 728), model=minseo)
    page.click("add-0")
    qtbot.waitUntil(lambda: cart.pieces == 1 and suggestions.cards.count == 2)
    assert "Cashmere scarf" in page.texts()


def test_her_orders_are_opened_from_the_history(minseo, db, run, show, qtbot):
    run(db.run(clients.tell, "event", [clients.bought("e9", [shop.COAT], clients.ago(minutes=1), order="o-9")]))
    qtbot.waitUntil(lambda: minseo.history.count == 6)
    page = show("clienteling.desktop.clientbook", "CustomerPage", size=(1192, 1200), model=minseo)
    with qtbot.waitSignal(page.page.orderOpened) as opened:
        page.click("event-0")
    assert opened.args == ["o-9"]


def test_her_details_are_changed_by_hand(minseo, db, run, show, qtbot):
    page = show("clienteling.desktop.clientbook", "CustomerPage", size=(1192, 900), model=minseo)
    page.click("change")
    page.wait("details-save")
    assert page.find("details-phone").property("text") == "01012342841"
    page.click("details-size-bottom")
    page.type("66")
    page.click("details-consent-email")
    page.click("details-save")
    qtbot.waitUntil(lambda: not page.has("details-save"))
    (told,) = run(db.read(outbox.outstanding, "customer", clients.MINSEO))
    sizes = {"top": "55", "shoe": "240", "bottom": "66"}
    assert told.args["set"] == {"sizes": sizes, "consents": {"email": True}}
    qtbot.waitUntil(lambda: minseo.says == "Minimal · 55 · 240 · 66")


def test_details_without_a_contact_are_not_kept(minseo, show, qtbot):
    details = minseo.details
    with qtbot.waitSignal(details.ready):
        minseo.change()
    details.save("김민서", "", "", "", {}, {})
    assert details.problemText == "Enter a phone number or an e-mail address."


def test_every_sentence_has_korean_words(minseo, language, show, qtbot):
    show("clienteling.desktop.clientbook", "CustomerPage", size=(800, 1130), model=minseo)
    language.apply("ko")
    qtbot.waitUntil(lambda: minseo.history.rows[1][1] == "2개 구매")
    assert minseo.step == "캐시미어 머플러를 보여 드리세요"


def test_a_client_that_could_not_be_read_is_read_again(book, db, show, qtbot):
    page = show("clienteling.desktop.clientbook", "CustomerPage", model=book)
    with damage.unreadable(db):
        book.open(clients.MINSEO)
        qtbot.waitUntil(lambda: book.state == "error")
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: book.state == "rows" and book.name == "김민서")


def test_a_history_that_could_not_be_read_is_read_again(minseo, db, show, qtbot):
    page = show("clienteling.desktop.clientbook", "CustomerPage", model=minseo)
    with damage.unreadable(db):
        minseo.filter("buy")
        qtbot.waitUntil(lambda: minseo.historyState == "error")
    assert minseo.state == "rows"
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: minseo.historyState == "rows" and minseo.history.count == 2)


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_her_cart_that_could_not_be_read_is_read_again(minseo, cart, db, show, qtbot, size):
    page = show("clienteling.desktop.clientbook", "CustomerPage", model=minseo, size=size)
    with damage.unreadable(db):
        cart.reload()
        qtbot.waitUntil(lambda: cart.state == "error")
    if size[0] < size[1]:
        page.click("open-cart")
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: cart.state != "error")
