"""Both halves in one process under one seeded chance: the world that a history plays in, and who judges it."""
