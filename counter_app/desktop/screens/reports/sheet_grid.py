"""A sheet of figures on the screen: the keys move from figure to figure, Enter opens one."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from counter_app.desktop.presenters.reports.reports_state import SheetShown
from counter_app.desktop.screens.reports.sheet_head import SheetHead
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import painter_on, ring, row_line, snapped, text_width
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.lists.cell_painting import paint_cell
from counter_app.desktop.widgets.lists.cells import CELL_ROLE, SectionCell, TextCell
from counter_app.desktop.widgets.lists.cells_model import CellsModel
from counter_app.desktop.widgets.lists.table_delegate import GAP, PADDING, SPARE, TableDelegate
from counter_app.desktop.widgets.lists.table_view import TableView

_LEAST_REST = 170
_MEASURED = 3
"""So many of a column's longest texts are measured: the others are shorter on any font."""

_MOST_HELD = 0.5
"""What stays in sight at the left has at most this share of the width."""

_SPREAD = 1.25
"""How much wider than on paper a column of words may be."""

Index = QModelIndex | QPersistentModelIndex
_NOTHING = SheetShown((), (), ())


class SheetDelegate(TableDelegate):
    """Rows that sum up others have a ground; the ring is round one figure."""

    totals: frozenset[int] = frozenset()
    current_cell: Callable[[], QRectF]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint each column's part of a caption over all of them, everything else as usual."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, SectionCell):
            super().paint(painter, option, index)
            return
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        rect.setLeft(PADDING)  # in sight, wherever the figures are scrolled to
        paint_cell(painter, self._look, rect, cell)
        painter.restore()

    def paint_ground(self, painter: QPainter, rect: QRectF, row: int, *, is_section: bool) -> None:
        """Paint what lies under the cells of a row."""
        super().paint_ground(painter, rect, row, is_section=is_section)
        if row in self.totals and row != self.current_row:
            tokens = self._look.tokens
            painter.fillRect(snapped(painter, rect), QColor(tokens.section))
            row_line(painter, rect, tokens.line)

    def paint_ring(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ring round the figure that has the keys."""
        cell = self.current_cell()
        super().paint_ring(painter, QRectF(cell.left(), rect.top(), cell.width(), rect.height()))


class SheetGrid(TableView):
    """`moved` and `opened` carry the index of a figure."""

    delegate_class = SheetDelegate
    head_class = SheetHead
    _delegate: SheetDelegate
    _head: SheetHead

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        self._sheet = _NOTHING
        self._widths: tuple[int, ...] = ()
        super().__init__(look, (), parent=parent)
        self._delegate.current_cell = lambda: QRectF(self.visualRect(self.currentIndex()))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._head.setSectionsClickable(False)

    def show_sheet(self, sheet: SheetShown, row: int, column: int) -> None:
        """Show a sheet with the keys on one of its figures; the same one is only moved in."""
        if sheet is not self._sheet:
            again = self._own is not None and sheet.columns == self._sheet.columns
            self._sheet = sheet
            self._delegate.totals = sheet.totals
            self._head.groups = sheet.groups
            if not again:
                old, self._own = self._own, CellsModel(sheet.columns, self)
                self.setModel(self._own)
                if old is not None:
                    old.deleteLater()
            assert self._own is not None
            self._own.set_rows(sheet.rows)
            self.set_columns(sheet.columns)
            self.set_two_lines(two_lines=sheet.two_lines)
            self.restyle()
        self.select_figure(row, column)

    def select_figure(self, row: int, column: int) -> None:
        """Put the keys on a figure and bring it into sight."""
        model, now = self.model(), self.currentIndex()
        if model is None or (row, column) == (now.row(), now.column()):
            return
        index = model.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.scrollTo(index)

    def restyle(self) -> None:
        """Take heights and widths from the look."""
        self._widths = tuple(self._least(number) for number in range(len(self._sheet.columns)))
        self._place_columns()
        super().restyle()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 (Qt's name)
        """Let the title of the figure's column stand out."""
        self._head.current_column = current.column()
        self._head.viewport().update()
        super().currentChanged(current, previous)

    def indexAt(self, pos: QPoint) -> QModelIndex:  # noqa: N802 (Qt's name)
        """Return the figure at a place; what stays in sight at the left lies over the others."""
        if pos.x() < self._held_width():
            return self.model().index(self.rowAt(pos.y()), self._head.logicalIndexAt(pos.x()))
        return super().indexAt(pos)

    def scrollTo(  # noqa: N802 (Qt's name)
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a figure into sight, out from under what stays at the left."""
        super().scrollTo(index, hint)
        bar, held = self.horizontalScrollBar(), self._held_width()
        if index.column() < self._head.held:
            return
        under = held - self.columnViewportPosition(index.column())
        if under > 0:
            bar.setValue(bar.value() - under)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 (Qt's name)
        """Paint anew what stays in sight: Qt would move its pixels with the others."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()
            self._head.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the figures, then what stays in sight at the left over them."""
        super().paintEvent(event)
        width = self._held_width()
        if not width:
            return
        painter = painter_on(self.viewport())
        tokens = self._look.tokens
        for row in self._rows_in(event.rect()):
            whole_row = self._row_rect(row)
            area = QRectF(0, whole_row.top(), width, whole_row.height())
            section = isinstance(self.model().index(row, 0).data(CELL_ROLE), SectionCell)
            painter.fillRect(snapped(painter, area), QColor(tokens.card))
            self._delegate.paint_ground(painter, area, row, is_section=section)
            self._paint_held(painter, area, row)
        edge = snapped(painter, QRectF(width - 1, 0, 1, self.viewport().height()))
        painter.fillRect(edge, QColor(tokens.line))
        painter.end()

    def _paint_held(self, painter: QPainter, area: QRectF, row: int) -> None:
        for number in range(self._head.held):
            option = QStyleOptionViewItem()
            option.rect = QRect(
                self._head.sectionPosition(number),
                round(area.top()),
                self.columnWidth(number),
                round(area.height()),
            )
            index = self.model().index(row, number)
            self._delegate.paint(painter, option, index)
            if self._delegate.has_focus and index == self.currentIndex():
                ring(painter, QRectF(option.rect), 0, self._look.tokens)

    def _held_width(self) -> int:
        """Return the width of what stays in sight; 0 while nothing is scrolled away."""
        if not self._head.held or not self.horizontalScrollBar().value():
            return 0
        return sum(self.columnWidth(number) for number in range(self._head.held))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Keep the figure that has the keys in sight."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Ctrl with an arrow goes to another period: that is the page's."""
        sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if sideways and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _place_columns(self) -> None:
        """Give each column what its figures and title need, the rest to the one without width."""
        columns = self._sheet.columns
        model = self.model()
        if model is None or model.columnCount() != len(self._widths) or not self._widths:
            return
        room, px = self.viewport().width(), self._look.px
        widths = [
            max(needed, px(each.width)) for needed, each in zip(self._widths, columns, strict=True)
        ]
        if sum(widths) > room:
            widths = list(self._widths)
        rest = next((at for at, each in enumerate(columns) if not each.width), 0)
        widths[rest] += max(0, room - sum(widths))
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)
        held = rest + 1 if rest <= 1 else 1
        fits = sum(widths[:held]) <= _MOST_HELD * room and sum(widths) > room
        self._head.held = held if fits else 0

    def _least(self, number: int) -> int:
        column = self._sheet.columns[number]
        told = [cell for row in self._sheet.rows if isinstance(cell := row[number], TextCell)]
        longest = sorted(told, key=lambda cell: len(cell.text))[-_MEASURED:]
        lower = sorted(told, key=lambda cell: len(cell.below))[-_MEASURED:]
        look = self._look
        needed = [text_width(cell.text, self._font_of(cell)) for cell in longest]
        caption = look.font(Type.CAPTION, digits=True)
        needed += [text_width(cell.below, caption) for cell in lower]
        width = ceil(max(needed, default=0)) + (PADDING if number == 0 else GAP) + SPARE + 1
        if not column.width:
            width = look.px(_LEAST_REST)
        elif not column.right:  # words give way, figures never do
            width = min(width, look.px(column.width * _SPREAD))
        return max(width, self._title(number))

    def _title(self, number: int) -> int:
        return self._head.least_width(number) if number < len(self._head.columns) else 0

    def _font_of(self, cell: TextCell) -> QFont:
        return self._look.font(Type.BODY, cell.weight, digits=cell.digits)
