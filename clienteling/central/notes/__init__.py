"""What associates write down about a person, and its review."""
