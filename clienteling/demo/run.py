"""The command `clienteling demo`: central over a shop and the app against it; without a display the guided tour."""

import asyncio
import hashlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

from platformdirs import user_cache_path

from clienteling.central.intake.domain import Unusable
from clienteling.central.intake.load import print_progress
from clienteling.demo.halves import Process, Shop, prepare, running
from clienteling.demo.hands import Missed
from clienteling.demo.tour import Tour, plan
from clienteling.desktop import start
from clienteling.desktop.app import App, build
from clienteling.desktop.runtime import paths
from clienteling.desktop.runtime.config import Config
from clienteling.desktop.runtime.loop import Loop

SHOTS = Path("shots") / "tour"


def main(shop: Path | None, tour: bool, shots: Path | None) -> int:
    """Open the demo; 0, or 1 with a sentence about what went wrong."""
    folder = shop or paths.resources() / "sample"
    try:
        if tour or not _has_display():
            return _tour(folder, shots or SHOTS)
        return _open(folder)
    except Unusable as error:
        print(error, file=sys.stderr)
        return 1


def _has_display() -> bool:
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _open(folder: Path) -> int:
    home = user_cache_path("clienteling-demo", appauthor=False) / hashlib.sha256(str(folder).encode()).hexdigest()[:12]
    shop = prepare(folder, home, print_progress)
    os.environ["CLIENTELING_HOME"] = str(home / "tablet")
    with running(shop) as url:
        print(f"Central answers at {url}/docs. PINs are in {folder / 'staff.csv'}.")
        return start.run(Config(url, shop.tablets[0]))


def _tour(folder: Path, shots: Path) -> int:
    os.environ["QT_QPA_PLATFORM"], os.environ["QT_QUICK_BACKEND"] = "offscreen", "software"
    shutil.rmtree(shots, ignore_errors=True)
    shots.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="clienteling-tour-") as home:
        shop = prepare(folder, Path(home), print_progress)
        os.environ["CLIENTELING_HOME"] = str(Path(home) / "tablet")
        central = Process(shop)
        central.start()
        try:
            return _walk(folder, shop, central, shots)
        finally:
            central.stop()


async def _whole(app: App, tour: Tour) -> None:
    await start.start(app)
    await tour.run(print)


def _walk(folder: Path, shop: Shop, central: Process, shots: Path) -> int:
    loop = Loop(start.prepare_qt())
    asyncio.set_event_loop(loop)
    app = build(Config(central.url, shop.tablets[0]))
    engine, window = start.open_window(app)
    tour = Tour(app, window, central, shop, plan(folder), shots)
    try:
        loop.run_until_complete(_whole(app, tour))
    except Missed as missed:
        print(f"The tour failed: {missed}. Pictures are in {shots}.", file=sys.stderr)
        return 1
    finally:
        loop.run_until_complete(start.stop(app))
        start.close(engine, window, loop)
    print(f"The tour is done. Pictures are in {shots}.")
    return 0
