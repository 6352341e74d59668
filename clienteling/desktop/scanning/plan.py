"""Which reader looks at which view of a picture, in which order: data, chosen by `make bench-scan`."""

from typing import Literal

import msgspec

View = Literal[
    "full", "half", "region", "region doubled", "three quarters", "one and a half", "evened", "evened half",
    "negative", "turned 15", "turned 45",
]  # fmt: skip


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One look: a reader, a view, whether light bars on dark count too, and when in a turn it is worth its time."""

    reader: Literal["zbar", "zxing", "tapir", "tapir deep", "tapir square", "tapir databar"]
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
    budget: float = 0.45
    small: int = 640


CHOSEN = Plan(
    picture=(
        Step("zxing", "region"),
        Step("zxing", "region doubled"),
        Step("tapir deep", "full"),
        Step("zbar", "half"),
        Step("tapir square", "region"),
        Step("tapir databar", "full"),
        Step("tapir deep", "three quarters"),
        Step("tapir square", "full"),
        Step("zbar", "turned 15"),
        Step("zxing", "turned 45"),
        Step("zxing", "full", inverted=True),
        Step("zbar", "three quarters"),
        Step("zxing", "half"),
        Step("tapir deep", "one and a half"),
        Step("zbar", "turned 45"),
        Step("zbar", "evened"),
        Step("zbar", "region doubled"),
        Step("zxing", "three quarters"),
        Step("zbar", "full"),
        Step("zbar", "one and a half"),
        Step("zbar", "region"),
        Step("zxing", "one and a half"),
        Step("zbar", "negative"),
        Step("zxing", "negative"),
    ),
    frames=(
        (Step("tapir", "full"), Step("zxing", "region"), Step("zbar", "region")),
        (
            Step("tapir", "full"),
            Step("zxing", "region doubled"),
            Step("zxing", "half", inverted=True),
            Step("zbar", "evened half", when="unseen"),
        ),
        (Step("tapir", "full"), Step("zxing", "region"), Step("zbar", "region")),
        (Step("zxing", "full"),),
        (Step("tapir", "full"), Step("zxing", "region doubled"), Step("zbar", "region doubled", when="seen")),
    ),
)
"""The best of what `make bench-scan` tried; --plan FILE tries another. The steps of a missing reader fall away."""
