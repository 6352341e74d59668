"""The key of every test's local store; known to all, so it may be printed."""

from clienteling.desktop.runtime.keys import Key

KEY = Key(bytes(range(32)), "file")
