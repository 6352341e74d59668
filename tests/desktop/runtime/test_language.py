"""Catalogues, plurals, and the switch while the app runs."""

from babel.messages.pofile import read_po
from PySide6.QtCore import QCoreApplication, QLocale

from clienteling.desktop.runtime.language import Translator, load
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


def test_plurals_follow_the_number():
    english = Translator("en", {"%n items": ("%n item", "%n items")})
    assert english.translate("", "%n items", None, 1) == "%n item"
    assert english.translate("", "%n items", None, 3) == "%n items"
    korean = Translator("ko", {"%n items": ("%n개",)})
    assert korean.translate("", "%n items", None, 3) == "%n개"


def test_what_has_no_translation_is_shown_as_written_and_noted():
    korean = Translator("ko", {})
    assert korean.translate("", "Unknown") == "Unknown"
    assert korean.missing == {"Unknown"}


def test_the_switch_changes_words_and_numbers_at_once(language):
    told = []
    language.changed.connect(lambda: told.append(say("Cart")))
    language.apply("ko")
    assert QLocale().language() == QLocale.Language.Korean
    language.apply("ko")
    language.apply("en")
    assert told == ["장바구니", "Cart"]
    assert QCoreApplication.translate("say", "Cart") == "Cart"


def test_every_catalogue_of_ours_can_be_read(root):
    for file in (root / "resources" / "translations").rglob("*.po"):
        with file.open("rb") as stream:
            for message in read_po(stream):
                assert message.string or not message.id, (file, message.id)
