"""A till in a process of its own under a failing disk: who sells, who interferes, who judges."""
