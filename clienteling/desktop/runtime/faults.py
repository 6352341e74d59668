"""What the disk beneath the local database can do, in words for the associate; knows no table and no feature."""

from clienteling.desktop.runtime.problems import Problem

_FULL = ("SQLITE_FULL",)
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_DEAF = ("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PROTOCOL", "SQLITE_NOMEM")


class DiskFault(Problem):
    """Any of them."""


class Unknown(DiskFault):
    """A commit raised: whether it stands nobody knows until somebody looks; the database was opened anew for that."""

    def __init__(self) -> None:
        super().__init__("This tablet could not make sure that this was kept. Look before you do it again.")


class Full(DiskFault):
    """There is no room on the disk; what was asked did not happen."""

    def __init__(self) -> None:
        super().__init__("This tablet's memory is full. Nothing was changed.")


class Deaf(DiskFault):
    """The disk does not read or write; what was asked did not happen."""

    def __init__(self) -> None:
        super().__init__("This tablet's memory does not answer. Nothing was changed; try again.")


class Damaged(DiskFault):
    """What came from the disk is not what was written; the next start looks closer and saves what can be saved."""

    def __init__(self) -> None:
        super().__init__("This tablet's store cannot be read. Close the app and open it again: it saves what it can.")


def fault_of(name: str, committing: bool) -> DiskFault | None:
    """The problem that SQLite's name for an error means; None for a bug.

    A disk that is deaf while committing leaves it unknown what stands. One that is full does not: SQLite writes the
    frame that makes a commit last, and syncs after it.
    """
    if name.startswith(_FULL):
        return Full()
    if not name.startswith((*_DAMAGED, *_DEAF)):
        return None
    if committing:
        return Unknown()
    return Damaged() if name.startswith(_DAMAGED) else Deaf()
