"""The words that travel between the desktop and central; imports nothing of ours."""
