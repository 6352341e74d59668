"""The central API: the one place that decides finally; knows nothing of the desktop."""
