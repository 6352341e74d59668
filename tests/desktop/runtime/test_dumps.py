"""A crash leaves no picture of the memory behind."""

import subprocess
import sys

from clienteling.desktop import start
from clienteling.desktop.vault.domain import Refusal

ASK = """
import ctypes, resource
from clienteling.desktop.runtime import dumps
PR_GET_DUMPABLE = 3
print(ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0))
dumps.forbid()
print(ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE))
"""


def test_the_process_leaves_no_dump():
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["1", "0 (0, 0)"]


def test_the_start_forbids_dumps_before_it_asks_for_the_key(monkeypatch, tmp_path):
    done = []
    monkeypatch.setenv("CLIENTELING_HOME", str(tmp_path))
    monkeypatch.setenv("CLIENTELING_CENTRAL", "https://central.example.com")
    monkeypatch.setenv("CLIENTELING_TOKEN", "token")
    monkeypatch.setattr(start.dumps, "forbid", lambda: done.append("forbidden"))
    monkeypatch.setattr(start, "unlock", lambda *_: done.append("unlocked") or _refuse())
    monkeypatch.setattr(start.refusal, "tell", lambda why: done.append(why) or 1)
    assert start.main() == 1
    assert done == ["forbidden", "unlocked", "no key"]


def _refuse():
    raise Refusal("no key")
