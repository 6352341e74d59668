"""What a seed means: how many tablets, how much work, what goes wrong and when; knows neither half."""

from __future__ import annotations

from random import Random

from tests.faults.histories import deeds
from tests.faults.histories.network import Weather
from tests.faults.histories.seams import CHANCE

TROUBLE = {
    "crash": 10, "night": 4, "central": 8, "before": 5, "after": 5, "unknown": 3, "refused": 3, "clock": 4, "cut": 10,
    "compact": 8, "backup": 3, "restore": 3,
}  # fmt: skip


class Plan:
    """Drawn from the seed at once, so that a change in one choice leaves the others as they were."""

    def __init__(self, rng: Random) -> None:
        self.seed = rng.getrandbits(64)
        self.tablets = rng.choices((1, 2, 3, 4, 5), (42, 38, 13, 4, 3))[0]
        self.work = rng.choice((2, 3, 3, 4, 5, 6, 11))
        self.asgi = rng.random() < 0.01
        self.empty = rng.random() < 0.04
        self.page = rng.choice((2, 5, 200, 200, 200))
        self.nudged = rng.choice((0.0, 0.5, 1.0))
        self.quick = rng.choice((0.05, 1.0, 8.0, 30.0))
        self.central_skew = 0.0
        self.weather = _weather(rng)
        span = self.work * 220
        count = rng.choice((0, 1, 2, 3, 5))
        self.troubles = [
            (rng.randrange(40, span), rng.choices(list(TROUBLE), list(TROUBLE.values()))[0], rng.random())
            for _ in range(count)
        ]
        usual, weights = zip(*deeds.USUAL, strict=True)
        self._usual = usual
        self._weights = [weight * rng.choice((0, 1, 1, 3)) for weight in weights]
        if not any(self._weights):
            self._weights = list(weights)

    def deed(self) -> deeds.Deed:
        """What somebody does next."""
        return CHANCE.choices(self._usual, self._weights)[0]

    def pause(self) -> float:
        """Until the next thing."""
        return CHANCE.random() * self.quick


def _weather(rng: Random) -> Weather:
    kind = rng.random()
    if kind < 0.2:
        return Weather(slow=rng.choice((0.0, 0.05, 1.0)))
    worst = 0.1 if kind < 0.6 else 0.35
    chances = {name: rng.random() * worst * (rng.random() < 0.6) for name in _KINDS}
    return Weather(**chances, slow=rng.choice((0.01, 0.2, 4.0)))


_KINDS = ("lost", "late", "twice", "unanswered", "strange", "torn")
