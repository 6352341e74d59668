"""The window and what is always there: the rail, the top bar, toasts, the gate, and the way from page to page."""
