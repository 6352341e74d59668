"""Icons: every one can be drawn, in its colour, and nothing else can be reached."""

from PySide6.QtCore import QSize

from clienteling.desktop.runtime.icons import IconProvider, draw


def test_every_icon_can_be_drawn(qapp, root):
    for file in (root / "resources" / "icons").glob("*.svg"):
        image = draw(file.stem, "1f5c54", 24)
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), file.name
        assert 'stroke-width="1.75"' in file.read_text(encoding="utf-8"), file.name


def test_an_icon_has_the_colour_and_the_size_that_were_asked_for(qapp):
    size = QSize()
    image = IconProvider().requestImage("circle/ff0000", size, QSize(48, 48))
    assert size == QSize(48, 48)
    strongest = max((image.pixelColor(24, y) for y in range(48)), key=lambda colour: colour.alpha())
    assert strongest.red() > 250
    assert strongest.blue() < 5


def test_no_other_file_can_be_drawn(qapp):
    assert draw("../../README", "000000", 24).isNull()
    assert draw("no-such-icon", "000000", 24).isNull()
