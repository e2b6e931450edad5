"""The officers to choose from: digits, arrows and Enter, or a click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from counter_app.desktop.presenters.login.state import OfficerRow
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.i18n import tr

_GAP = 6
_MOST_ROWS = 7
"""More officers than these are scrolled."""


class OfficerList(QScrollArea):
    """`chosen` carries the index of the row."""

    chosen = Signal(int)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[ChoiceRow] = []
        self._shown: tuple[OfficerRow, ...] = ()
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self.setAccessibleName(tr("Danh sách cán bộ"))
        look.changed.connect(self.restyle)

    def set_rows(self, rows: tuple[OfficerRow, ...]) -> None:
        """Show these officers; nothing is rebuilt when they are the same."""
        if rows == self._shown:
            return
        self._shown = rows
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for each in rows:
            row = ChoiceRow(self._look, each.key, each.name, each.title)
            row.clicked.connect(self._clicked)
            row.installEventFilter(self)
            self._column.addWidget(row)
            self._rows.append(row)
        self.restyle()

    def focus_first(self) -> None:
        """Put the keys on the first officer."""
        if self._rows:
            self._step_to(0)

    def restyle(self) -> None:
        """Be as high as the rows, up to seven."""
        if self._rows:
            shown = min(len(self._rows), _MOST_ROWS)
            height = self._rows[0].sizeHint().height()
            self.setFixedHeight(shown * height + (shown - 1) * _GAP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Take digits, arrows and Enter before the row, which would step by its own rules."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            at = next((number for number, row in enumerate(self._rows) if row is watched), -1)
            if at >= 0 and self._take(event, at):
                return True
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent, at: int) -> bool:
        key, last = event.key(), len(self._rows) - 1
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            if key - Qt.Key.Key_1 <= last:
                self.chosen.emit(key - Qt.Key.Key_1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.chosen.emit(at)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step_to(max(0, min(last, at + (1 if key == Qt.Key.Key_Down else -1))))
        else:
            return False
        return True

    def _step_to(self, index: int) -> None:
        row = self._rows[index]
        row.setChecked(True)
        row.setFocus()
        self.ensureWidgetVisible(row, 0, 0)

    def _clicked(self) -> None:
        for number, row in enumerate(self._rows):
            if row is self.sender():
                self.chosen.emit(number)
