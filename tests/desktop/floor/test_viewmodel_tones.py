"""The tones: drawn by our own script, one for each thing that may come of a scan, silent when that was chosen."""

import runpy
import wave
from typing import ClassVar, get_args

import pytest

from clienteling.desktop.floor import viewmodel_tones
from clienteling.desktop.floor.domain import Sound
from clienteling.desktop.floor.viewmodel_tones import Tones


@pytest.fixture
def folder(root):
    """Where the tones lie."""
    return root / "resources" / "sounds"


class Loudspeaker:
    """A loudspeaker that is there, or not."""

    there = True

    @classmethod
    def defaultAudioOutput(cls):
        return cls

    @classmethod
    def isNull(cls):
        return not cls.there


class Effect:
    """Notes what a sound effect is told to do."""

    played: ClassVar[list] = []

    def __init__(self, _parent):
        self.file, self.volume = "", 0.0

    def setSource(self, url):
        self.file = url.fileName()

    def setVolume(self, volume):
        self.volume = volume

    def play(self):
        self.played.append((self.file, self.volume))


@pytest.fixture
def tones(folder, monkeypatch, qapp):
    """The tones over a loudspeaker that notes them."""
    monkeypatch.setattr(Effect, "played", [])
    monkeypatch.setattr(Loudspeaker, "there", True)
    monkeypatch.setattr(viewmodel_tones, "QMediaDevices", Loudspeaker)
    monkeypatch.setattr(viewmodel_tones, "QSoundEffect", Effect)
    return Tones(folder)


def test_every_tone_is_there_short_and_not_too_loud(folder):
    assert {path.stem for path in folder.glob("*.wav")} == set(get_args(Sound))
    heard = set()
    for path in folder.glob("*.wav"):
        with wave.open(str(path), "rb") as file:
            frames = file.readframes(file.getnframes())
            assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
            assert 0.05 <= file.getnframes() / file.getframerate() <= 0.3
        samples = memoryview(frames).cast("h")
        assert 8_000 < max(samples) < 32_767 and abs(samples[0]) < 200 and abs(samples[-1]) < 2_000, path.name
        heard.add(frames)
    assert len(heard) == len(get_args(Sound)), "no two sound alike"


def test_they_are_what_the_script_draws(folder, root, tmp_path):
    runpy.run_path(str(root / "packaging" / "tones.py"))["draw"](tmp_path)
    for drawn in tmp_path.iterdir():
        assert drawn.read_bytes() == (folder / drawn.name).read_bytes(), drawn.name


def test_a_tone_is_played_as_loud_as_was_chosen(tones):
    tones.set_volume(0.25)
    tones.play("added")
    tones.set_volume(1.0)
    tones.play("added")
    tones.play("refused")
    assert Effect.played == [("added.wav", 0.25), ("added.wav", 1.0), ("refused.wav", 1.0)]


def test_off_and_a_missing_loudspeaker_are_silence(tones, monkeypatch):
    tones.play("added")
    tones.set_volume(0.6)
    monkeypatch.setattr(Loudspeaker, "there", False)
    tones.play("added")
    assert Effect.played == []
    monkeypatch.setattr(Loudspeaker, "there", True)
    tones.play("added")
    assert Effect.played == [("added.wav", 0.6)]
