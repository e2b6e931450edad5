"""`TableView`: a table in a rounded card. Rows are chosen, Enter or a double click opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QToolTip,
    QWidget,
)

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import painter_on
from counter_app.desktop.widgets.grounds.rounded_frame import RoundedFrame
from counter_app.desktop.widgets.lists.cell_painting import is_cut
from counter_app.desktop.widgets.lists.cells import CELL_ROLE, Cell, Column, SectionCell
from counter_app.desktop.widgets.lists.cells_model import CellsModel
from counter_app.desktop.widgets.lists.table_delegate import TableDelegate, row_height
from counter_app.desktop.widgets.lists.table_header import TableHeader

_RADIUS = 8
Index = QModelIndex | QPersistentModelIndex
_LEAST_REST = 120  # px: narrower than this the column of "the rest" is not made


class TableView(QTableView):
    """No grid, no zebra; the row that is chosen has a soft ground and an edge of 3 px."""

    opened = Signal(QModelIndex)
    moved = Signal(QModelIndex)
    head_clicked = Signal(int)

    delegate_class: type[TableDelegate] = TableDelegate
    head_class: type[TableHeader] = TableHeader
    """How cells and titles are painted; tables of another sort have their own."""

    def __init__(
        self, look: Look, columns: tuple[Column, ...], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._columns = look, columns
        self._own: CellsModel | None = None
        self._delegate = self.delegate_class(look, self)
        self._head = self.head_class(look, self)
        self.setHorizontalHeader(self._head)
        self.setItemDelegate(self._delegate)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(20)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._frame = RoundedFrame(look, self, _RADIUS)
        self._head.sectionClicked.connect(self.head_clicked)
        self.doubleClicked.connect(self.opened)
        look.changed.connect(self.restyle)
        self.set_columns(columns)
        self.restyle()

    def set_columns(self, columns: tuple[Column, ...]) -> None:
        """Show these columns; exactly one of them has the width 0 and takes the rest."""
        self._columns = self._delegate.columns = self._head.columns = columns
        self._place_columns()
        self._head.viewport().update()

    def setColumnHidden(self, column: int, hide: bool) -> None:  # noqa: N802 (Qt's own)
        """Hide a column, or show it again; the column that takes the rest gets its room."""
        if hide != self.isColumnHidden(column):
            super().setColumnHidden(column, hide)
            self._place_columns()

    def set_two_lines(self, *, two_lines: bool) -> None:
        """Make rows high enough for what texts have `below` them, or low again."""
        if two_lines != self._delegate.two_lines:
            self._delegate.two_lines = two_lines
            self.restyle()

    def set_rows(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """Show a short list whole; the chosen row stays by its number."""
        if self._own is None:
            self._own = CellsModel(self._columns, self)
            self.setModel(self._own)
        row = self.current_row()
        self._own.set_rows(rows)
        if row >= 0 and rows:
            self.select_row(min(row, len(rows) - 1))

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 (Qt's name)
        """Show another model; it answers `CELL_ROLE`."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._reset)
        self._place_columns()

    def current_row(self) -> int:
        """Return the row that is chosen, −1 when none is."""
        return self.currentIndex().row()

    def select_row(self, row: int) -> None:
        """Choose a row and bring it into sight."""
        model = self.model()
        if model is not None and 0 <= row < model.rowCount():
            index = model.index(row, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def restyle(self) -> None:
        """Take heights and widths from the look."""
        self.verticalHeader().setDefaultSectionSize(
            row_height(self._look, two_lines=self._delegate.two_lines)
        )
        self._head.updateGeometry()
        self._head.setFixedHeight(self._head.sizeHint().height())
        self._place_columns()
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Repaint both rows whole, and tell."""
        super().currentChanged(current, previous)
        self._delegate.current_row = current.row()
        self.viewport().update()
        if current.isValid():
            self.moved.emit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Open with Enter; letters and digits belong to the page, not to a search of Qt's."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if is_plain and self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
            else:
                event.ignore()
            return
        if event.text() and event.text().isprintable():
            event.ignore()
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Follow the mouse row by row."""
        self._hover(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Forget the row under the mouse."""
        self._hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Show the ring."""
        self._delegate.has_focus = True
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.select_row(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Hide the ring."""
        self._delegate.has_focus = False
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Give the rest of the width to its column."""
        super().resizeEvent(event)
        self._place_columns()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the ground of the card and of each row, then the cells, then the ring."""
        painter = painter_on(self.viewport())
        painter.fillRect(event.rect(), QColor(self._look.tokens.card))
        for row in self._rows_in(event.rect()):
            cell = self.model().index(row, 0).data(CELL_ROLE)
            section = isinstance(cell, SectionCell)
            self._delegate.paint_ground(painter, self._row_rect(row), row, is_section=section)
        painter.end()
        super().paintEvent(event)
        row = self._delegate.current_row
        if row >= 0 and self._delegate.has_focus:
            painter = painter_on(self.viewport())
            self._delegate.paint_ring(painter, self._row_rect(row))
            painter.end()

    def _rows_in(self, rect: QRect) -> range:
        """Return the rows of which something lies in `rect`."""
        first, last = self.rowAt(rect.top()), self.rowAt(rect.bottom())
        model = self.model()
        if model is None or first < 0:
            return range(0)
        return range(first, (last if last >= 0 else model.rowCount() - 1) + 1)

    def _row_rect(self, row: int) -> QRectF:
        """Return where a row lies, from the first column's edge to the last one's."""
        head = self.horizontalHeader()
        top, left = self.rowViewportPosition(row), -head.offset()
        return QRectF(left, top, head.length(), self.rowHeight(row))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Show a tool tip where a text is cut."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            cell = index.data(CELL_ROLE) if index.isValid() else None
            area = QRectF(self.visualRect(index))
            width = self._delegate.inner(area, index.column()).width()
            two_lines = self._delegate.two_lines
            if cell is not None and is_cut(self._look, cell, width, two_lines=two_lines):
                below = getattr(cell, "below", "") if two_lines else ""
                QToolTip.showText(event.globalPos(), f"{cell.text}\n{below}".strip(), self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def _reset(self) -> None:
        self._delegate.current_row = -1
        self._place_columns()

    def _place_columns(self) -> None:
        model = self.model()
        if model is None or model.columnCount() < len(self._columns):
            return
        fixed = sum(
            self._look.px(column.width)
            for number, column in enumerate(self._columns)
            if not self.isColumnHidden(number)
        )
        rest = max(_LEAST_REST, self.viewport().width() - fixed)
        for number, column in enumerate(self._columns):
            self.setColumnWidth(number, self._look.px(column.width) if column.width else rest)
