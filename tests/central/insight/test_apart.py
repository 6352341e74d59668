"""Learning beside central: its steps are told, and whatever ends it leaves nothing running and nothing half."""

import asyncio
import sys

import psutil
import pytest
from structlog.testing import capture_logs

from clienteling.central.insight import apart


def command(monkeypatch, code):
    monkeypatch.setattr(apart, "COMMAND", ("-c", code))


def learned(folder, told=lambda step: None):
    return asyncio.run(apart.learn("sqlite+aiosqlite:///shop.sqlite", folder, told))


def test_its_steps_are_told_and_it_gets_the_database(tmp_path, monkeypatch):
    say = "import os, sys; print('3/7 rhythms', os.environ['CLIENTELING_CENTRAL_DATABASE'], 'else', file=sys.stderr)"
    write = "open(os.environ['CLIENTELING_CENTRAL_FOLDER'] + '/kept', 'w').close(); print('7/7 done', file=sys.stderr)"
    command(monkeypatch, f"{say}; {write}")
    steps = []
    learned(tmp_path, steps.append)
    assert steps == [3, 7] and (tmp_path / "kept").exists()


def test_why_nothing_is_learned_is_logged(tmp_path, monkeypatch):
    command(monkeypatch, "import sys; print('The past is too short', file=sys.stderr); sys.exit(1)")
    with capture_logs() as logged:
        learned(tmp_path)
    assert [(one["event"], one["code"], one["why"]) for one in logged] == [
        ("nothing learned", 1, "The past is too short")
    ]


def test_cancelled_it_leaves_no_process(tmp_path, monkeypatch):
    command(monkeypatch, "import sys, time; print('1/7 earlier days', file=sys.stderr, flush=True); time.sleep(600)")

    async def interrupted():
        begun, before = asyncio.Event(), set(psutil.Process().children())
        task = asyncio.create_task(apart.learn("sqlite://", tmp_path, lambda step: begun.set()))
        await begun.wait()
        [child] = set(psutil.Process().children()) - before
        assert child.is_running()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return child

    assert not asyncio.run(interrupted()).is_running()


def test_the_command_is_one_of_ours():
    asked = (sys.executable, *apart.COMMAND, "--help")

    async def said():
        process = await asyncio.create_subprocess_exec(*asked, stdout=asyncio.subprocess.PIPE)
        out, _ = await process.communicate()
        return process.returncode, out.decode()

    code, out = asyncio.run(said())
    assert code == 0 and "--lists-later" in out
