"""`CountGrid`: how many notes of each denomination; Enter and arrows lead down the column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.field import Field
from counter_app.i18n import tr

_COLUMNS = 3
_STEPS = {
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
}


class CountGrid(QWidget):
    """`counted` carries the place of a denomination and what was typed there."""

    counted = Signal(int, str)
    finished = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._fields: list[Field] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)

    def present(self, denominations: tuple[str, ...], pieces: tuple[str, ...]) -> None:
        """Show the denominations and what was counted of each."""
        if not self._fields:
            self._make(denominations)
        for field, typed in zip(self._fields, pieces, strict=True):
            field.set_text(typed)

    def take_keys(self) -> None:
        """Put the keys into the first line."""
        if self._fields:
            self._go(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Enter and arrows lead from line to line; behind the last one the count is finished."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if step is not None and plain:
                place = next(n for n, each in enumerate(self._fields) if each.edit is watched)
                if place + step == len(self._fields):
                    self.finished.emit()
                else:
                    self._go(max(0, place + step))
                return True
        return False

    def _go(self, place: int) -> None:
        edit = self._fields[place].edit
        edit.setFocus(Qt.FocusReason.TabFocusReason)
        edit.selectAll()

    def _make(self, denominations: tuple[str, ...]) -> None:
        rows = -(-len(denominations) // _COLUMNS)
        for place, name in enumerate(denominations):
            label = Line(self._look, name, Type.BODY, Tone.TEXT_2, digits=True)
            field = Field(self._look, "", digits=True)
            field.edit.setAccessibleName(tr("Số tờ {note} đồng").format(note=name))
            field.edit.setMaxLength(5)
            field.edit.installEventFilter(self)
            field.changed.connect(_Typed(self, place))
            column, row = place // rows * 2, place % rows
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self._grid.addWidget(label, row, column, right)
            self._grid.addWidget(field, row, column + 1)
            self._fields.append(field)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column * 2 + 1, 1)


class _Typed:
    """Tells the grid which line was typed in."""

    def __init__(self, grid: CountGrid, place: int) -> None:
        self._grid, self._place = grid, place

    def __call__(self, text: str) -> None:
        self._grid.counted.emit(self._place, text)
