"""A long table: rows are made when they are first shown, pages come when scrolled to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from counter_app.desktop.widgets.lists.cells import CELL_ROLE, Cell, Column

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_KEPT_ROWS = 512
Line = TypeVar("Line")


class PagedTable(QAbstractTableModel, Generic[Line]):
    """Lines of a list, shown through `cells_of`; `ask_more` is called when the end is near.

    200,000 lines cost nothing until they are shown: only the rows on the screen, and those shown
    last, are ever turned into cells.
    """

    def __init__(
        self,
        cells_of: Callable[[Line], tuple[Cell, ...]],
        ask_more: Callable[[], None],
        columns: tuple[Column, ...],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._cells_of = cells_of
        self._ask_more = ask_more
        self._columns = columns
        self._lines: list[Line] = []
        self._more = False
        self._shown: dict[int, tuple[Cell, ...]] = {}

    def show_lines(self, lines: tuple[Line, ...], *, more: bool) -> None:
        """Replace all lines; `more`: further ones can be asked for."""
        self.beginResetModel()
        self._lines, self._more = list(lines), more
        self._shown.clear()
        self.endResetModel()

    def add_lines(self, lines: tuple[Line, ...], *, more: bool) -> None:
        """Add the next page below."""
        self._more = more
        if not lines:
            return
        first = len(self._lines)
        self.beginInsertRows(_NOWHERE, first, first + len(lines) - 1)
        self._lines.extend(lines)
        self.endInsertRows()

    def line(self, row: int) -> Line | None:
        """Return the line in `row`; None when there is no such row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """Return how many rows are here."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """Return how many columns a row has."""
        return 0 if parent.isValid() else len(self._columns)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        """Tell whether another page can be asked for."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        """Ask for the next page; it comes by `add_lines`."""
        if self.canFetchMore(parent):
            self._more = False  # asked for once; `add_lines` says whether more remains
            self._ask_more()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell for the delegate, or its words for screen readers and copying."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        cell = self._row(index.row())[index.column()]
        if role == CELL_ROLE:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title, for screen readers; the head itself paints it."""
        is_title = orientation is Qt.Orientation.Horizontal
        if is_title and role == Qt.ItemDataRole.DisplayRole and section < len(self._columns):
            return self._columns[section].title
        return None

    def _row(self, row: int) -> tuple[Cell, ...]:
        found = self._shown.get(row)
        if found is None:
            if len(self._shown) >= _KEPT_ROWS:
                self._shown.clear()
            found = self._shown[row] = self._cells_of(self._lines[row])
        return found
