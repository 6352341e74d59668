"""The world's faults, told to the associate; bugs are something else and go to the log."""

from PySide6.QtCore import QObject, Signal


class Problem(Exception):
    """A fault with a sentence that says what to do; `template` is English and is the key of its translation."""

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values))
        self.template = template
        self.values = values


class Problems(QObject):
    """The one place where problems and bugs arrive on their way to the screen."""

    raised = Signal(object)
    crashed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._known: set[str] = set()

    def crash(self, trace: str) -> None:
        """Tell a bug once per distinct traceback."""
        if trace in self._known:
            return
        self._known.add(trace)
        self.crashed.emit(trace)
