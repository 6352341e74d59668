"""One command line, one help, and nothing heavy before it is asked for."""

import subprocess
import sys

import pytest

from clienteling.__main__ import main, parser

COMMANDS = [
    ["demo", "--shop", "dir", "--tour", "--shots", "dir"],
    ["web", "--shop", "dir"],
    ["desktop"],
    ["restore"],
    ["restore", "000001.backup"],
    ["central", "--database", "sqlite+aiosqlite:///a", "--host", "127.0.0.1", "--port", "1"],
    ["shop", "sample", "dir", "--scale", "500", "--seed", "1"],
    ["shop", "check", "dir"],
    ["shop", "from-online-retail", "file", "dir"],
    ["shop", "from-luma", "luma", "dir"],
    ["import", "dir", "--database", "sqlite+aiosqlite:///a"],
    ["nightly", "--database", "sqlite+aiosqlite:///a"],
    ["restored", "--database", "sqlite+aiosqlite:///a"],
    ["register", "GN", "Tablet 3", "--kind", "tablet", "--database", "sqlite+aiosqlite:///a"],
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_is_understood(words):
    assert callable(parser().parse_args(words).run)


@pytest.mark.parametrize("words", [[], ["demo"], ["shop"], ["shop", "sample"]])
def test_help_names_what_there_is(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    assert ended.value.code == 0
    assert "usage: clienteling" in capsys.readouterr().out


def test_an_unknown_command_is_refused(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["sell"])
    assert ended.value.code != 0
    assert "sell" in capsys.readouterr().err


def test_nothing_heavy_is_loaded_for_help():
    loaded = "import sys, clienteling.__main__ as m; m.parser(); print([n for n in sys.modules if n in HEAVY])"
    heavy = "HEAVY = {'PySide6', 'sqlalchemy', 'litestar', 'numpy', 'uvicorn'}; "
    done = subprocess.run([sys.executable, "-c", heavy + loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
