"""The page of whom to tell by Python and by hand: central's answer, its refusals, no network, a table to take along."""

import asyncio
import csv
from pathlib import Path

import msgspec
import pytest

from clienteling.contract.v1.audience import Audience, Told
from clienteling.desktop.outreach import wire
from clienteling.desktop.outreach.viewmodel import AudienceViewModel
from clienteling.desktop.runtime.central import Refused
from tests.helpers import clients, damage

PATH = "/v1/audience/coat"
FOUND = Audience(
    "coat",
    "2026-11-21",
    [
        Told(clients.MINSEO, "김민서", ["sms", "kakao"], "again", 3, "2026-11-03"),
        Told("elsewhere", "Sofia Berg", ["email"], "regular", 2, "2026-11-02"),
    ],
)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Files for people go into the test's own folder."""
    monkeypatch.setenv("CLIENTELING_HOME", str(tmp_path))


@pytest.fixture
def audience(db, tasks, central, session, language, run):
    run(db.run(clients.open_book))
    return AudienceViewModel(db, tasks, central, session, language)


@pytest.fixture
def opened(audience, told, qtbot):
    """The list of the coat has come."""
    told.tell(PATH, msgspec.to_builtins(FOUND))
    audience.open("coat")
    wait(qtbot, audience)
    return audience


def wait(qtbot, audience, state="rows"):
    qtbot.waitUntil(lambda: audience.state == state)


def names(audience):
    return [row[1] for row in audience.rows.rows]


def test_the_likeliest_first_under_the_name_of_the_product(opened):
    assert names(opened) == ["김민서", "Sofia Berg"]
    assert (opened.name, opened.icon) == ("Wool double coat", "shirt")
    assert opened.summary.startswith("2 clients, likeliest first · purchases until ") and "21 Nov" in opened.summary


def test_central_hears_who_asks(audience, told, qtbot):
    heard = []

    def answer(request):
        heard.append((request.headers["staff"], request.url.params["limit"]))
        return msgspec.to_builtins(FOUND)

    told.tell(PATH, answer)
    audience.open("coat")
    wait(qtbot, audience)
    assert heard == [("staff-1", "50")]


def test_who_comes_back_finds_the_list_and_central_is_not_asked_again(opened, told, qtbot):
    opened.open("coat")
    assert opened.state == "rows" and len(told.asked) == 1
    told.tell("/v1/audience/scarf", msgspec.to_builtins(Audience("scarf", "2026-11-21", FOUND.people[:1])))
    opened.open("scarf")
    assert opened.state == "loading" and names(opened) == []
    qtbot.waitUntil(lambda: names(opened) == ["김민서"])
    assert opened.name == "Cashmere scarf"


def test_without_the_network_it_says_what_to_do_and_asks_again(audience, told, qtbot, problems):
    audience.open("coat")
    wait(qtbot, audience, "empty")
    assert "offline" in audience.sentence and audience.mayAsk and not audience.asking
    qtbot.waitUntil(lambda: audience.name == "Wool double coat")
    told.tell(PATH, msgspec.to_builtins(FOUND))
    audience.ask()
    assert audience.state == "loading"
    wait(qtbot, audience)
    assert problems.told == []


@pytest.mark.parametrize(
    ("status", "words", "again"),
    [
        (422, "another product", False),
        (404, "another one", False),
        (403, "your manager", True),
    ],
)
def test_what_central_refuses_is_said_in_our_words(audience, qtbot, monkeypatch, status, words, again):
    async def refuse(*_):
        raise Refused(status, "No")

    monkeypatch.setattr(wire, "ask", refuse)
    audience.open("coat")
    wait(qtbot, audience, "empty")
    assert words in audience.sentence and audience.mayAsk is again


def test_nobody_at_all_is_a_sentence_too(audience, told, qtbot):
    told.tell(PATH, msgspec.to_builtins(Audience("coat", "2026-11-21", [])))
    audience.open("coat")
    wait(qtbot, audience, "empty")
    assert "want to hear from you" in audience.sentence and audience.summary == "" and not audience.mayAsk


