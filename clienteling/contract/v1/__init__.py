"""Version 1 of the wire: one module a noun, facts (desktop to central) and records (central to desktop)."""
