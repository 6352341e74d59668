"""Puts a drawn code before a simulated camera and makes it worse rung by rung; knows no reader."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
from PIL import Image, ImageFilter

from clienteling.desktop.scanning.gray import Gray
from tests.benchmarks.scan_codes import MODULE, Code, codes

SIZE = (1280, 720)


@dataclass(frozen=True)
class View:
    """How the camera sees the code: pixels a module, sigmas and noise in pixels and gray values, angles in degrees."""

    module: float = 2.6
    blur: float = 0.7
    smear: float = 0.0
    light: float = 0.85
    noise: float = 4.0
    glare: float = 0.0
    tilt: float = 6.0
    turn: float = 4.0
    at: tuple[float, float] = (0.5, 0.5)


LADDERS: dict[str, list[dict[str, float]]] = {
    "blur": [{"blur": sigma} for sigma in (0.4, 1.0, 1.4, 1.8, 2.2)],
    "smear": [{"smear": pixels} for pixels in (2, 4, 6, 9)],
    "size": [{"module": pixels} for pixels in (4.0, 2.0, 1.6, 1.3, 1.1)],
    "light": [{"light": part, "noise": 6} for part in (0.6, 0.35, 0.2, 0.12)],
    "glare": [{"glare": part} for part in (0.3, 0.5, 0.7, 0.9)],
    "perspective": [{"tilt": angle} for angle in (20, 35, 45, 55)],
    "rotation": [{"turn": angle} for angle in (15, 30, 45, 60, 90, 180)],
}


@dataclass(frozen=True)
class Shot:
    """One picture with its answer: the set it belongs to, the symbology, and every identity that is right."""

    set: str
    symbology: str
    expected: frozenset[str]
    gray: Gray


def shots(seeds: int, names: tuple[str, ...] = (), ladders: Iterable[str] = LADDERS) -> list[Shot]:
    """Every rung of the ladders with every symbology of `names` (else all), `seeds` different codes of each."""
    made = []
    for seed, name in product(range(seeds), ladders):
        rungs = LADDERS[name]
        for at, code in enumerate(codes(seed, names)):
            for rung in rungs:
                gray = seen(code, replace(View(), **rung), seed * 1000 + at)
                made.append(Shot(name, code.symbology, frozenset({code.expected}), gray))
    return made


def empty(many: int) -> list[Shot]:
    """Shelves without a code: noise, stripes and letters-like blocks, where nothing must be found."""
    made = []
    for seed in range(many):
        chance = np.random.default_rng(seed)
        gray = _shelf(chance)
        for _ in range(40):
            left, top = chance.integers(0, SIZE[0] - 120), chance.integers(0, SIZE[1] - 80)
            wide, high = chance.integers(3, 90), chance.integers(3, 60)
            stripes = chance.integers(0, 2, (1, wide)) * 190 if seed % 2 else chance.integers(0, 255)
            gray[top : top + high, left : left + wide] = stripes
        made.append(Shot("nothing", "none", frozenset(), np.clip(gray, 0, 255).astype(np.uint8)))
    return made


def seen(code: Code, view: View, seed: int) -> Gray:
    """The 1280x720 frame in which the code is seen so."""
    chance = np.random.default_rng(seed)
    frame = _shelf(chance)
    picture, mask = _placed(code.gray, view)
    frame = np.where(mask > 0, picture, frame)
    frame = _lit(frame, view)
    image = Image.fromarray(np.clip(frame, 0, 255).astype(np.uint8))
    blurred = np.asarray(image.filter(ImageFilter.GaussianBlur(view.blur)), np.float32)
    blurred = _smeared(blurred, view.smear)
    noisy = blurred + view.noise * chance.standard_normal(blurred.shape, np.float32)
    return np.clip(noisy, 0, 255).astype(np.uint8)


def _shelf(chance: np.random.Generator) -> np.ndarray:
    coarse = chance.integers(70, 190, (9, 16)).astype(np.uint8)
    return np.asarray(Image.fromarray(coarse).resize(SIZE, Image.Resampling.BICUBIC), np.float32)


def _placed(gray: Gray, view: View) -> tuple[np.ndarray, np.ndarray]:
    """The code, shrunk first so that the warp does not alias, turned and tilted, and where it covers the frame."""
    wide, high = (max(8, round(side * view.module / MODULE)) for side in gray.shape[::-1])
    image = Image.fromarray(gray).resize((wide, high), Image.Resampling.LANCZOS)
    warp = _homography(_corners(wide, high, view), [(0, 0), (wide, 0), (wide, high), (0, high)])
    flat = image.transform(SIZE, Image.Transform.PERSPECTIVE, warp, Image.Resampling.BICUBIC)
    cover = Image.new("L", (wide, high), 255).transform(SIZE, Image.Transform.PERSPECTIVE, warp)
    return np.asarray(flat, np.float32), np.asarray(cover)


def _corners(wide: float, high: float, view: View) -> list[tuple[float, float]]:
    tilt, turn = math.radians(view.tilt), math.radians(view.turn)
    far = 3.0 * max(wide, high)
    found = []
    for x, y in ((-wide, -high), (wide, -high), (wide, high), (-wide, high)):
        depth = far / (far + x / 2 * math.sin(tilt))
        flat = (x / 2 * math.cos(tilt) * depth, y / 2 * depth)
        across = flat[0] * math.cos(turn) - flat[1] * math.sin(turn)
        down = flat[0] * math.sin(turn) + flat[1] * math.cos(turn)
        found.append((across + SIZE[0] * view.at[0], down + SIZE[1] * view.at[1]))
    return found


def _homography(given: list[tuple[float, float]], wanted: list[tuple[float, float]]) -> list[float]:
    rows, answers = [], []
    for (x, y), (u, v) in zip(given, wanted, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        answers += [u, v]
    return list(np.linalg.solve(np.array(rows), np.array(answers)))


def _lit(frame: np.ndarray, view: View) -> np.ndarray:
    down, across = np.ogrid[0 : SIZE[1], 0 : SIZE[0]]
    shade = view.light * (0.8 + 0.4 * across / SIZE[0])
    if not view.glare:
        return frame * shade
    middle = SIZE[0] * (view.at[0] + 0.05), SIZE[1] * (view.at[1] - 0.02)
    spot = np.exp(-(((across - middle[0]) / 90) ** 2 + ((down - middle[1]) / 40) ** 2))
    return frame * shade + 255 * view.glare * spot


def _smeared(frame: np.ndarray, pixels: float) -> np.ndarray:
    steps = round(pixels)
    if steps < 2:
        return frame
    return np.mean([np.roll(frame, step, axis=1) for step in range(steps)], axis=0)
