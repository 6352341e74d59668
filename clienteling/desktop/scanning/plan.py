"""Which reader looks at which view of a picture, in which order: data, chosen by `make bench-scan`."""

from typing import Literal

import msgspec

View = Literal[
    "full", "half", "region", "region doubled", "three quarters", "one and a half", "evened", "evened half",
    "negative", "turned 15", "turned 45",
]  # fmt: skip


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One look: a reader, a view, whether light bars on dark count too, and when in a turn it is worth its time."""

    reader: Literal["zbar", "zxing"]
    view: View
    inverted: bool = False
    when: Literal["always", "seen", "unseen"] = "always"


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The looks at a picture file, and those at the frames of a camera.

    `picture` is climbed until a code may be believed or `budget` seconds are over; `frames` are turns: each frame takes
    the steps of the next turn, a step that waits for `seen` only as a witness of what this frame showed already. No
    frame of at most `small` pixels is made smaller.
    """

    picture: tuple[Step, ...]
    frames: tuple[tuple[Step, ...], ...]
    budget: float = 0.24
    small: int = 640


CHOSEN = Plan(
    picture=(
        Step("zxing", "region"),
        Step("zbar", "region"),
        Step("zbar", "half"),
        Step("zxing", "half"),
        Step("zxing", "full", inverted=True),
        Step("zxing", "region doubled"),
        Step("zbar", "region doubled"),
        Step("zbar", "full"),
        Step("zbar", "three quarters"),
        Step("zxing", "three quarters"),
        Step("zxing", "turned 45"),
        Step("zbar", "one and a half"),
        Step("zxing", "one and a half"),
        Step("zbar", "turned 45"),
        Step("zbar", "evened"),
        Step("zbar", "negative"),
        Step("zxing", "negative"),
        Step("zbar", "turned 15"),
    ),
    frames=(
        (Step("zxing", "region"), Step("zbar", "region")),
        (Step("zbar", "half"), Step("zxing", "half", inverted=True), Step("zbar", "evened half", when="unseen")),
        (Step("zxing", "region"), Step("zbar", "region")),
        (Step("zxing", "full"),),
        (Step("zxing", "region doubled"), Step("zbar", "region doubled", when="seen")),
    ),
)
"""The best of what `make bench-scan` tried; --plan FILE tries another."""
