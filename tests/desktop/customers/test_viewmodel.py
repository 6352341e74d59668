"""The clients screen, by Python and by hand."""

import msgspec
import pytest
from PySide6.QtCore import QMetaObject, Qt

from clienteling.contract.v1.customers import Customer
from clienteling.desktop.customers import actions, store
from clienteling.desktop.customers.viewmodel_rows import ROLES
from clienteling.desktop.sync import outbox
from tests.helpers import clients, damage, shop

MINA = Customer("mina", "강미나", shop.HONGDAE, "010-••••-1234", tier="Gold")


def names(model):
    return [row[1] for row in model.rows]


def hits(people):
    return [dict(zip(ROLES, row, strict=True)) for row in people.found.hits.rows]


@pytest.fixture
def online(told):
    told.tell(
        "/v1/customers",
        {"hits": [msgspec.to_builtins(MINA), msgspec.to_builtins(clients.PEOPLE[0])], "truncated": False},
    )
    told.tell("/v1/customers/mina/fetch", {"scope": "customer:mina"})
    return told


def test_my_clients_stand_first_then_the_stores(people, qtbot):
    qtbot.waitUntil(lambda: people.state == "rows")
    assert names(people.people) == ["김민서", "박하늘"]
    people.choose(1)
    qtbot.waitUntil(lambda: names(people.people) == ["김민서", "박하늘", "Jana Lund"])


def test_a_hit_says_enough_to_know_her_and_no_more(people, qtbot):
    people.search("ㄱㅁㅅ")
    qtbot.waitUntil(lambda: people.found.state == "rows")
    (hit,) = hits(people)
    assert hit["detail"] == "010-••••-2841 · Gangnam · your client"
    assert hit["mine"] and not hit["elsewhere"] and hit["when"] == "Tue 3 Nov"
    assert hit["consents"] == ["message-circle", "message-square"]


def test_the_latest_text_wins(people, qtbot):
    for text in ("김", "박", "jan"):
        people.search(text)
    qtbot.waitUntil(lambda: names(people.found.hits) == ["Jana Lund"])
    qtbot.wait(50)
    assert names(people.found.hits) == ["Jana Lund"]


def test_central_adds_those_who_are_not_on_this_device(people, online, qtbot):
    people.search("미나")
    qtbot.waitUntil(lambda: names(people.found.hits) == ["강미나"])
    (hit,) = hits(people)
    assert hit["elsewhere"] and hit["tags"][-1]["text"] == "Not on this device"
    assert people.found.hint == ""


def test_nobody_twice(people, online, qtbot):
    people.search("김민서")
    qtbot.waitUntil(lambda: names(people.found.hits) == ["김민서", "강미나"])


def test_offline_it_says_not_on_this_device(people, qtbot):
    people.search("nobody")
    qtbot.waitUntil(lambda: people.found.state == "empty")
    assert people.found.sentence.startswith("Not on this device.")


def test_somebody_of_another_store_is_fetched_and_then_opened(people, online, db, run, woken, qtbot):
    people.search("미나")
    qtbot.waitUntil(lambda: people.found.hits.count == 1)
    people.open("mina")
    qtbot.waitUntil(lambda: bool(woken))
    assert people.found.fetching == "mina"
    assert ("POST", "/v1/customers/mina/fetch", {}) in online.asked
    with qtbot.waitSignal(people.opened) as opened:
        run(db.run(clients.tell, "customer", [MINA], scope="customer:mina"))
    assert opened.args == ["mina"] and people.found.fetching == ""


def test_a_fetch_that_fails_says_so(people, online, problems, qtbot):
    people.search("미나")
    qtbot.waitUntil(lambda: people.found.hits.count == 1)
    del online.answers["/v1/customers/mina/fetch"]
    people.open("mina")
    qtbot.waitUntil(lambda: bool(problems.told))
    assert people.found.fetching == ""


def test_a_loyalty_card_opens_her(people, qtbot):
    here = []
    people.recognised.connect(here.append)
    with qtbot.waitSignal(people.opened) as opened:
        people.scanned("CL00000001X")
    assert opened.args == here == [clients.MINSEO]
    with qtbot.waitSignal(people.unknown) as unknown:
        people.scanned("CL00000009X")
    assert unknown.args == ["CL00000009X"]


def test_enter_opens_the_first_of_those_found(people, qtbot):
    people.accept()
    people.search("ㄱㅁㅅ")
    qtbot.waitUntil(lambda: people.found.hits.count == 1)
    with qtbot.waitSignal(people.opened) as opened:
        people.accept()
    assert opened.args == [clients.MINSEO]


def test_the_opened_ones_are_remembered(people, qtbot):
    people.remember(clients.JANA)
    qtbot.waitUntil(lambda: names(people.recent) == ["Jana Lund"])


