"""What each store has said about codes that fit more than one thing."""
