"""The key sealed by this machine's TPM chip and its host secret, through systemd-creds; of use on no other machine."""

import shutil
import subprocess
from pathlib import Path

from clienteling.desktop.runtime.keys import LENGTH, Key
from clienteling.desktop.vault.domain import Refusal
from clienteling.desktop.vault.file import write_once

PATIENCE = 30
# bound to the chip, not to a state of the firmware (23 is nobody's): an update must not lock the shop out
_SEAL = ("--with-key=tpm2+host", "--tpm2-pcrs=23")


class Tpm:
    """`tablet.sealed` beside the store holds what only this machine can open again."""

    name = "tpm"

    def __init__(self, folder: Path) -> None:
        self.path = folder / "tablet.sealed"

    def able(self) -> bool:
        """Whether this machine seals and opens again; needs systemd 250, a TPM 2 and the right to use both."""
        if not shutil.which("systemd-creds"):
            return False
        try:
            return _creds("decrypt", given=_creds("encrypt", *_SEAL, given=b"trial")) == b"trial"
        except _Failed:
            return False

    def key(self, new: bool) -> Key:
        """The sealed key opened; raises Refusal where the chip is gone or is another."""
        if not self.path.exists():
            if new:
                return self._made()
            raise Refusal(f"The sealed key {self.path} is gone. Put it back from where you keep a copy.")
        try:
            raw = _creds("decrypt", given=self.path.read_bytes())
        except (_Failed, OSError) as fault:
            raise Refusal(
                "The TPM of this machine does not open the key of the store: it is switched off, was cleared, or this "
                "is another machine. Switch it on again, or set this tablet up anew; what it told central is there."
            ) from fault
        if len(raw) != LENGTH:
            raise Refusal(f"The sealed key {self.path} is damaged. Put it back from where you keep a copy.")
        return Key(raw, self.name)

    def _made(self) -> Key:
        key = Key.new(self.name)
        try:
            write_once(self.path, _creds("encrypt", *_SEAL, given=key.reveal()))
        except _Failed as fault:
            raise Refusal(
                "The TPM of this machine seals no key for the store. Check that it is switched on."
            ) from fault
        return self.key(new=False)


class _Failed(Exception):
    """systemd-creds did not do it."""


def _creds(verb: str, *options: str, given: bytes) -> bytes:
    """What systemd-creds answers; the key goes through pipes only, never through arguments or files."""
    command = ["systemd-creds", verb, "--name=clienteling", *options, "-", "-"]
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise _Failed from fault
    if done.returncode:
        raise _Failed
    return done.stdout
