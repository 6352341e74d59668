"""A disk that takes nothing more for a while; knows no database."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def deaf(after: int = 0) -> Iterator[None]:
    """No file of this process grows past so many bytes: to SQLite a write error, in the middle of a commit too."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (after, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
