"""Catalogues, plurals, and the switch while the app runs."""

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from clienteling.desktop.runtime.compiled import compiled
from clienteling.desktop.runtime.language import LOCALES, load
from clienteling.desktop.runtime.text import say

PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Cart"
msgstr "{cart}"

msgid "%n item"
msgid_plural "%n items"
msgstr[0] "{one}"
"""


def test_every_part_is_read(tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "ko.po").write_text(PO.replace("{cart}", "바구니").replace("{one}", "%n개"), encoding="utf-8")
    (tmp_path / "parts" / "cart.ko.po").write_text(PO.replace("{cart}", "장바구니"), encoding="utf-8")
    words = load("ko", tmp_path)
    assert words["Cart"] == ("장바구니",)
    assert load("en", tmp_path) == {}


def asked(translator, sentence, n=-1):
    """What this translator answers, in any context."""
    return translator.translate("AnyPage", sentence, None, n)


@pytest.fixture
def speaking():
    """Qt's own translator over compiled words; Qt reads the bytes where they are."""
    kept = []

    def speak(code, words):
        translator = QTranslator()
        kept.append((translator, compiled(code, words)))
        assert translator.load(kept[-1][1])
        return translator

    return speak


def test_plurals_follow_the_number(speaking):
    english = speaking("en", {"%n items": ("%n item", "%n items"), "Cart": ("Basket",)})
    assert [asked(english, "%n items", n) for n in (0, 1, 2)] == ["%n items", "%n item", "%n items"]
    assert asked(english, "Cart") == "Basket"
    korean = speaking("ko", {"%n items": ("%n개",)})
    assert [asked(korean, "%n items", n) for n in (0, 1, 2)] == ["%n개"] * 3


def test_what_has_no_translation_is_shown_as_written_and_noted(language):
    language.apply("ko")
    assert say("Unknown") == "Unknown"
    assert say("Cart") == "장바구니"
    assert language.missing == {"Unknown"}


def test_qt_finds_every_sentence_of_every_catalogue(speaking):
    for code in LOCALES:
        words = load(code)
        translator = speaking(code, words)
        for sentence, forms in words.items():
            assert asked(translator, sentence, 1 if len(forms) > 1 else -1) == forms[0]
            assert asked(translator, sentence, 7) == forms[-1] or len(forms) == 1


def test_sentences_of_the_same_hash_are_told_apart(speaking):
    one, other = "cB", "d2"  # 16 * "c" + "B" is 16 * "d" + "2"
    translator = speaking("ko", {one: ("하나",), other: ("둘",)})
    assert (asked(translator, one), asked(translator, other)) == ("하나", "둘")


def test_no_translator_of_the_app_is_written_in_python(language):
    """QML's loader thread asks it, and waits for Python while Python may wait for the thread."""
    language.apply("ko")
    assert {type(translator) for translator, _ in language._translators.values()} == {QTranslator}


def test_the_switch_changes_words_and_numbers_at_once(language):
    told = []
    language.changed.connect(lambda: told.append(say("Cart")))
    language.apply("ko")
    assert QLocale().language() == QLocale.Language.Korean
    language.apply("ko")
    language.apply("en")
    assert told == ["장바구니", "Cart"]
    assert QCoreApplication.translate("say", "Cart") == "Cart"


def test_once_closed_it_says_nothing_any_more(language):
    language.close()
    language.apply("ko")
    assert QCoreApplication.translate("say", "Cart") == "Cart"


def test_every_catalogue_of_ours_can_be_read(root):
    for file in (root / "resources" / "translations").rglob("*.po"):
        with file.open("rb") as stream:
            for message in read_po(stream):
                assert message.string or not message.id, (file, message.id)
