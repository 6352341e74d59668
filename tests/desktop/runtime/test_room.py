"""Room for orders: a ballast of real blocks, let go only for them and only when pictures are not enough."""

import shutil

import pytest

from clienteling.desktop.runtime import room as room_module
from clienteling.desktop.runtime.room import BALLAST, SPARE, Room


@pytest.fixture
def disk(monkeypatch):
    """How many bytes are free."""

    class Disk:
        free = BALLAST + SPARE

    usage = shutil.disk_usage
    monkeypatch.setattr(room_module.shutil, "disk_usage", lambda path: usage(path)._replace(free=Disk.free))
    return Disk


@pytest.fixture
def room(qapp, tmp_path):
    pictures = [0]
    room = Room(tmp_path, lambda: pictures.pop() if pictures else 0)
    room.pictures, room.heard = pictures, []
    room.changed.connect(lambda: room.heard.append(room.short))
    return room


def test_it_keeps_real_blocks_back(room, disk, tmp_path):
    room.watch()
    assert (tmp_path / "ballast").stat().st_blocks * 512 >= BALLAST
    assert not room.short and room.heard == []


def test_an_order_gets_the_pictures_first_then_the_ballast(room, disk, tmp_path):
    room.watch()
    room.pictures[:] = [5_000_000]
    assert room.make() and (tmp_path / "ballast").exists()
    assert room.make() and not (tmp_path / "ballast").exists()
    assert not room.make(), "nothing is left to give"
    assert room.heard == [True]


def test_what_is_no_order_leaves_the_ballast_where_it_is(room, disk, tmp_path):
    room.watch()
    room.run_out()
    assert room.short and (tmp_path / "ballast").exists()


def test_it_is_taken_again_when_there_is_room_and_not_before(room, disk, tmp_path):
    room.watch()
    room.make()
    room.make()
    disk.free = BALLAST + SPARE - 1
    room.look()
    assert room.short and not (tmp_path / "ballast").exists()
    disk.free += 1
    room.look()
    assert not room.short and (tmp_path / "ballast").exists()
    disk.free = SPARE - 1
    room.look()
    assert room.short


def test_a_disk_that_lies_about_its_room_leaves_nothing_half(room, disk, tmp_path, monkeypatch):
    def full(_handle):
        raise OSError

    monkeypatch.setattr(room_module, "_fill", full)
    room.watch()
    assert room.short and not (tmp_path / "ballast").exists()
