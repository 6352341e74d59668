"""The associate's application: everything on the tablet."""
