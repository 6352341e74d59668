"""The rules of this tree: what no ready-made linter knows, each with a tree that breaks it."""
