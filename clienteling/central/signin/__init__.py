"""Who may sign in, where, and on which device."""
