"""Who is in the store now."""
