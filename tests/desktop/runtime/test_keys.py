"""The key opens the store and is printed nowhere."""

import pickle

import pytest

from clienteling.desktop.runtime.keys import Key


def test_two_new_keys_differ():
    assert Key.new("file") != Key.new("file")


def test_the_bytes_make_the_key():
    assert Key(bytes(32), "file") == Key(bytes(32), "tpm")
    assert Key(bytes(32), "file") != bytes(32)


def test_a_key_is_printed_nowhere():
    key = Key(b"secret words of the local store!", "file")
    for told in (repr(key), str(key), f"{key}", f"{key!r}", repr([key])):
        assert "secret" not in told and key.reveal().hex() not in told
    with pytest.raises(TypeError):
        pickle.dumps(key)


def test_a_key_of_another_length_is_none():
    with pytest.raises(ValueError, match="32 bytes"):
        Key(b"short", "file")
