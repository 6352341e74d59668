"""Whole stories by the keyboard alone, from the sign-in to a note that is redacted, each proved where it is kept."""

from clienteling.contract.ids import cart_of
from clienteling.contract.v1.sync import Answer
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.notes import actions as notes
from clienteling.desktop.notes.domain import Reader
from clienteling.desktop.sync import outbox
from tests.helpers.keyboard import HELD, KEY
from tests.helpers.screen import until
from tests.helpers.shop_folder import GANGNAM, MINSEO, SEONGSU, gtin, made, product, variant
from tests.helpers.ways import find, sign_in

COAT, BOOTS = 1, 3


def _add_typed(tablet, keys, n):
    """Find a product by its typed code and put it into the cart."""
    keys.press(KEY.Key_3, HELD.AltModifier)
    keys.write("/")
    keys.write(gtin(n))
    until(lambda: [row[0] for row in tablet.app.catalog.products.rows] == [product(n)], why="to be found")
    keys.arrow(KEY.Key_Down, f"product-{product(n)}")
    keys.press(KEY.Key_Return)
    pieces = tablet.app.cart.pieces
    keys.choose("add")
    until(lambda: tablet.app.cart.pieces == pieces + 1, why="to lie in the cart")


def test_the_arrows_lead_to_a_tile_and_digitssign_in(begun):
    tablet, keys = begun
    keys.tab("staff-윤도현")
    keys.arrow(KEY.Key_Right, "staff-한소라")
    keys.arrow(KEY.Key_Left, "staff-이서준")
    keys.press(KEY.Key_Return)
    keys.write("28410")
    keys.press(KEY.Key_Backspace)
    keys.write("00")
    until(lambda: tablet.app.ground.session.staff_name == "이서준", why="to sign in")


def test_first_sounds_and_an_arrow_open_her_page(signed):
    tablet, keys = signed
    find(tablet, keys, "ㄱㅁㅅ", MINSEO)
    assert tablet.rows("SELECT customer FROM customer_seen WHERE opened_at <> ''") == [(MINSEO,)]
    keys.tab("reveal")
    keys.press(KEY.Key_Escape)
    until(lambda: tablet.app.navigator.page == "clients", why="to be back")
    assert any(name.startswith("client-") for name in keys.at) and keys.seen


def test_a_cart_is_filled_changed_and_taken_back(town, signed):
    tablet, keys = signed
    find(tablet, keys, "ㄱㅁㅅ", MINSEO)
    _add_typed(tablet, keys, COAT)
    _add_typed(tablet, keys, BOOTS)
    keys.press(KEY.Key_4, HELD.AltModifier)
    keys.tab("more")
    keys.press(KEY.Key_Space)
    until(lambda: tablet.cart() == {variant(COAT): 2, variant(BOOTS): 1}, why="to be two")
    keys.tab("fewer", back=True)
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_Return)
    until(lambda: tablet.cart() == {variant(BOOTS): 1}, why="to be taken out")
    keys.choose("undo-strip")
    until(lambda: tablet.cart() == {variant(COAT): 1, variant(BOOTS): 1}, why="to be back")
    tablet.synced()
    lines = town.rows("SELECT id, quantity FROM cart_line WHERE cart = ? AND quantity > 0", cart_of(MINSEO))
    assert dict(lines) == tablet.cart()


def test_an_order_goes_out_two_ways(town, signed):
    tablet, keys = signed
    find(tablet, keys, "ㄱㅁㅅ", MINSEO)
    tablet.scan(gtin(COAT), gtin(BOOTS))
    keys.choose("checkout")
    until(lambda: tablet.app.navigator.page == "cart")
    _way(keys, COAT, rights=1)
    _way(keys, BOOTS, rights=2)
    keys.choose(f"pickup-{variant(BOOTS)}")
    keys.choose(f"store-{SEONGSU}")
    _new_address(tablet, keys, "서울숲길 9")
    keys.choose("address-0")
    keys.choose("paylink")
    keys.choose("send")
    until(lambda: tablet.app.cart.checkout.receipt != "", why="to be kept")
    number = tablet.app.cart.checkout.receipt
    assert keys.at[0] == "done" and keys.seen
    keys.press(KEY.Key_Return)
    until(lambda: tablet.app.cart.checkout.receipt == "")
    tablet.synced()
    [(order, method, address)] = town.rows("SELECT id, method, address FROM orders WHERE number = ?", number)
    assert method == "paylink" and "테헤란로" in str(address)
    lines = town.rows('SELECT variant, fulfilment, pickup_store FROM order_line WHERE "order" = ?', order)
    assert sorted(lines) == [(variant(COAT), "ship", None), (variant(BOOTS), "pickup", SEONGSU)]
    kept = town.one("SELECT addresses FROM customer WHERE id = ?", MINSEO)
    assert "서울숲길 9" in str(kept)


