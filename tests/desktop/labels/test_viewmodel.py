"""The page of labels by Python and by hand."""

import pytest
from PySide6.QtCore import QUrl

from clienteling.desktop.labels.domain import PAPERS
from clienteling.desktop.labels.viewmodel import LabelsViewModel
from clienteling.desktop.runtime import exports
from tests.helpers import clients, sheets, shop


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Files for people go into the test's own folder."""
    monkeypatch.setenv("CLIENTELING_HOME", str(tmp_path))


@pytest.fixture
def labels(db, tasks, session, language, run):
    run(db.run(shop.open_shop))
    run(db.run(clients.open_book))
    return LabelsViewModel(db, tasks, session, language)


def wait(qtbot, labels, state="rows"):
    qtbot.waitUntil(lambda: labels.state == state)


def saved(qtbot, labels):
    labels.save()
    qtbot.waitUntil(lambda: labels.saved != "")
    return labels.saved


def test_a_product_brings_all_its_sizes_one_of_each(labels, qtbot):
    labels.begin(["coat"])
    wait(qtbot, labels)
    assert [(row[1], row[2], row[4], row[5], row[6]) for row in labels.rows.rows] == [
        ("Wool double coat", "Camel · 55 · CT-1-55", "₩389,000", "Here 2", 1),
        ("Wool double coat", "Camel · 66 · CT-1-66", "₩389,000", "Here 0", 1),
        ("Wool double coat", "Navy · 55 · CT-2-55", "₩399,000", "Here 1", 1),
    ]
    assert labels.summary == "3 labels on 1 page"


def test_how_many_of_each_by_hand_or_by_what_lies_here(labels, qtbot):
    labels.begin(["coat", "scarf"])
    wait(qtbot, labels)
    labels.step(shop.COAT, 26)
    labels.step(shop.SCARF, -3)
    assert [row[6] for row in labels.rows.rows] == [27, 1, 1, 0]
    assert labels.summary == "29 labels on 2 pages"
    labels.choosePaper(1)
    assert labels.summary == "29 labels on 29 pages"
    labels.asHere()
    assert [row[6] for row in labels.rows.rows] == [2, 0, 1, 0]


def test_what_is_saved_is_what_the_page_shows(labels, qtbot, fonts, understood):
    labels.begin(["coat", "boots"])
    wait(qtbot, labels)
    labels.step(shop.BOOTS, 1)
    file = saved(qtbot, labels)
    assert file.startswith(str(exports.folder())) and "Labels-" in file
    codes = [understood(gray).gtin14 for gray in sheets.labels(file, PAPERS[0], 5)]
    assert codes == [shop.COAT_CODE, shop.gtin14(4), shop.gtin14(5), shop.BOOTS_CODE, shop.BOOTS_CODE]


def test_they_speak_the_language_of_the_store(labels, language, qtbot, fonts):
    labels.begin(["scarf"])
    wait(qtbot, labels)
    labels.step(shop.SCARF, 2)
    language.apply("ko")
    qtbot.waitUntil(lambda: labels.rows.rows[0][1] == "캐시미어 머플러")
    assert labels.rows.rows[0][6] == 3
    assert "캐시미어 머플러" in sheets.words(saved(qtbot, labels))
    assert {text for text in language.missing if not text.startswith("QT_")} == set()


def test_a_client_gets_her_card_and_somebody_without_a_code_a_sentence(labels, qtbot, fonts, understood):
    labels.begin_card(clients.MINSEO)
    wait(qtbot, labels)
    file = saved(qtbot, labels)
    assert [understood(gray).text for gray in sheets.labels(file, PAPERS[0], 1)] == ["CL00000001X"]
    assert "김민서" in sheets.words(file)
    labels.begin_card(clients.JANA)
    wait(qtbot, labels, "empty")
    assert "no loyalty code" in labels.sentence and labels.saved == ""


def test_nobody_elses_card_stays_in_view(labels, session, qtbot):
    labels.begin_card(clients.MINSEO)
    wait(qtbot, labels)
    session.end()
    wait(qtbot, labels, "empty")
    assert labels.rows.count == 0 and not labels.card


def test_many_can_be_cancelled(labels, qtbot, tmp_path, fonts):
    labels.begin(["coat"])
    wait(qtbot, labels)
    labels.step(shop.COAT, 998)
    labels.saveAs(QUrl.fromLocalFile(str(tmp_path / "mine.pdf")))
    qtbot.waitUntil(lambda: labels.progress > 0)
    assert labels.busy
    labels.cancel()
    qtbot.waitUntil(lambda: not labels.busy)
    assert labels.saved == "" and not (tmp_path / "mine.pdf").exists()


def test_where_nothing_can_be_written_it_says_what_to_do(labels, qtbot, tmp_path, problems, fonts):
    labels.begin(["coat"])
    wait(qtbot, labels)
    labels.saveAs(QUrl.fromLocalFile(str(tmp_path / "gone" / "mine.pdf")))
    qtbot.waitUntil(lambda: bool(problems.told))
    assert "another folder" in str(problems.told[0]) and not labels.busy
    (tmp_path / "exports").write_text("a file where the folder should be")
    labels.save()
    qtbot.waitUntil(lambda: len(problems.told) > 1)
    assert "Save elsewhere" in str(problems.told[1])


def test_the_page_is_worked_by_hand(labels, qtbot, show, fonts):
    labels.begin(["coat"])
    wait(qtbot, labels)
    page = show("clienteling.desktop.labels", "LabelsPage", model=labels)
    page.click("as-here")
    qtbot.waitUntil(lambda: labels.total == 3)
    page.click("more")
    qtbot.waitUntil(lambda: labels.total == 4)
    preview = page.find("preview").grabToImage()
    qtbot.waitUntil(lambda: not preview.image().isNull())
    dark = [x for x in range(preview.image().width()) if preview.image().pixelColor(x, 100).lightness() < 100]
    assert len(dark) > 20
    page.click("save-labels")
    qtbot.waitUntil(lambda: labels.saved != "")
    assert any("100 %" in text for text in page.texts())
