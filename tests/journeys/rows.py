"""What the tables of a window show: their cells are painted, so no widget tells their words."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from counter_app.desktop.widgets.lists.cells import CELL_ROLE, TextCell


def rows_of(table: QTableView) -> list[str]:
    """Return the words of each row, its cells beside each other."""
    model = table.model()
    found: list[str] = []
    if model is None:  # nothing was shown yet
        return found
    for row in range(model.rowCount()):
        cells = [model.index(row, at).data(CELL_ROLE) for at in range(model.columnCount())]
        words = [
            f"{cell.text} {cell.below}" if isinstance(cell, TextCell) and cell.below else cell.text
            for cell in cells
            if cell is not None
        ]
        found.append(" | ".join(words))
    return found


def row_with(table: QTableView, *parts: str) -> int:
    """Return the first row that says all `parts`, -1 for none."""
    for at, words in enumerate(rows_of(table)):
        if all(part in words for part in parts):
            return at
    return -1
