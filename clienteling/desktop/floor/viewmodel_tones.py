"""The tones of scan mode, one for each thing that may come of a scan; knows no scan.

Qt 6 has no interface to a device's vibration on any platform, so nothing is felt.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect


class Tones(QObject):
    """Plays `resources/sounds/<name>.wav`; a tablet without a loudspeaker stays silent, and is asked again next time.

    The media parts are loaded with the first tone, not with the app.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._volume = 0.0
        self._effects: dict[str, QSoundEffect] = {}

    def set_volume(self, volume: float) -> None:
        """From 0, which is silence, to 1."""
        self._volume = volume

    def play(self, name: str) -> None:
        """Play a tone from its beginning."""
        if self._volume <= 0 or QMediaDevices.defaultAudioOutput().isNull():
            return
        effect = self._effects.get(name) or self._load(name)
        effect.setVolume(self._volume)
        effect.play()

    def _load(self, name: str) -> QSoundEffect:
        effect = QSoundEffect(self)
        effect.setSource(QUrl.fromLocalFile(str(self._folder / f"{name}.wav")))
        self._effects[name] = effect
        return effect
