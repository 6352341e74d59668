"""Whether what was suggested was right: what became of it, reason by reason and store by store."""
