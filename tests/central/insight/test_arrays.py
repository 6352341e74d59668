"""A file of arrays is the old one or the new one, never half of it."""

import numpy as np
import pytest

from clienteling.central.insight import arrays


def test_what_was_put_is_what_is_read(tmp_path):
    path = tmp_path / "new" / "file.npz"
    arrays.put(path, [1, 2], name="two")
    with np.load(path, allow_pickle=False) as kept:
        assert (kept["arr_0"].tolist(), str(kept["name"])) == ([1, 2], "two")


def test_what_cannot_be_written_whole_replaces_nothing(tmp_path, monkeypatch):
    path = tmp_path / "file.npz"
    arrays.put(path, [1])

    def full(file, *_):
        file.write(b"half")
        raise OSError("No space left on device")

    monkeypatch.setattr(np, "savez", full)
    with pytest.raises(OSError, match="No space"):
        arrays.put(path, [2])
    monkeypatch.undo()
    with np.load(path, allow_pickle=False) as kept:
        assert kept["arr_0"].tolist() == [1]
