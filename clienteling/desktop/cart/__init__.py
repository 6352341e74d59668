"""What she is about to buy, shared with her cart on the web and in the app."""
