"""Runs the readers over photographs, drawn ladders and simulated video and prints who was right; `make bench-scan`."""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from clienteling.desktop.scanning.decoder import Decoder
from clienteling.desktop.scanning.frames import FrameReader
from clienteling.desktop.scanning.plan import CHOSEN, Plan
from tests.benchmarks import scan_score, scan_video
from tests.benchmarks.figures import SHARED
from tests.benchmarks.scan_ladder import Shot, empty, shots
from tests.benchmarks.scan_score import HAS_TAPIRSCAN, OURS, Scores, Tally, by_tapirscan, contenders, score
from tests.benchmarks.scan_sets import photographs
from tests.benchmarks.scan_video import LENGTH, clip, watched

PARTS = ("pictures", "ladder", "nothing", "frames", "video")
IN_HAND = ("ean13", "upca", "ean8", "code128", "qr", "gs1 data matrix")
"""What a hand shows a camera most."""


def main() -> int:
    """Print what was asked for; 1 when ours said a wrong product, or read less than the better reader alone."""
    wanted = _wanted()
    plan = msgspec.convert(tomllib.loads(wanted.plan.read_text()), Plan) if wanted.plan else CHOSEN
    failed = False
    for part in wanted.only or PARTS:
        print(f"\n{part}", flush=True)
        if part == "video":
            failed |= video(plan, 6 if wanted.quick else 32)
        elif part == "frames":
            failed |= frames(plan, 1 if wanted.quick else 2)
        else:
            failed |= stills(_shots(part, wanted), plan)
    return int(failed)


def stills(pictures: Iterable[Shot], plan: Plan) -> bool:
    """The table of a set; whether ours failed in it."""
    scores = score(pictures, contenders(plan))
    sums: Scores = {}
    for (name, _), each in scores.items():
        whole = sums.setdefault((name, "all"), {reader: Tally() for reader in each})
        for reader, tally in each.items():
            whole[reader] += tally
    lines = {key: scores[key] for key in sorted(scores)} | sums
    for (name, symbology), each in lines.items():
        print(f"{name:12} {symbology:17} " + "   ".join(_words(reader, tally) for reader, tally in each.items()))
    return any(_fails(each) for each in sums.values())


def frames(plan: Plan, seeds: int) -> bool:
    """Processor time of one frame of 1280x720 in ours, whatever is in it; whether it is too long for 30 a second."""
    reader, tally = FrameReader(Decoder(), plan), Tally()
    for shot in shots(seeds, IN_HAND):
        for _ in plan.frames:
            frame = scan_video.video_frame(shot.gray)
            tally += Tally(ms=[scan_score.timed(lambda frame=frame: reader.read(frame))[1]])
    print(f"ours: {len(tally.ms)} frames, p50 {tally.at(0.5):.1f} ms, p95 {tally.at(0.95):.1f} ms of 33")
    return tally.at(0.95) > 1000 / 30


def video(plan: Plan, many: int) -> bool:
    """How many clips each reader read within 1.8 s, how soon, and what it said wrongly; whether ours did."""
    ways = {
        "pyzbar": scan_video.alone(scan_score.by_pyzbar),
        "zxing-cpp": scan_video.alone(scan_score.by_zxing),
        **({"tapirscan": scan_video.alone(by_tapirscan("low"))} if HAS_TAPIRSCAN else {}),
        "ours": scan_video.ours(Decoder(), plan),
    }
    told: dict[tuple[int, str], Tally] = {(rate, name): Tally() for rate in (30, 15) for name in ways}
    for seed in range(many):
        film = clip(seed, IN_HAND[seed % len(IN_HAND)])
        for rate, way in told:
            seen = watched(film, rate, ways[way]())
            right, wrong = seen.text == film.expected, seen.text not in (None, film.expected)
            told[rate, way] += Tally(right, wrong, seen.text is None, [seen.after * 1000] if right else [])
    for (rate, way), tally in told.items():
        print(f"{rate} frames a second within {LENGTH} s: {_words(way, tally)} to the first correct scan")
    return any(told[rate, "ours"].wrong for rate in (30, 15))


def _shots(part: str, wanted: argparse.Namespace) -> Iterable[Shot]:
    if part == "pictures":
        return (shot for folder in wanted.pictures or [SHARED / "scans"] for shot in photographs(folder))
    if part == "nothing":
        return empty(20 if wanted.quick else 100)
    return shots(1, IN_HAND) if wanted.quick else shots(2)


def _words(reader: str, tally: Tally) -> str:
    took = f"{tally.at(0.5):4.0f} / {tally.at(0.95):4.0f} ms" if tally.ms else "   - /    - ms"
    return f"{reader} {tally.right:3} right {tally.wrong:2} wrong {tally.missed:3} missed {took}"


def _fails(each: dict[str, Tally]) -> bool:
    best = max(tally.right for reader, tally in each.items() if reader not in OURS)
    return any(each[name].wrong > 0 for name in OURS if name in each) or each["ours"].right < best


def _wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.scan_bench", description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, help="this part alone; may be said again")
    parser.add_argument(
        "--pictures", action="append", type=Path, help="a folder with expected.jsonl; may be said again"
    )
    parser.add_argument("--plan", type=Path, help="a TOML file with other steps than the app's own")
    parser.add_argument("--quick", action="store_true", help="fewer drawn pictures and clips")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
