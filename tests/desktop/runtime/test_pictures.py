"""Which pictures are kept, where, and what is never decoded."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QColor, QImage

from clienteling.desktop.runtime.pictures import MOST_PIXELS, PictureProvider, decode, kind


def picture(width=300, height=200, form="PNG"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, form)
    return data.data()


@pytest.mark.parametrize(("form", "name"), [("PNG", b"png"), ("JPEG", b"jpeg"), ("WEBP", b"webp"), ("BMP", None)])
def test_only_three_kinds_are_known_by_their_first_bytes(qapp, form, name):
    assert kind(picture(form=form)) == name


def test_a_picture_lies_under_a_hash_of_its_id(pictures):
    assert pictures.store("../../etc/passwd", picture())
    file = pictures.file("../../etc/passwd")
    assert file.is_file()
    assert len(file.name) == 64
    assert pictures.has("../../etc/passwd")


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n" + b"x" * 50, picture(20, 20, "BMP")])
def test_what_is_no_picture_is_not_kept(pictures, data):
    assert not pictures.store("a", data)
    assert not pictures.has("a")


def test_a_header_that_promises_too_much_is_refused_before_decoding(pictures):
    side = int(MOST_PIXELS**0.5) + 1
    bomb = picture(side, side)
    assert not pictures.store("bomb", bomb)
    assert decode(bomb, 100, 100).isNull()


def test_a_missing_picture_is_wanted_once_until_it_is_here(pictures, qtbot):
    asked, came = [], []
    pictures.wanted.connect(asked.append)
    pictures.arrived.connect(came.append)
    pictures.read("a")
    pictures.read("a")
    qtbot.waitUntil(lambda: asked == ["a"])
    assert pictures.store("a", picture())
    assert came == ["a"]
    assert pictures.revision == 1
    assert pictures.read("a") == picture()
    qtbot.wait(10)
    assert asked == ["a"]


def test_the_provider_covers_cuts_and_rounds(pictures):
    pictures.store("a b", picture(400, 200))
    size = QSize()
    image = PictureProvider(pictures).requestImage("a%20b?w=100&h=80&r=10&v=0", size, QSize())
    assert (image.width(), image.height()) == (size.width(), size.height()) == (100, 80)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(50, 40).name() == "#336699"


def test_a_missing_picture_is_one_clear_pixel(pictures):
    image = PictureProvider(pictures).requestImage("none?w=100&h=80&r=10", QSize(), QSize())
    assert (image.width(), image.height()) == (1, 1)
    assert image.pixelColor(0, 0).alpha() == 0
