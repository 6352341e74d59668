"""What happened to a person, online and in the store, on one line of time."""
