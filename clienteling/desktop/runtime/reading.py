"""How the reading of a list stands: not yet read, failed or known; knows nothing of what is read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Reading:
    """What a list shows is loading, error, empty or rows; `told` is called when a reading began, failed or ended."""

    def __init__(self, told: Callable[[], object]) -> None:
        self._told, self._stands = told, "loading"

    def begin(self) -> None:
        """Nothing of what stood there counts any more: it is being read anew."""
        self._stand("loading")

    def done(self) -> None:
        """It is known now."""
        self._stand("known")

    def fail(self) -> None:
        """It could not be read; told each time, since the words around it may be in another language now."""
        self._stands = "error"
        self._told()

    @contextmanager
    def watched(self) -> Iterator[None]:
        """What is raised in here, a Problem or a bug, fails the reading and goes on to whoever tells it."""
        try:
            yield
        except Exception:
            self.fail()
            raise

    def state(self, count: int) -> str:
        """What a list of so many rows shows, in the words of the kit's ListState."""
        if self._stands != "known":
            return self._stands
        return "rows" if count else "empty"

    def _stand(self, stands: str) -> None:
        if stands != self._stands:
            self._stands = stands
            self._told()
