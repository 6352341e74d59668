"""A picture comes late, and then is there."""

from PySide6.QtCore import Q_ARG, QBuffer, QByteArray, QMetaObject
from PySide6.QtGui import QColor, QImage


def test_a_picture_appears_when_it_arrives(gallery, pictures, qtbot):
    picture = gallery.find("picture")
    qtbot.waitUntil(lambda: picture.property("width") > 0 and not picture.property("shown"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    image.save(buffer, "PNG")
    assert pictures.store("coat", data.data())
    arrived = gallery.engine.singletonInstance("clienteling.desktop.kit", "Pictures")
    QMetaObject.invokeMethod(arrived, "arrive", Q_ARG("QString", "coat"))
    qtbot.waitUntil(lambda: picture.property("shown"))
