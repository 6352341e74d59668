"""Chooses who keeps the key of this tablet's store, once, and asks nobody else from then on."""

import hmac
from collections.abc import Mapping
from pathlib import Path

import msgspec

from clienteling.desktop.runtime.config import Config
from clienteling.desktop.runtime.db import is_plain
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.vault.domain import Keeper, Refusal
from clienteling.desktop.vault.file import KeyFile, write_once
from clienteling.desktop.vault.ring import Ring
from clienteling.desktop.vault.store_plain import encrypt
from clienteling.desktop.vault.tpm import Tpm
from clienteling.desktop.vault.wire import Released

STORE = "tablet.sqlite"
CHOSEN = "tablet.keeper"
ORDER = ("tpm", "keyring", "central")
"""Who is asked where nobody was named: never the file."""


def keepers(settings: Config, folder: Path) -> dict[str, Keeper]:
    """Every place a key may be kept, by name."""
    every: tuple[Keeper, ...] = (
        Tpm(folder),
        Ring(folder),
        Released(settings.central, settings.token),
        KeyFile(folder),
    )
    return {keeper.name: keeper for keeper in every}


class Choice(msgspec.Struct, frozen=True):
    """Who keeps the key, and a mark of that key, from which it cannot be guessed but by which another is known."""

    keeper: str
    mark: str


def unlock(settings: Config, folder: Path, known: Mapping[str, Keeper] | None = None) -> Key:
    """The key of the store in this folder, made if there is neither; raises Refusal with a sentence.

    A store of an earlier version that lies open is encrypted in its place.
    """
    known = known or keepers(settings, folder)
    choice = _made_before(folder)
    key = _kept(choice, settings.key, known) if choice else _new(folder, settings.key, known)
    encrypt(folder / STORE, key)
    return key


def _new(folder: Path, wish: str, known: Mapping[str, Keeper]) -> Key:
    _check_new(folder)
    key = known[_choose(wish, known)].key(new=True)
    write_once(folder / CHOSEN, msgspec.json.encode(Choice(key.keeper, _mark(key))))
    return key


def _kept(choice: Choice, wish: str, known: Mapping[str, Keeper]) -> Key:
    if choice.keeper not in known or wish not in _agreeing(choice.keeper):
        raise Refusal(
            f"The key of this tablet is kept by '{choice.keeper}', but CLIENTELING_KEY says '{wish}'. "
            "Set it as it was when the tablet was set up."
        )
    key = known[choice.keeper].key(new=False)
    if not hmac.compare_digest(_mark(key), choice.mark):
        raise Refusal(
            f"What '{choice.keeper}' holds is another key than this store's. Nothing was changed; put the old one back."
        )
    return key


def _agreeing(keeper: str) -> tuple[str, ...]:
    # a file is used only as long as somebody says so
    return (keeper,) if keeper == KeyFile.name else (keeper, "auto")


def _made_before(folder: Path) -> Choice | None:
    file = folder / CHOSEN
    if not file.exists():
        return None
    try:
        return msgspec.json.decode(file.read_bytes(), type=Choice)
    except msgspec.DecodeError as fault:
        raise Refusal(f"{file}, which names the keeper of the key, is damaged. Put it back from a copy.") from fault


def _mark(key: Key) -> str:
    return hmac.digest(key.reveal(), b"clienteling: the mark of a key", "sha256").hex()[:16]


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
