"""The cameras of this machine, as Qt and the system give them."""

import os

import pytest
from PySide6.QtCore import QObject
from PySide6.QtMultimedia import QMediaDevices

from clienteling.desktop.scanning import lens
from clienteling.desktop.scanning.lens import Cameras


def test_every_camera_of_this_machine_has_a_name_and_an_id(qapp):
    assert all(one.id and one.name for one in Cameras(QObject()).seen())


@pytest.mark.parametrize(("there", "open", "may"), [(False, True, True), (True, True, True), (True, False, False)])
def test_a_camera_that_the_system_keeps_to_itself_is_forbidden_not_missing(
    qapp, monkeypatch, tmp_path, there, open, may
):
    if there:
        (tmp_path / "video0").touch()
    monkeypatch.setattr(lens, "DEVICES", tmp_path)
    monkeypatch.setattr(QMediaDevices, "videoInputs", lambda: [])
    monkeypatch.setattr(os, "access", lambda *_: open)
    assert Cameras(QObject()).may() is may
