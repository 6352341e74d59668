"""Chooses who keeps the key of this tablet's store, once, and asks nobody else from then on."""

from collections.abc import Mapping
from pathlib import Path

from clienteling.desktop.runtime.config import Config
from clienteling.desktop.runtime.db import is_plain
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.vault.domain import Keeper, Refusal
from clienteling.desktop.vault.file import KeyFile, write_once

STORE = "tablet.sqlite"
CHOSEN = "tablet.keeper"
ORDER: tuple[str, ...] = ()
"""Who is asked where nobody was named: never the file."""


def keepers(settings: Config, folder: Path) -> dict[str, Keeper]:
    """Every place a key may be kept, by name."""
    return {keeper.name: keeper for keeper in (KeyFile(folder),)}


def unlock(settings: Config, folder: Path, known: Mapping[str, Keeper] | None = None) -> Key:
    """The key of the store in this folder, made if there is neither; raises Refusal with a sentence."""
    known = known or keepers(settings, folder)
    chosen = _chosen(folder)
    if not chosen:
        _check_new(folder)
        name = _choose(settings.key, known)
        key = known[name].key(new=True)
        write_once(folder / CHOSEN, name.encode())
        return key
    if chosen not in known or settings.key not in _agreeing(chosen):
        raise Refusal(
            f"The key of this tablet is kept by '{chosen}', but CLIENTELING_KEY says '{settings.key}'. "
            "Set it as it was when the tablet was set up."
        )
    return known[chosen].key(new=False)


def _agreeing(chosen: str) -> tuple[str, ...]:
    # a file is used only as long as somebody says so
    return (chosen,) if chosen == KeyFile.name else (chosen, "auto")


def _chosen(folder: Path) -> str:
    file = folder / CHOSEN
    return file.read_text(encoding="utf-8").strip() if file.exists() else ""


def _check_new(folder: Path) -> None:
    store = folder / STORE
    if store.exists() and store.stat().st_size and not is_plain(store):
        raise Refusal(
            f"There is an encrypted store in {folder}, but {CHOSEN} beside it is gone, which names the keeper of its "
            "key. Put it back."
        )


def _choose(wish: str, known: Mapping[str, Keeper]) -> str:
    for name in ORDER if wish == "auto" else (wish,):
        if known[name].able():
            return name
    raise Refusal(
        "This tablet has no safe place for the key of its store. Set up a TPM or a keyring, or let central keep it; "
        "as a last resort CLIENTELING_KEY=file keeps it in a file."
    )
