"""A real keyring and a real (software) TPM for a test, each with a home of its own; need `setup.sh --tests`."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT

NO_TPM = "swtpm:host=localhost,port=9"
NO_BUS = "unix:path=/nonexistent"
PATIENCE = 20.0


def start(folder: Path, wish: str = "auto", central: str = "http://127.0.0.1:9", token: str = "token", words=(), **env):
    """Open the store in a process of its own, as the app's start does; without a keyring or a TPM unless given."""
    command = [sys.executable, "-m", "tests.helpers.opening", str(folder), wish, central, token, *words]
    around = os.environ | {"SYSTEMD_TPM2_DEVICE": NO_TPM, "DBUS_SESSION_BUS_ADDRESS": NO_BUS} | env
    return subprocess.run(command, cwd=ROOT, env=around, capture_output=True, text=True, timeout=60, check=False)


class Session:
    """A session bus with gnome-keyring on it: a Secret Service as on a person's desktop."""

    def __init__(self, home: Path) -> None:
        self.home, self.env = home, {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "XDG_DATA_HOME": str(home)}
        self._bus = self._ring = None

    def begin(self, password: str | None = "open") -> None:
        """Start it; without a password the keyring stays locked."""
        command = [tool("dbus-daemon"), "--session", "--nofork", "--print-address=1"]
        self._bus = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self._all())
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._bus.stdout.readline().decode().strip()
        unlock = [] if password is None else ["--unlock"]
        command = [tool("gnome-keyring-daemon"), "--foreground", "--components=secrets", *unlock]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._ring = subprocess.Popen(command, stdin=subprocess.PIPE, env=self._all(), **quiet)
        self._ring.stdin.write((password or "").encode())
        self._ring.stdin.close()
        _until(self._is_there, "the keyring")

    def run(self, script: str) -> None:
        """Do something to the keyring, as another program of the session."""
        subprocess.run([sys.executable, "-c", script], env=self._all(), check=True, timeout=PATIENCE)

    def end(self) -> None:
        """Log out."""
        for process in (self._ring, self._bus):
            if process and process.poll() is None:
                process.terminate()
                process.wait(PATIENCE)
        for process in (self._ring, self._bus):
            for pipe in (process.stdin, process.stdout) if process else ():
                if pipe:
                    pipe.close()

    def _all(self) -> dict[str, str]:
        return os.environ | self.env

    def _is_there(self) -> bool:
        script = "import secretstorage as s; raise SystemExit(not s.check_service_availability(s.dbus_init()))"
        return not subprocess.run([sys.executable, "-c", script], env=self._all(), check=False).returncode


class Chip:
    """A TPM 2 in software."""

    def __init__(self, home: Path) -> None:
        self.home, self.port, self._process = home, _free_pair(), None
        self.env = {"SYSTEMD_TPM2_DEVICE": f"swtpm:host=localhost,port={self.port}"}

    def begin(self) -> None:
        """Switch it on."""
        self.home.mkdir(exist_ok=True)
        server, control = f"type=tcp,port={self.port}", f"type=tcp,port={self.port + 1}"
        command = [tool("swtpm"), "socket", "--tpm2", "--tpmstate", f"dir={self.home}", "--server", server]
        self._process = subprocess.Popen([*command, "--ctrl", control, "--flags", "not-need-init,startup-clear"])
        _until(lambda: _answers(self.port + 1), "the TPM")

    def end(self) -> None:
        """Switch it off."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(PATIENCE)

    def clear(self) -> None:
        """What it knew is gone, as after its reset in the firmware or in another machine."""
        self.end()
        shutil.rmtree(self.home)
        self.begin()


@contextmanager
def ending(thing):
    """End it whatever happens."""
    try:
        yield thing
    finally:
        thing.end()


def tool(name: str) -> str:
    """A program of the machine; fails the test that needs it where it is not installed."""
    found = shutil.which(name)
    assert found, f"{name} is missing: run packaging/linux/setup.sh --tests"
    return found


def _free_pair() -> int:
    while True:
        with socket.socket() as one, socket.socket() as two:
            one.bind(("127.0.0.1", 0))
            port = one.getsockname()[1]
            try:
                two.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port


def _answers(port: int) -> bool:
    with socket.socket() as link:
        return link.connect_ex(("127.0.0.1", port)) == 0


def _until(ready, what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < end, f"{what} did not start"
        time.sleep(0.02)
