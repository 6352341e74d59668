"""How often what must be seen before it is believed: data, from what was measured; knows no picture and no code.

A right check digit proves nothing: a reader makes the same mistake again and again, and the views of one picture and
the frames of one moment are not witnesses independent of each other. What ends a mistake is a reader of another build,
one that is known to be careful, and in the end the catalogue.
"""

import msgspec

CAREFUL = frozenset({"tapir"})
"""No false product and no false Code 128 in 1,252 photographs, three in 2,808 frames of video."""
GOOD_QUALITY = 10
"""Scan lines of zbar that agreed."""
NEVER = 0


class Alone(msgspec.Struct, frozen=True):
    """In how many looks one build alone, with nothing against it, must see a code; `NEVER`: it needs another build.

    A careful reader; of retail codes another that saw it well, and one that saw it faintly or counts no lines; any of
    `other` codes with a check of their own, as Code 128.
    """

    careful: int
    well: int
    faint: int
    other: int = 2

    def enough(self, careful: bool, well: bool, retail: bool, looks: int) -> bool:
        """Whether so many looks of one build are enough."""
        needed = self.careful if careful else self.other if not retail else self.well if well else self.faint
        return needed != NEVER and looks >= needed


STILL = Alone(careful=1, well=NEVER, faint=NEVER)
"""A picture is there once, and its maker may have chosen it."""
STILL_WITHOUT = Alone(careful=NEVER, well=2, faint=3)
"""Where no careful reader is at hand: other views of the picture are better than nothing."""
MOVING = Alone(careful=2, well=2, faint=3)
"""Frames of a camera, which differ a little from each other."""
