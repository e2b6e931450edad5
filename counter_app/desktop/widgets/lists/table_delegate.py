"""The delegate of tables: ground, selection, hover and focus of a row, and its cells."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import RING, row_line, snapped, whole
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.lists.cell_painting import paint_cell, paint_two_lines
from counter_app.desktop.widgets.lists.cells import CELL_ROLE, Column, SectionCell, TextCell

PADDING = 16
"""Before the first cell of a row, in pixels."""

GAP = 10
"""Before every other cell."""

SPARE = 6
"""Kept free behind each cell."""

EDGE = 3

Index = QModelIndex | QPersistentModelIndex


class TableDelegate(QStyledItemDelegate):
    """Paints a row cell by cell. The selection keeps the colours of the text."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.columns: tuple[Column, ...] = ()
        self.hovered_row = -1
        self.current_row = -1
        self.has_focus = False
        self.two_lines = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Return the height of a row; widths are the view's."""
        return QSize(10, row_height(self._look, two_lines=self.two_lines))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what stands in one cell; the view has painted the ground of the row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = index.data(CELL_ROLE)
        rect = QRectF(option.rect)
        if isinstance(cell, SectionCell):
            # Each column paints its part of the one caption: the next would paint over it.
            view = option.widget
            first = view.columnViewportPosition(0) if isinstance(view, QTableView) else 0
            before = rect.left() - first
            painter.save()
            painter.setClipRect(rect)
            paint_cell(painter, self._look, rect.adjusted(PADDING - before, 0, 0, 0), cell)
            painter.restore()
        elif self.two_lines and isinstance(cell, TextCell) and cell.below:
            inner = self.inner(rect, index.column())
            paint_two_lines(painter, self._look, inner, cell)
        elif cell is not None:
            paint_cell(painter, self._look, self.inner(rect, index.column()), cell)

    def inner(self, rect: QRectF, column: int) -> QRectF:
        """Return where the content of a cell lies."""
        return rect.adjusted(PADDING if column == 0 else GAP, 0, -SPARE, -1)

    def paint_ground(self, painter: QPainter, rect: QRectF, row: int, *, is_section: bool) -> None:
        """Paint what lies under the cells of a row."""
        tokens = self._look.tokens
        ground = snapped(painter, rect)
        if is_section:
            painter.fillRect(ground, QColor(tokens.section))
        elif row == self.current_row:
            painter.fillRect(ground, QColor(tokens.soft))
        elif row == self.hovered_row:
            painter.fillRect(ground, QColor(tokens.hover))
        row_line(painter, rect, tokens.line)
        if row == self.current_row and not is_section:
            ground.setWidth(whole(painter, EDGE))
            painter.fillRect(ground, QColor(tokens.soft_edge))

    def paint_ring(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ring round the row that has the keys."""
        accent = QColor(self._look.tokens.accent)
        rect, pen, edge = snapped(painter, rect), whole(painter, RING), whole(painter, EDGE)
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), pen), accent)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - pen, rect.width(), pen), accent)
        painter.fillRect(QRectF(rect.left(), rect.top(), edge, rect.height()), accent)
        painter.fillRect(QRectF(rect.right() - pen, rect.top(), pen, rect.height()), accent)


def row_height(look: Look, *, two_lines: bool = False) -> int:
    """Return the height of a row of a table in pixels."""
    one = look.height(34, Type.BODY, 12)
    return max(one, look.line(Type.BODY) + look.line(Type.CAPTION) + 9) if two_lines else one
