"""Python and Qt's decoding thread never wait for each other."""

import subprocess
import sys

ENGINES = 60
"""Without care one of the first ten never ends."""
PICTURES = """
import QtQuick
Item {
    id: root
    Repeater {
        model: 30
        Image { cache: false; source: "image://picture/" + index + "?w=" + root.width }
    }
}
"""
PROGRAM = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent, QSizeF, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from clienteling.desktop.runtime.images import provide
from clienteling.desktop.runtime.pictures import PictureCache

app, pictures = QGuiApplication(sys.argv), PictureCache(Path(sys.argv[1]))
for _ in range({ENGINES}):
    engine = QQmlEngine()
    provide(engine, pictures)
    component = QQmlComponent(engine)
    component.setData({PICTURES.encode()!r}, QUrl())
    page = component.create()
    assert page, component.errorString()
    for width in range(30):
        page.setSize(QSizeF(1 + width, 1))
    app.processEvents()
    page.deleteLater()
    engine.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
print("done")
"""


def test_what_changes_a_picture_does_not_wait_for_the_decoding_thread_for_ever(tmp_path):
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == "done", done.stderr