def _way(keys, n, rights):
    """Go along the three ways of a line and take one."""
    keys.tab(f"way-{variant(n)}")
    for _ in range(rights):
        keys.press(KEY.Key_Right)
    keys.press(KEY.Key_Return)


def _new_address(tablet, keys, line):
    keys.choose("newAddress")
    assert "address-recipient" in keys.at
    for name, words in (("address-postcode", "04766"), ("address-city", "서울"), ("address-line1", line)):
        keys.tab(name)
        keys.write(words)
    keys.choose("saveAddress")
    until(lambda: len(tablet.app.cart.checkout.addresses.rows) == 2, why="to stand in her book")
    assert "newAddress" in keys.at and keys.seen


def test_notes_are_written_and_found(town, signed):
    tablet, keys = signed
    for words, alone in (("Looks for a burgundy handbag.", False), ("Pays late.", True)):
        _write_note(tablet, keys, words, alone)
    tablet.synced()
    told = town.rows(
        "SELECT v.text, n.visibility FROM note n JOIN note_version v ON v.note = n.id ORDER BY n.visibility"
    )
    assert dict(told) == {"Pays late.": "private", "Looks for a burgundy handbag.": "team"}
    keys.press(KEY.Key_6, HELD.AltModifier)
    keys.write("/")
    keys.write("burgundy")
    until(lambda: tablet.app.notes.list.count == 1, why="to be found")
    [note] = [row[0] for row in tablet.app.notes.list.rows]
    keys.arrow(KEY.Key_Down, f"note-{note}")
    keys.press(KEY.Key_Return)
    keys.tab("rewordNote")


def _write_note(tablet, keys, words, alone):
    """On her page, and back on it afterwards."""
    if tablet.app.navigator.page != "customer":
        find(tablet, keys, "ㄱㅁㅅ", MINSEO)
        keys.choose("note")
    keys.choose("addNote")
    assert "noteText" in keys.at
    keys.write(words)
    if alone:
        keys.tab("notePrivate")
        keys.press(KEY.Key_Space)
    keys.choose("saveNote")
    until(lambda: not tablet.screen.has("noteText"), why="that the sheet closes")
    assert "addNote" in keys.at and keys.seen


def test_a_manager_decides_over_three_notes(town, begun):
    tablet, keys = sign_in(*begun, "이서준")
    for words in ("키가 작으세요", "건강이 안 좋으세요", "코트를 찾으세요"):
        tablet.do(notes.write, Reader(made(5, 1), "associate", GANGNAM), MINSEO, words, False)
    keys.choose("rail-lock")
    sign_in(tablet, keys, "한소라")
    keys.press(KEY.Key_6, HELD.AltModifier)
    _decide(tablet, keys, "approve", "")
    _decide(tablet, keys, "askReword", "치수로 적어 주세요")
    _decide(tablet, keys, "redact", "건강 이야기는 적지 않아요")
    tablet.synced()
    reviewed = dict(town.rows("SELECT review, reason FROM note"))
    assert reviewed == {"approved": "", "reword": "치수로 적어 주세요", "redacted": "건강 이야기는 적지 않아요"}


def _decide(tablet, keys, verdict, reason):
    waiting = tablet.app.notes.toReview
    keys.choose(verdict)
    if reason:
        assert "reason" in keys.at
        keys.write(reason)
        keys.choose("confirmDecision")
    until(lambda: tablet.app.notes.toReview == waiting - 1, why="to be reviewed")


def test_what_central_refused_is_sent_again(town, signed):
    tablet, keys = signed
    tablet.lose_network()
    tablet.do(customers.patch, MINSEO, made(5, 1), phone="+821099998888")
    [[n]] = tablet.rows("SELECT max(n) FROM outbox")
    tablet.do(outbox.settle, n, "rejected", Answer("", 422, title="Not now."))
    tablet.find_network()
    keys.choose("sync-chip")
    keys.choose("decide")
    keys.choose("resend")
    until(lambda: not tablet.screen.has("resend"), why="that the sheet closes")
    tablet.synced()
    assert town.one("SELECT phone FROM customer WHERE id = ?", MINSEO) == "+821099998888"


def test_language_and_theme_are_chosen(signed):
    tablet, keys = signed
    keys.choose("rail-me")
    keys.tab("language")
    keys.press(KEY.Key_Right)
    keys.press(KEY.Key_Return)
    until(lambda: tablet.screen.sees("Settings"), why="to be English")
    keys.tab("theme")
    keys.press(KEY.Key_Right)
    keys.press(KEY.Key_Right)
    keys.press(KEY.Key_Space)
    until(lambda: tablet.app.preferences.dark, why="to be dark")
    assert dict(tablet.rows("SELECT name, value FROM setting")) == {"language": "en", "theme": "dark"}
