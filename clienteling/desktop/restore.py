"""Puts a backup of this tablet's store back while the app does not run; composes what must be done to it first."""

import sys
from pathlib import Path

from PySide6.QtCore import QLockFile

from clienteling.desktop.migrations.upgrade import upgrade
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.runtime import config, dumps, paths
from clienteling.desktop.runtime.db import Tx, open_engine
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.signin import store as signin
from clienteling.desktop.vault.backup import FOLDER
from clienteling.desktop.vault.domain import Refusal
from clienteling.desktop.vault.store_backup import backups, put_back
from clienteling.desktop.vault.unlock import STORE, unlock


def main(backup: Path | None) -> int:
    """The command `clienteling restore`: the newest backup or the one that is named; 1 and a sentence if it cannot."""
    dumps.forbid()
    try:
        settings, folder = config.load(), paths.data()
        lock = QLockFile(str(folder / "tablet.lock"))
        if not lock.tryLock(0):
            raise Refusal("The app runs on this tablet. Close it first.")
        chosen = backup or newest(folder)
        restore(chosen, folder / STORE, unlock(settings, folder))
    except (config.Misconfigured, Refusal) as refusal:
        print(refusal, file=sys.stderr)
        return 1
    print(f"{chosen.name} is the store of this tablet again. What stood there was set aside beside it.")
    return 0


def newest(folder: Path) -> Path:
    """The newest backup; raises Refusal where there is none."""
    there = backups(folder / FOLDER)
    if not there:
        raise Refusal(f"There is no backup in {folder / FOLDER}.")
    return there[-1]


def restore(backup: Path, store: Path, key: Key) -> None:
    """Let a backup be the store again, so that no receipt number is given out twice; raises Refusal."""
    put_back(backup, store, key, lambda part: _amend(part, key))


def _amend(part: Path, key: Key) -> None:
    engine = open_engine(part, key)
    upgrade(engine)
    with engine.begin() as tx:
        _leave_out(tx)
    engine.dispose()


def _leave_out(tx: Tx) -> None:
    if code := signin.this_device(tx).get("code"):  # one that central never greeted has printed none
        orders.leave_out_numbers(tx, code)
