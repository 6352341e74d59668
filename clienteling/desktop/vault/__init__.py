"""The key of the local store: who keeps it, and what is done with the file it opens."""
