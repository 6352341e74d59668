"""What to show a person now, and why."""
