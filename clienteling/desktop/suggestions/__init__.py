"""What to show a client now and why, checked again on this device before it is shown."""
