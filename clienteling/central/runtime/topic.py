"""Something features may hear of without being known to whoever tells it; knows no feature and keeps nothing."""

from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Topic(Generic[P, R]):
    """Listeners are named by the composition root only and run inside the teller's transaction."""

    def __init__(self) -> None:
        self._listeners: list[Callable[P, R]] = []

    def on(self, listener: Callable[P, R]) -> None:
        """Have `listener` called at every telling; naming it twice is naming it once."""
        if listener not in self._listeners:
            self._listeners.append(listener)

    def tell(self, *args: P.args, **kw: P.kwargs) -> list[R]:
        """Call every listener in the order of their naming; what they answered."""
        return [listener(*args, **kw) for listener in self._listeners]
