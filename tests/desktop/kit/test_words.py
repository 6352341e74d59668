"""Words fit at every size of window and of text."""

import pytest
from PySide6.QtQml import QQmlProperty
from PySide6.QtTest import QTest

SIZES = [(1280, 800), (1920, 1080), (800, 1280)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_no_word_is_cut_or_smaller_than_twelve(gallery, size, scale):
    gallery.theme.setProperty("textScale", scale)
    gallery.window.resize(size[0], 2400)
    QTest.qWait(30)
    for item in gallery.items():
        if item.isVisible() and item.property("paintedHeight") is not None and item.property("text"):
            assert QQmlProperty.read(item, "font.pixelSize") >= 12
            assert item.property("paintedHeight") <= item.height() + 1, item.property("text")
            assert item.property("paintedWidth") <= item.width() + 1, item.property("text")
