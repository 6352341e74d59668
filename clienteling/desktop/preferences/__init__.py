"""How this tablet is set: language, theme, size of text, and what device it is."""
