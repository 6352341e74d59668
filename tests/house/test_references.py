"""PySide6 gives back the references it takes: 6.12.0 on CPython 3.11 did not, and the app died after minutes."""

import sys

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

STARTS = 500
# other threads and the interpreter itself move these counts a little
NOISE = STARTS // 10


class _Bell(QObject):
    rung = Signal(object)


def test_timer_starts_and_emits_keep_their_references(qapp):
    bell, timer = _Bell(), QTimer()
    timer.setInterval(10_000)
    bell.rung.connect(lambda _value: None)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(STARTS):
        timer.start()
        timer.setSingleShot(True)
        bell.rung.emit(None)
        bell.rung.emit(True)
    timer.stop()
    QCoreApplication.processEvents()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert before[0] - after[0] < NOISE
    assert before[1] - after[1] < NOISE