def test_waiting_can_be_stopped(audience, told, qtbot, monkeypatch):
    ended = []

    async def never(*_):
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(True)

    monkeypatch.setattr(wire, "ask", never)
    audience.open("coat")
    qtbot.waitUntil(lambda: audience.asking and audience.name != "")
    assert audience.state == "loading"
    audience.cancel()
    assert audience.state == "empty" and "stopped waiting" in audience.sentence and audience.mayAsk
    qtbot.waitUntil(lambda: bool(ended))


def test_who_takes_her_word_back_leaves_the_list(opened, db, run, qtbot):
    silent = msgspec.structs.replace(clients.PEOPLE[0], consents={"sms": False})
    run(db.run(lambda tx: clients.tell(tx, "customer", [silent], ver=2)))
    qtbot.waitUntil(lambda: names(opened) == ["Sofia Berg"])


def test_the_next_person_sees_nobody(opened, session, told, qtbot):
    session.end()
    wait(qtbot, opened, "empty")
    assert names(opened) == [] and opened.name == "" and len(told.asked) == 1


def test_it_speaks_the_language_of_the_screen(opened, language, qtbot):
    language.apply("ko")
    qtbot.waitUntil(lambda: opened.rows.rows[0][3].startswith("이 상품을 3번"))
    assert opened.name == "울 더블 코트" and opened.summary.startswith("고객 2명")
    assert {text for text in language.missing if not text.startswith("QT_")} == set()


def test_a_list_to_take_along(opened, qtbot):
    opened.save()
    qtbot.waitUntil(lambda: opened.saved != "")
    file = Path(opened.saved.removeprefix("Saved as "))
    assert file.name.startswith("Whom-to-tell-Wool-double-coat-2") and file.suffix == ".csv"
    with file.open(encoding="utf-8-sig", newline="") as written:
        head, first, second = csv.reader(written)
    assert head[0] == "Name" and [first[0], second[0]] == ["김민서", "Sofia Berg"]
    assert first[-2] == opened.rows.rows[0][3] and first[-1].startswith("이서준 · Tablet 1 · 20")


def test_where_nothing_can_be_written_it_says_what_to_do(opened, qtbot, tmp_path, problems):
    (tmp_path / "exports").write_text("a file where the folder should be")
    opened.save()
    qtbot.waitUntil(lambda: bool(problems.told))
    assert "Make room" in str(problems.told[0]) and opened.saved == ""


def test_a_name_opens_her_page_and_a_stranger_is_fetched(opened, show, qtbot):
    page = show("clienteling.desktop.outreach", "AudiencePage", size=(1192, 728), model=opened)
    with qtbot.waitSignal(opened.opened) as here:
        page.click("client-0")
    with qtbot.waitSignal(opened.missed) as missing:
        page.click("client-1")
    assert (here.args, missing.args) == ([clients.MINSEO], ["elsewhere"])
    page.click("save-audience")
    page.wait("saved-audience")


def test_by_hand_from_waiting_to_asking_again(audience, told, show, qtbot, monkeypatch):
    asked = wire.ask

    async def never(*_):
        await asyncio.Event().wait()

    monkeypatch.setattr(wire, "ask", never)
    audience.open("coat")
    page = show("clienteling.desktop.outreach", "AudiencePage", size=(800, 1180), model=audience)
    page.click("cancel-audience")
    qtbot.waitUntil(lambda: any("stopped waiting" in text for text in page.texts()))
    assert not page.has("save-audience") and not page.has("cancel-audience")
    monkeypatch.setattr(wire, "ask", asked)
    told.tell(PATH, msgspec.to_builtins(FOUND))
    page.click("act")
    page.wait("client-0")


def test_what_cannot_be_read_here_can_be_read_again(opened, db, show, qtbot, problems):
    page = show("clienteling.desktop.outreach", "AudiencePage", size=(1192, 728), model=opened)
    with damage.unreadable(db):
        opened.reload()
        qtbot.waitUntil(lambda: damage.UNREAD in page.texts())
    damage.try_again(page, qtbot)
    page.wait("client-0")
    assert problems.told == [damage.DAMAGED]
