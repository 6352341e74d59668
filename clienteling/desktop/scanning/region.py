"""Where in a picture a code may be: the part in which light and dark change most; reads nothing."""

import numpy as np

from clienteling.desktop.scanning.gray import Gray, halved

BLOCK = 16  # pixels: narrower than any code that can be read, wider than its bars
AROUND = 2  # blocks on each side over which changes are gathered, and the quiet zone that is kept
FAINT = 0.45  # of the busiest place: what is calmer is no longer the code
WIDEST = 40  # blocks: 640 pixels
CALM = 0.25  # of the picture is surely no code
LARGE = 180_000  # pixels: a code that fills more of the picture is read as well at half its size


def busiest(gray: Gray) -> Gray:
    """The busiest part of the picture, at half its size when it is large; the whole of a small picture.

    Where it can it shares the picture's memory.
    """
    rows, columns = gray.shape[0] // BLOCK, gray.shape[1] // BLOCK
    if min(rows, columns) <= 2 * AROUND:
        return gray
    change = _gathered(_change(gray[: rows * BLOCK, : columns * BLOCK]))
    row, column = np.unravel_index(int(change.argmax()), change.shape)
    calm = np.quantile(change, CALM)  # in the dark the noise of the camera changes everywhere
    busy = change - calm > (change[row, column] - calm) * FAINT
    top, bottom = _run(busy[:, column], int(row))
    left, right = _run(busy[row, :], int(column))
    part = gray[top * BLOCK : bottom * BLOCK, left * BLOCK : right * BLOCK]
    return halved(part) if part.size > LARGE else part


def _change(gray: Gray) -> np.ndarray:
    """How much neighbours differ along every fourth row and every fourth column, summed up block by block."""
    rows, columns = gray.shape[0] // BLOCK, gray.shape[1] // BLOCK
    across = gray[::4].astype(np.int16)
    across = np.abs(np.diff(across, axis=1, append=across[:, -1:]))
    down = gray[:, ::4].astype(np.int16)
    down = np.abs(np.diff(down, axis=0, append=down[-1:]))
    along = across.reshape(rows, BLOCK // 4, columns, BLOCK).sum(axis=(1, 3), dtype=np.int32)
    return along + down.reshape(rows, BLOCK, columns, BLOCK // 4).sum(axis=(1, 3), dtype=np.int32)


def _gathered(change: np.ndarray) -> np.ndarray:
    """Each block with its neighbours: a code is busy all over, an edge is not."""
    side = 2 * AROUND + 1
    sums = np.pad(change, ((AROUND + 1, AROUND), (AROUND + 1, AROUND))).cumsum(axis=0).cumsum(axis=1)
    return sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]


def _run(busy: np.ndarray, at: int) -> tuple[int, int]:
    """From where to where it stays busy around `at`, with its margin and within the longest that is looked at."""
    first = last = at
    while first > 0 and busy[first - 1] and last - first < WIDEST:
        first -= 1
    while last < len(busy) - 1 and busy[last + 1] and last - first < WIDEST:
        last += 1
    return max(0, first - AROUND), min(len(busy), last + 1 + AROUND)
