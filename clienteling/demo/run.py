"""The command `clienteling demo`: central over a shop and the app against it; without a display the guided tour."""

import asyncio
import contextlib
import hashlib
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from platformdirs import user_cache_path

from clienteling.central.intake.domain import Unusable
from clienteling.central.intake.load import print_progress
from clienteling.demo import at_home, store
from clienteling.demo.halves import Process, Shop, prepare, running
from clienteling.demo.hands import Missed
from clienteling.demo.tour import Plan, Tour, plan
from clienteling.desktop import start
from clienteling.desktop.app import App, build
from clienteling.desktop.runtime import paths
from clienteling.desktop.runtime.config import Config
from clienteling.desktop.runtime.display import has_display
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.runtime.loop import Loop
from clienteling.desktop.vault.unlock import unlock

SHOTS = Path("shots") / "tour"
ADDRESS = "address"
TERMINATED = 128 + signal.SIGTERM


def main(shop: Path | None, tour: bool, shots: Path | None) -> int:
    """Open the demo; 0, or 1 with a sentence about what went wrong."""
    folder = shop or paths.resources() / "sample"
    try:
        if tour or not has_display():
            return _tour(folder, shots or SHOTS)
        return _open(folder)
    except (Unusable, Missed) as error:
        print(error, file=sys.stderr)
        return 1


def web(shop: Path | None) -> int:
    """A client of the demo that runs over this shop puts something into her cart online; 1 when none runs."""
    folder = shop or paths.resources() / "sample"
    address = _home(folder) / ADDRESS
    if not address.exists():
        print("No demo runs over this shop. Start one with `clienteling demo`.", file=sys.stderr)
        return 1
    try:
        customer = plan(folder).customer
    except Missed as missed:
        print(missed, file=sys.stderr)
        return 1
    taken = prepare(folder, _home(folder), print_progress)
    code = asyncio.run(at_home.fill(taken, address.read_text(encoding="utf-8"), customer))
    print(f"{store.text(taken, store.NAME, customer)} put {code} into her cart online. Open her page to see it there.")
    return 0


def _home(folder: Path) -> Path:
    """Where the demo of a shop keeps its data from one start to the next."""
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]
    return user_cache_path("clienteling-demo", appauthor=False) / name


def _open(folder: Path) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # central ends too, whenever it comes
    home = _home(folder)
    shop = prepare(folder, home, print_progress)
    os.environ["CLIENTELING_HOME"] = str(home / "tablet")
    with running(shop) as url, _told(home / ADDRESS, url):
        print(f"Central answers at {url}/docs. PINs are in {folder / 'staff.csv'}.")
        print("`clienteling web` in another terminal lets a client put something into her cart online.", flush=True)
        return start.run(*_opened(url, shop))


def _opened(url: str, shop: Shop) -> tuple[Config, Key]:
    """The settings of the demo's tablet and the key of its store, which lies in a file: its people are invented."""
    settings = Config(url, shop.tablets[0], "file")
    return settings, unlock(settings, paths.data())


@contextlib.contextmanager
def _told(file: Path, url: str) -> Iterator[None]:
    """The address of central stands in a file while it runs."""
    file.write_text(url, encoding="utf-8")
    try:
        yield
    finally:
        file.unlink(missing_ok=True)


def _tour(folder: Path, shots: Path) -> int:
    os.environ["QT_QPA_PLATFORM"], os.environ["QT_QUICK_BACKEND"] = "offscreen", "software"
    shutil.rmtree(shots, ignore_errors=True)
    shots.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="clienteling-tour-") as home:
        shop, wanted = prepare(folder, Path(home), print_progress), plan(folder)
        os.environ["CLIENTELING_HOME"] = str(Path(home) / "tablet")
        central = Process(shop)
        central.start()
        try:
            return _walk(wanted, shop, central, shots)
        finally:
            central.stop()


async def _whole(app: App, tour: Tour) -> None:
    await start.start(app)
    await tour.run(print)


def _walk(wanted: Plan, shop: Shop, central: Process, shots: Path) -> int:
    loop = Loop(start.prepare_qt())
    asyncio.set_event_loop(loop)
    app = build(*_opened(central.url, shop))
    engine, window = start.open_window(app)
    tour = Tour(app, window, central, shop, wanted, shots)
    bugs: list[str] = []
    app.ground.problems.crashed.connect(bugs.append)
    try:
        loop.run_until_complete(_whole(app, tour))
    except Missed as missed:
        print(f"The tour failed: {missed}. Pictures are in {shots}.", file=sys.stderr)
        return 1
    finally:
        loop.run_until_complete(start.stop(app))
        start.close(engine, window, loop)
    if bugs:
        print(f"The tour met a bug:\n{bugs[0]}", file=sys.stderr)
        return 1
    print(f"The tour is done. Pictures are in {shots}.")
    return 0
