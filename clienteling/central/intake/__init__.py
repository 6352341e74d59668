"""The way in for a whole shop: a folder of files, checked and loaded."""
