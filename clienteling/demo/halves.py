"""Central and its shop for a demo: imported once, then started as a process of its own on loopback."""

import asyncio
import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import httpx

from clienteling.central.app import build
from clienteling.central.intake.load import load
from clienteling.central.runtime.config import Config
from clienteling.central.signin import actions as signin

PATIENCE = 60.0
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Shop:
    """A shop that central holds: its database, and the tokens of its tablets and its web shop."""

    home: str
    database: str
    tablets: list[str]
    web: str


def prepare(folder: Path, home: Path, progress: Progress, store: str = "", tablets: int = 2) -> Shop:
    """Take a shop folder into a database under `home`, once; `store` (id or code) is where the tablets stand."""
    note = home / "demo.json"
    if note.exists():
        return Shop(**json.loads(note.read_text(encoding="utf-8")))
    home.mkdir(parents=True, exist_ok=True)
    database = home / "central.sqlite"
    for left in home.glob("central.sqlite*"):  # of an import that did not end, its journal too
        left.unlink()
    shop = asyncio.run(_import(folder, home, f"sqlite+aiosqlite:///{database}", progress, store, tablets))
    note.write_text(json.dumps(asdict(shop)), encoding="utf-8")
    return shop


async def _import(folder: Path, home: Path, database: str, progress: Progress, store: str, tablets: int) -> Shop:
    central = build(Config(database=database, folder=home / "files"))
    async with central.open():
        await load(central, folder, progress)
        where = store or _first_store(folder)
        tokens = [
            (await central.db.run(signin.register_device, where, f"Tablet {n}"))[1] for n in range(1, tablets + 1)
        ]
        _, web = await central.db.run(signin.register_device, where, "Web shop", "web")
    return Shop(str(home), database, tokens, web)


def _first_store(folder: Path) -> str:
    from clienteling.central.intake import files
    from clienteling.central.intake.check import rows

    for _, piece in rows("stores", files.find(folder, "stores")):
        for row in piece:
            if row[4] == "store":
                return str(row[0])
    raise LookupError(f"{folder} has no store")


class Process:
    """Central as a process of its own on a loopback port; it can be stopped and started again on the same port."""

    def __init__(self, shop: Shop) -> None:
        self._home = Path(shop.home)
        self._port = _free_port()
        self._database = shop.database
        self._process: subprocess.Popen[bytes] | None = None
        self.url = f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Start it and wait until it answers; RuntimeError when it does not."""
        settings = {"CLIENTELING_CENTRAL_FOLDER": str(self._home / "files")}
        command = [sys.executable, "-m", "clienteling", "central"]
        command += ["--database", self._database, "--port", str(self._port)]
        with (self._home / "central.log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, env=os.environ | settings)
        _await(self.url, self._process)

    def stop(self) -> None:
        """End it; whoever is connected loses the connection."""
        if self._process:
            self._process.terminate()
            self._process.wait(PATIENCE)


@contextlib.contextmanager
def running(shop: Shop) -> Iterator[str]:
    """Central over this shop; gives its address, and ends it at the end."""
    process = Process(shop)
    process.start()
    try:
        yield process.url
    finally:
        process.stop()


def _await(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError("central did not start; see central.log beside its database")
        with contextlib.suppress(httpx.HTTPError):
            if httpx.get(f"{url}/ready", trust_env=False).is_success:
                return
        time.sleep(0.05)
    raise RuntimeError("central does not answer")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
