"""`PlainRows`, `PaperRows`: kept files; the checklist, onto whose papers files are dropped."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from counter_app.desktop.screens.scanning_papers.dropping import files_in
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.lists.picker_delegate import PickerDelegate
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.desktop.widgets.lists.picker_view import PickerView

_MANY = 40


class _Keys(PickerDelegate):
    """Shows each row's own key, also of the chosen one: Enter belongs to the page."""

    def _paint_right(
        self, painter: QPainter, inner: QRectF, row: PickerRow, *, is_selected: bool
    ) -> None:
        del is_selected
        super()._paint_right(painter, inner, row, is_selected=False)


class PlainRows(PickerView):
    """Rows that Enter doesn't take."""

    def __init__(self, look: Look, *, max_rows: int, parent: QWidget | None = None) -> None:
        super().__init__(look, max_rows=max_rows, parent=parent)
        self._delegate = _Keys(look, self)
        self.setItemDelegate(self._delegate)


class PaperRows(PlainRows):
    """As high as it may be. `dropped` tells the row (−1: none) and the files."""

    dropped = Signal(int, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, max_rows=_MANY, parent=parent)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        """Welcome files."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 (Qt's name)
        """Show which paper would take them."""
        self._hover(self.indexAt(event.position().toPoint()).row())
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 (Qt's name)
        """Forget the row."""
        self._hover(-1)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        """Take the files for the paper under them."""
        files = files_in(event.mimeData())
        row = self.indexAt(event.position().toPoint()).row()
        self._hover(-1)
        if files:
            event.acceptProposedAction()
            self.dropped.emit(row, files)
        else:
            event.ignore()
