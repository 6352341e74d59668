"""Whether what was suggested was right: what an associate had before her, and what managers see came of it."""
