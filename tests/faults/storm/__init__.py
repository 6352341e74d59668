"""Real tablets, real lines and a central on a real PostgreSQL, all of which fail."""
