"""What a process did to its files and what it said, call by call, as strace saw it; knows no database."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.faults.tills import child

CALLS = "openat,close,pwrite64,write,ftruncate,fsync,fdatasync,unlink,rename"
_LINE = re.compile(r"^(\d+)\s+(.*)$")
_CALL = re.compile(r"^(\w+)\((.*)\)\s+=\s+(-?\d+)")
_RESUMED = re.compile(r"^<\.\.\. \w+ resumed>(.*)$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Call:
    """`what` is write, truncate, sync, unlink or said (then `data` are the words); `path` is the file's name."""

    what: str
    path: str = ""
    data: bytes = b""
    at: int = 0


def record(work: Callable[[int], None], folder: Path, scratch: Path) -> list[Call]:
    """Do the work once in a child; what it did to the files in `folder`, in order, and what it said between."""
    diary = scratch / "calls"
    options = ("-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", str(diary))
    ended = child.run(work, options)
    assert ended.code == 0, "the recorded day went wrong"
    calls = list(_read(diary, str(folder)))
    assert sum(call.what == "said" for call in calls) == len(ended.said), "a word was not recorded"
    return calls


def _read(diary: Path, folder: str) -> Iterator[Call]:
    names: dict[int, str] = {}
    for name, arguments, answer in _calls(diary):
        if name == "openat" and answer >= 0:
            names[answer] = _text(arguments).decode()
        elif name in ("unlink", "rename"):
            assert name == "unlink", "no file of a database is renamed while it is open"
            if _text(arguments).decode().startswith(folder):
                yield Call("unlink", Path(_text(arguments).decode()).name)
        elif name == "close":
            names.pop(int(arguments), None)
        elif answer >= 0:
            yield from _effect(name, arguments, names.get(int(arguments.split(",")[0]), ""), folder)


def _effect(name: str, arguments: str, path: str, folder: str) -> Iterator[Call]:
    if name == "write" and not path:
        yield Call("said", data=_text(arguments))
    if not path.startswith(folder + "/"):
        return
    file = Path(path).name
    if name in ("fsync", "fdatasync"):
        yield Call("sync", file)
    elif name == "ftruncate":
        yield Call("truncate", file, at=int(arguments.split(",")[1]))
    else:
        assert name == "pwrite64", f"{name} is not replayed"
        yield Call("write", file, _text(arguments), int(arguments.rsplit(",", 1)[1]))


def _calls(diary: Path) -> Iterator[tuple[str, str, int]]:
    begun: dict[str, str] = {}
    with diary.open(encoding="ascii") as lines:
        for line in lines:
            process, text = _LINE.match(line).groups()
            resumed = _RESUMED.match(text)
            text = begun.pop(process) + resumed[1] if resumed else text
            if text.endswith("<unfinished ...>"):
                begun[process] = text.removesuffix("<unfinished ...>").rstrip()
            elif found := _CALL.match(text):
                yield found[1], found[2], int(found[3])


def _text(arguments: str) -> bytes:
    return bytes.fromhex(_TEXT.search(arguments)[1].replace("\\x", ""))
