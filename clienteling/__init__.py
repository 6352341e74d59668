"""Clienteling: the associate's desktop app, the central API behind it, and the words between them."""
