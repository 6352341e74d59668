"""The question "What is this code?", its answer, and the rules one can see and forget."""

import pytest

from clienteling.desktop.scanning.domain import COUPON, classify, scan
from clienteling.desktop.scanning.domain_asking import Claim, coupon_patterns
from clienteling.desktop.scanning.viewmodel_asking import AskingViewModel

CARD = "2100000000012"
COAT, MINSEO = Claim("product", "v", "Wool coat · 55", "0" + CARD), Claim("customer", "c", "김민서")


@pytest.fixture
def asking(db, tasks, session, language):
    """The view model; what goes by each code is in `asking.known`, what was decided and told is kept."""
    known = {CARD: [COAT, MINSEO]}
    coupons = coupon_patterns(["SALE-...."])
    asking = AskingViewModel(db, tasks, session, language, lambda tx, scan, _: list(known.get(scan.text, [])), coupons)
    asking.known, asking.done, asking.words = known, [], []
    asking.decided.connect(lambda scan, claim: asking.done.append((scan.kind, claim.key)))
    asking.told.connect(lambda words, back: asking.words.append((words, back)))
    return asking


def beep(asking, text, symbology="EAN13"):
    asking.weigh(scan(classify(text, symbology), "wedge", "2026-01-01T00:00:00.000Z"))


def ask(qtbot, asking, text=CARD):
    with qtbot.waitSignal(asking.asked):
        beep(asking, text)


def answer(qtbot, asking, kind):
    with qtbot.waitSignal(asking.decided):
        asking.choose([row[0] for row in asking.choices.rows].index(kind))


def test_a_code_that_fits_two_things_is_asked_about_once(asking, qtbot):
    ask(qtbot, asking)
    assert asking.done == [] and asking.code == CARD
    assert [row[:3] for row in asking.choices.rows] == [
        ("product", "Product", "Wool coat · 55"),
        ("customer", "Client", "김민서"),
    ]
    answer(qtbot, asking, "customer")
    assert asking.done == [("customer", "c")] and asking.code == ""
    asking.known["2100000000029"] = [COAT, MINSEO]
    with qtbot.assertNotEmitted(asking.asked):
        beep(asking, "2100000000029")
        qtbot.waitUntil(lambda: len(asking.done) == 2)
    assert asking.done[1] == ("customer", "c")


def test_the_rule_is_told_and_can_be_taken_back_at_once(asking, qtbot):
    ask(qtbot, asking)
    answer(qtbot, asking, "customer")
    [(words, back)] = asking.words
    assert words == "Codes of 13 characters that begin with 21: Client from now on"
    back()
    qtbot.waitUntil(lambda: asking.learned.count == 0)
    ask(qtbot, asking)


def test_another_answer_can_be_undone_to_the_one_before(asking, qtbot, run):
    ask(qtbot, asking)
    answer(qtbot, asking, "customer")
    asking.known[CARD] = [COAT, Claim("coupon", "", CARD)]
    ask(qtbot, asking)
    answer(qtbot, asking, "product")
    assert [row[2] for row in asking.learned.rows] == ["Product"]
    asking.words[-1][1]()
    qtbot.waitUntil(lambda: [row[2] for row in asking.learned.rows] == ["Client"])


def test_a_rule_can_be_forgotten_and_that_taken_back(asking, qtbot):
    ask(qtbot, asking)
    answer(qtbot, asking, "product")
    [key] = [row[0] for row in asking.learned.rows]
    asking.forget(key)
    qtbot.waitUntil(lambda: asking.learned.count == 0)
    asking.words[-1][1]()
    qtbot.waitUntil(lambda: asking.learned.count == 1)
    beep(asking, CARD)
    qtbot.waitUntil(lambda: asking.done == [("product", "v")] * 2)


def test_an_answer_not_taken_back_leaves_nothing_undone_behind(asking, qtbot):
    ask(qtbot, asking)
    answer(qtbot, asking, "product")
    asking.forget(asking.learned.rows[0][0])
    qtbot.waitUntil(lambda: len(asking.words) == 2)  # and nobody takes that back: no coroutine waits for ever


def test_unanswered_nothing_happens(asking, qtbot, session):
    ask(qtbot, asking)
    asking.dismiss()
    asking.choose(0)
    ask(qtbot, asking)
    with qtbot.waitSignal(asking.answered):
        session.end()
    assert asking.done == [] and asking.code == "" and asking.learned.count == 0


def test_the_next_scan_ends_an_older_question(asking, qtbot):
    ask(qtbot, asking)
    with qtbot.waitSignal(asking.answered):
        beep(asking, "9521234543213")
    qtbot.waitUntil(lambda: asking.done == [("product", "")])


def test_a_coupon_of_the_shops_own_says_where_it_belongs(asking, qtbot):
    with qtbot.waitSignal(asking.decided) as decided:
        beep(asking, "SALE-12AB", "QRCODE")
    assert (decided.args[0].kind, decided.args[0].reason) == ("coupon", COUPON)


def test_each_store_learns_for_itself(asking, qtbot, session):
    ask(qtbot, asking)
    answer(qtbot, asking, "customer")
    device = {"id": "device-1", "store": "store-2", "tenant": "t", "name": "Tablet 1", "code": "T1"}
    session.settle(device, "Hongdae", "KRW")
    qtbot.waitUntil(lambda: asking.learned.count == 0)
    ask(qtbot, asking)


def test_it_is_said_in_korean(asking, qtbot, language):
    language.apply("ko")
    ask(qtbot, asking)
    assert [row[1] for row in asking.choices.rows] == ["상품", "고객"]
    answer(qtbot, asking, "customer")
    assert "21" in asking.words[0][0]
    assert {text for text in language.missing if not text.startswith("QT_")} == set()


def test_the_sheet_and_the_card_are_worked_by_hand(asking, qtbot, show):
    card = show("clienteling.desktop.scanning", "RulesCard", model=asking)
    ask(qtbot, asking)
    answer(qtbot, asking, "customer")
    qtbot.waitUntil(lambda: card.has("rule-0"))
    card.page.setWidth(600)
    card.page.setHeight(300)
    card.click("forget-rule")
    qtbot.waitUntil(lambda: asking.learned.count == 0)
