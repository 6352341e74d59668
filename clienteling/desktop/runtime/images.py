"""Gives a QML engine the icons and the product pictures; knows neither drawing nor decoding.

Qt's decoding thread asks a provider for its type while it holds the lock of its jobs. The first time that call goes
through Python: it waits for the interpreter, while Python may wait for that lock in any call that changes a picture.
Both would wait for ever, so the first time comes here, where Python does nothing else meanwhile.
"""

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine

from clienteling.desktop.runtime.icons import IconProvider
from clienteling.desktop.runtime.pictures import NOTHING, PictureCache, PictureProvider

_PATIENCE = 5.0
_PROBE = f'import QtQuick\nImage {{ cache: false; source: "image://picture/{NOTHING}" }}'


def provide(engine: QQmlEngine, pictures: PictureCache) -> None:
    """Answer `image://icon/...` and `image://picture/...` from now on."""
    provider = PictureProvider(pictures)
    engine.addImageProvider("icon", IconProvider())
    engine.addImageProvider("picture", provider)
    component = QQmlComponent(engine)
    component.setData(_PROBE.encode(), QUrl())
    probe = component.create()
    assert probe is not None, component.errorString()
    provider.asked.wait(_PATIENCE)
    probe.deleteLater()
