"""A small model over rows of cells, for lists that are shown whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from counter_app.desktop.widgets.lists.cells import CELL_ROLE, Cell, Column, SectionCell

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class CellsModel(QAbstractTableModel):
    """Rows of frozen cells. Long lists have their own model, which fetches as one scrolls."""

    def __init__(self, columns: tuple[Column, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows: tuple[tuple[Cell, ...], ...] = ()

    def set_rows(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """Show other rows; rows that changed in place are only repainted."""
        new = tuple(rows)
        if new == self._rows:
            return
        if len(new) == len(self._rows):
            self._rows = new
            last = self.index(len(new) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 (Qt's name)
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 (Qt's name)
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell, or its words."""
        if role not in (CELL_ROLE, Qt.ItemDataRole.DisplayRole):
            return None
        row = self._rows[index.row()]
        cell = row[index.column()] if index.column() < len(row) else row[0]
        return cell if role == CELL_ROLE else cell.text

    def headerData(  # noqa: N802 (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a title, for screen readers."""
        is_title = orientation is Qt.Orientation.Horizontal
        if is_title and role == Qt.ItemDataRole.DisplayRole and section < len(self._columns):
            return self._columns[section].title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that rows can be chosen, captions not."""
        if isinstance(self.data(index, CELL_ROLE), SectionCell):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
