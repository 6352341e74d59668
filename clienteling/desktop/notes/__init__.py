"""Notes that associates write about a person, and the desk where managers review them."""
