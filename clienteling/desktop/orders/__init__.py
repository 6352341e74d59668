"""What she ordered, where it stands, and who waits for what."""
