"""The managers' page of suggestions, by Python and by hand."""

import msgspec

from clienteling.contract.v1.reasons import Reasons
from clienteling.contract.v1.suggestions import REASONS
from clienteling.desktop.reasons import viewmodel
from clienteling.desktop.reasons.viewmodel import NIGHT_ROLES, ROLES
from clienteling.desktop.signin.domain import Person
from clienteling.desktop.sync import outbox
from tests.desktop.reasons.conftest import RECORD, arrive
from tests.helpers import clients, damage, shop

ITEMS = [("scarf", "due"), ("boots", "together")]


def row(reasons, place):
    return dict(zip(ROLES, reasons.rows.rows[place], strict=True))


def counted(reasons, db, run, qtbot):
    run(db.run(arrive))
    qtbot.waitUntil(lambda: reasons.state == "rows")


def told(run, db):
    return [item.operation for item in run(db.read(outbox.items))]


def test_nothing_is_counted_before_the_first_night(reasons, language, qtbot):
    reasons.reload()
    qtbot.waitUntil(lambda: reasons.state == "empty")
    assert reasons.sentence.startswith("Nothing is counted yet.")
    language.apply("ko")
    assert reasons.sentence.startswith("아직 집계한 것이 없어요.")


def test_what_became_of_each_reason(reasons, db, run, qtbot):
    counted(reasons, db, run, qtbot)
    due, viewed = row(reasons, 0), row(reasons, 1)
    assert [due[name] for name in ROLES[1:7]] == ["Due again about now", "200", "30", "24", "2", "20.0%"]
    assert due["earlier"] == "four weeks before: 100 shown, 15.0% taken" and due["retired"] == ""
    assert (viewed["name"], viewed["share"], viewed["earlier"]) == ("Seen online lately", "0.0%", "")
    assert viewed["retired"].endswith(": of 520 shown, 9 were taken.")


def test_every_reason_has_its_name(language):
    language.apply("ko")
    for reason in REASONS:
        assert viewmodel._name(reason) != reason
    assert not language.missing
    assert viewmodel._name("of tomorrow") == "of tomorrow", "a newer central's own word"


def test_by_what_the_lists_are_made_and_how_it_went(reasons, db, run, qtbot):
    counted(reasons, db, run, qtbot)
    assert reasons.way == "What was learned from this shop's purchases"
    assert reasons.since.startswith("in use since ")
    assert [(one["ours"], one["plain"]) for one in reasons.scores] == [("26.0", "24.0"), ("5.0", "2.0")]
    assert reasons.verdict.endswith("so it is used. Judged on the last four weeks of 64 clients.")
    nights = [dict(zip(NIGHT_ROLES, one, strict=True)) for one in reasons.nights.rows]
    assert [(night["used"], night["ours"]) for night in nights] == [(False, 0.2 / 0.26), (True, 1)]
    assert nights[1]["words"].endswith(": learned 26.0, plain rules 24.0")


def test_what_drifted_or_cannot_be_read_is_said(reasons, db, run, qtbot):
    usual = [msgspec.structs.replace(RECORD.nights[0], at=f"2026-11-1{n}T18:20:00.000Z", ours=0.3) for n in range(5)]
    drifted = msgspec.structs.replace(RECORD, nights=[RECORD.nights[0], *usual], way="plain", since="")
    run(db.run(arrive, drifted))
    qtbot.waitUntil(lambda: reasons.state == "rows")
    assert reasons.drift == "The next purchase is foretold less well than usual: 26.0 instead of 30.0."
    assert reasons.verdict.startswith("What was learned was better, but cannot be read.")
    run(db.run(arrive, RECORD, 2))
    qtbot.waitUntil(lambda: reasons.drift == "")


def test_a_shop_of_which_nothing_could_be_learned(reasons, db, run, qtbot):
    run(db.run(arrive, Reasons(shop.HERE, clients.ago(hours=3), [], "plain", "", [])))
    qtbot.waitUntil(lambda: reasons.state == "rows")
    assert reasons.way.startswith("The plain rules") and reasons.since == ""
    assert reasons.scores == [] and reasons.verdict.startswith("Nothing was learned yet.")


def test_a_manager_uses_a_reason_again(reasons, db, run, show, qtbot):
    counted(reasons, db, run, qtbot)
    page = show("clienteling.desktop.reasons", "ReasonsPage", model=reasons)
    page.wait("retired-viewed").acted.emit()
    qtbot.waitUntil(lambda: row(reasons, 1)["retired"] == "")
    assert row(reasons, 1)["restored"].startswith("used again since ")
    assert [fact.kind for fact in told(run, db)] == ["reasons.restored"]


def test_an_associate_sees_none_of_it(reasons, session, db, run, qtbot):
    counted(reasons, db, run, qtbot)
    session.begin(Person("staff-1", "이서준", "associate", shop.HERE, ""))
    qtbot.waitUntil(lambda: reasons.state == "empty")
    assert reasons.rows.count == 0 and reasons.sentence.startswith("Managers of the store")
    reasons.restore("viewed")
    qtbot.waitUntil(lambda: len(run(db.read(outbox.items))) == 0)


def test_what_was_told_of_today_is_not_told_again(reasons, db, run, qtbot, monkeypatch):
    reasons.note_shown(clients.MINSEO, ITEMS)
    reasons.note_shown(clients.MINSEO, ITEMS)
    reasons.note_shown(clients.MINSEO, [*ITEMS, ("coat", "saved")])
    reasons.note_shown(clients.JANA, ITEMS)
    qtbot.waitUntil(lambda: len(told(run, db)) == 3)
    assert sorted(len(fact.args["items"]) for fact in told(run, db)) == [1, 2, 2]
    monkeypatch.setattr(viewmodel, "now", lambda: "2031-01-01T00:00:00.000Z")
    reasons.note_shown(clients.MINSEO, ITEMS)
    qtbot.waitUntil(lambda: len(told(run, db)) == 4)


def test_korean_and_a_page_that_could_not_be_read(reasons, db, run, language, show, qtbot):
    counted(reasons, db, run, qtbot)
    page = show("clienteling.desktop.reasons", "ReasonsPage", size=(800, 1280), model=reasons)
    language.apply("ko")
    qtbot.waitUntil(lambda: row(reasons, 0)["name"] == "다시 살 때가 된 상품")
    assert not language.missing
    with damage.unreadable(db):
        reasons.reload()
        qtbot.waitUntil(lambda: reasons.state == "error")
    page.click("retry")
    qtbot.waitUntil(lambda: reasons.state == "rows")
