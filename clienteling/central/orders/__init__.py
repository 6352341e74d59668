"""What was ordered, where it comes from, and how far it has come."""
