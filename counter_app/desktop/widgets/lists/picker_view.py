"""`PickerView`: what was found, under a search line that keeps the keys."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.grounds.rounded_frame import RoundedFrame
from counter_app.desktop.widgets.lists.picker_delegate import ROW_ROLE, PickerDelegate
from counter_app.desktop.widgets.lists.picker_row import PickerRow

_RADIUS = 6
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractListModel):
    """The rows as Qt asks for them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[PickerRow, ...] = ()

    def set_rows(self, rows: tuple[PickerRow, ...]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 (Qt's name)
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or its words for a screen reader."""
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return ", ".join(part for part in (row.name, row.meta, row.code) if part)
        return None


class PickerView(QListView):
    """As high as its rows, up to `max_rows` of usual height; then it scrolls. Never has focus."""

    chosen = Signal(int)
    moved = Signal(int)

    def __init__(self, look: Look, *, max_rows: int = 7, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._max_rows = look, max_rows
        self._rows = _Rows(self)
        self._delegate = PickerDelegate(look, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._frame = RoundedFrame(look, self, _RADIUS, on_card=True)
        self.clicked.connect(self._clicked)
        look.changed.connect(self.restyle)

    def set_rows(self, rows: tuple[PickerRow, ...]) -> None:
        """Show other rows; the first is selected."""
        if rows == self._rows.rows:
            return
        self._rows.set_rows(rows)
        self._delegate.hovered_row = -1
        self._select(0 if rows else -1)
        self.scrollToTop()
        self.updateGeometry()

    def current(self) -> int:
        """Return the row that Enter would take, −1 when there is none."""
        return self._delegate.selected_row

    def set_current(self, row: int) -> None:
        """Select a row and bring it into sight; −1 selects none."""
        if -1 <= row < self._rows.rowCount():
            self._select(row)

    def step(self, by: int) -> None:
        """Go up or down; at the ends it stays."""
        count = self._rows.rowCount()
        if count:
            self._select(min(count - 1, max(0, self.current() + by)))

    def restyle(self) -> None:
        """Measure all rows anew."""
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the height of all rows, or of as many as there is room for."""
        needed = sum(self._delegate.height(row) for row in self._rows.rows)
        usual = self._look.line(Type.BODY) + self._look.line(Type.CAPTION) + 13
        return QSize(300, min(needed, usual * self._max_rows))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return room for two rows: the rest scrolls."""
        usual = self._look.line(Type.BODY) + self._look.line(Type.CAPTION) + 13
        return QSize(200, min(self.sizeHint().height(), usual * 2))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Break names anew when the width has changed."""
        width = self.viewport().width()
        if width != self._delegate.width:
            self._delegate.width = width
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()
        super().resizeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Follow the mouse."""
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Forget the row under the mouse."""
        self._hover(-1)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the ground, then the rows."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._look.tokens.card))
        painter.end()
        super().paintEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Show the whole name where it is cut."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            row = index.data(ROW_ROLE) if index.isValid() else None
            if row is not None and self._delegate.is_cut(row):
                QToolTip.showText(event.globalPos(), row.name, self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _select(self, row: int) -> None:
        if row == self._delegate.selected_row and row >= 0:
            self.viewport().update()
        self._delegate.selected_row = row
        if row >= 0:
            index = self._rows.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.viewport().update()
        self.moved.emit(row)

    def _clicked(self, index: QModelIndex) -> None:
        row: PickerRow = index.data(ROW_ROLE)
        if row.enabled:
            self._select(index.row())
            self.chosen.emit(index.row())

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()
