"""List models over plain tuples for QML; knows roles by name and nothing of what they mean."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from clienteling.desktop.runtime.changes import Changes, changes

_FIRST = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractListModel):
    """Rows are tuples in the order of `roles`; told as a whole, shown by what changed."""

    countChanged = Signal()

    def __init__(self, roles: Sequence[str], parent: Any = None) -> None:
        super().__init__(parent)
        self.roles = tuple(roles)
        self.rows: list[tuple[Any, ...]] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST + place: QByteArray(role.encode()) for place, role in enumerate(self.roles)}

    def data(self, index: Index, role: int = 0) -> Any:
        place = role - _FIRST
        if not 0 <= place < len(self.roles) or not 0 <= index.row() < len(self.rows):
            return None
        return self.rows[index.row()][place]

    def reset(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Show `rows`; the first role names a row, so that the view keeps its place when some come, go or change."""
        rows = list(rows)
        found = changes([row[0] for row in self.rows], [row[0] for row in rows])
        count = len(self.rows)
        if found:
            self._edit(found, rows)
        if len(self.rows) == len(rows):
            self._refresh(rows)
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        if count != len(rows):
            self.countChanged.emit()

    def _edit(self, found: Changes, rows: list[tuple[Any, ...]]) -> None:
        for first, last in found.gone:
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.rows[first : last + 1]
            self.endRemoveRows()
        for first, last in found.come:
            self.beginInsertRows(QModelIndex(), first, last)
            self.rows[first:first] = rows[first : last + 1]
            self.endInsertRows()

    def _refresh(self, rows: list[tuple[Any, ...]]) -> None:
        old, self.rows = self.rows, rows
        for place, (before, after) in enumerate(zip(old, rows, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(place), self.index(place))

    def _count(self) -> int:
        return len(self.rows)

    count = Property(int, _count, notify=countChanged)


class LazyRows(RowsModel):
    """Rows that arrive page by page: `wanted(offset)` is called when the view nears the end, `append` answers it."""

    def __init__(self, roles: Sequence[str], wanted: Callable[[int], object], parent: Any = None) -> None:
        super().__init__(roles, parent)
        self._wanted = wanted
        self._more = False

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        self._more = False
        self._wanted(len(self.rows))

    def start(self, rows: Sequence[tuple[Any, ...]], more: bool) -> None:
        """Show the first page."""
        self._more = more
        self.reset(rows)

    def append(self, rows: Sequence[tuple[Any, ...]], more: bool) -> None:
        """Show a further page."""
        self._more = more
        if not rows:
            return
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
        self.rows.extend(rows)
        self.endInsertRows()
        self.countChanged.emit()