def test_the_sheet_begins_with_what_was_typed(people):
    people.search("010 9999")
    assert (people.newClient.name, people.newClient.phone) == ("", "010 9999")
    people.search("최유진")
    assert people.newClient.name == "최유진"


def test_what_is_missing_for_a_new_client_follows_the_language(people, language, qtbot):
    people.newClient.create("최유진", "", "", True)
    with qtbot.waitSignal(people.newClient.changed):
        language.apply("ko")
    assert people.newClient.problemText == "전화번호나 이메일을 입력해 주세요."


def test_a_new_client_by_hand(people, db, run, show, qtbot):
    page = show("clienteling.desktop.customers", "ClientsPage", size=(1192, 728), model=people)
    people.search("최유진")
    page.click("new-client")
    page.wait("create")
    assert page.find("new-name").property("text") == "최유진"
    qtbot.waitUntil(lambda: page.view.activeFocusItem() is not None)
    page.click("create")
    assert people.newClient.problemField == "phone"
    page.click("new-phone")
    page.type("01098765432")
    page.click("create")
    assert people.newClient.problemText == "Show the privacy notice first."
    page.click("new-notice")
    with qtbot.waitSignal(people.opened) as opened:
        page.click("create")
    person = run(db.read(actions.person, opened.args[0]))
    assert (person.name, person.phone, person.pending) == ("최유진", "01098765432", True)
    assert run(db.read(outbox.counts)) == (1, 0)
    qtbot.waitUntil(lambda: not page.has("create"))


def test_a_client_is_opened_from_the_list_by_touch_and_key(people, show, qtbot):
    page = show("clienteling.desktop.customers", "ClientsPage", size=(1192, 728), model=people)
    with qtbot.waitSignal(people.opened) as opened:
        page.click("client-1")
    assert opened.args == [clients.HANEUL]
    page.find("client-0").forceActiveFocus()
    with qtbot.waitSignal(people.opened) as opened:
        page.key(Qt.Key.Key_Return)
    assert opened.args == [clients.MINSEO]


def test_ten_thousand_clients_are_never_all_made(people, db, run, show, qtbot):
    many = [Customer(f"c{at:05d}", f"김{at}", shop.HERE, last_visit=f"2025-01-{at % 28 + 1:02d}") for at in range(2000)]
    run(db.run(clients.tell, "customer", many))
    people.choose(2)
    qtbot.waitUntil(lambda: people.people.count == 50)
    page = show("clienteling.desktop.customers", "ClientsPage", size=(1192, 728), model=people)
    page.wait("client-0")
    assert page.find("people").property("count") == 50
    QMetaObject.invokeMethod(page.find("people"), "positionViewAtEnd")
    qtbot.waitUntil(lambda: people.people.count == 100)
    assert len(run(db.read(store.listed, "", "", 0, 5000))) == 2003


def test_every_sentence_has_korean_words(people, language, show, qtbot):
    show("clienteling.desktop.customers", "ClientsPage", size=(800, 1130), model=people)
    language.apply("ko")
    people.search("없는 사람")
    qtbot.waitUntil(lambda: people.found.state == "empty")
    assert people.found.sentence == "이 기기에는 없어요. 다시 연결되면 다른 매장에서도 찾아 드려요."
    assert not language.missing


def test_people_that_could_not_be_read_are_read_again(people, db, show, qtbot):
    page = show("clienteling.desktop.customers", "ClientsPage", model=people)
    with damage.unreadable(db):
        people.choose(1)
        qtbot.waitUntil(lambda: people.state == "error")
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: people.state == "rows" and people.people.count == 3)


def test_a_search_that_failed_is_made_again(people, db, show, qtbot):
    page = show("clienteling.desktop.customers", "ClientsPage", model=people)
    with damage.unreadable(db):
        people.search("ㄱㅁㅅ")
        qtbot.waitUntil(lambda: people.found.state == "error")
    damage.try_again(page, qtbot)
    qtbot.waitUntil(lambda: people.found.state == "rows" and names(people.found.hits) == ["김민서"])


def test_a_search_that_failed_is_forgotten_with_its_words(people, db, qtbot):
    with damage.unreadable(db):
        people.search("ㄱㅁㅅ")
        qtbot.waitUntil(lambda: people.found.state == "error")
    people.search("jan")
    assert people.found.state == "loading"
    qtbot.waitUntil(lambda: names(people.found.hits) == ["Jana Lund"])


def test_what_was_found_elsewhere_and_could_not_be_read_hides_nobody(people, online, qtbot, problems, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(store, "people", damage.fail)
        people.search("ㄱㅁㅅ")
        qtbot.waitUntil(lambda: bool(problems.told))
        assert people.found.state == "rows"
        people.search("미나")
        qtbot.waitUntil(lambda: people.found.state == "error")
    people.found.retry()
    qtbot.waitUntil(lambda: people.found.state == "rows" and names(people.found.hits) == ["강미나"])
