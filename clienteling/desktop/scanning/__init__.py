"""From light, keys or typing to one Scan: what was shown to the app and what kind of thing it is."""
