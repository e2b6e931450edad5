"""`RowsView`: a caption and numbered choices; digits, Space and clicks turn them over.

Up and Down walk through the rows; for Tab all of them are one stop, for Tab is the next field.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.presenters.steps.step_state import Row, Rows
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.check_row import CheckRow
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow

_STOP, _NO_STOP = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus


class RowsView(QWidget):
    """`turned` carries the name of a row; what is ticked, only the step says.

    `reached` carries the row that the keys came to.
    """

    turned = Signal(str)
    reached = Signal(QWidget)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._caption = Line(look, "", Type.CAPTION, Tone.TEXT_2)
        self._rows: dict[str, CheckRow | ChoiceRow] = {}
        self._built: tuple[object, ...] = ()
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._caption)

    def show_block(self, block: Rows) -> None:
        """Show these rows; they are made anew only when others came."""
        self._caption.set_text(block.caption)
        self._caption.setVisible(bool(block.caption))
        built = (block.single, *((row.name, row.number, row.is_key) for row in block.rows))
        if built != self._built:
            self._build(block)
            self._built = built
        for row in block.rows:
            shown = self._rows[row.name]
            shown.set(row.text, row.note, row.right)
            shown.setChecked(row.ticked)

    def focus(self) -> None:
        """Put the keys into the ticked row, or the first."""
        rows = tuple(self._rows.values())
        ticked = next((row for row in rows if row.isChecked()), rows[0] if rows else None)
        if ticked is not None:
            ticked.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Walk by the arrows; the row that has the keys is the stop for Tab."""
        rows = tuple(self._rows.values())
        if event.type() == QEvent.Type.FocusIn:
            for row in rows:
                row.setFocusPolicy(_STOP if row is watched else _NO_STOP)
                if row is watched:
                    self.reached.emit(row)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = (event.key() == Qt.Key.Key_Down) - (event.key() == Qt.Key.Key_Up)
            at = next((place for place, row in enumerate(rows) if row is watched), -1) + step
            if step and 0 <= at < len(rows):
                rows[at].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _build(self, block: Rows) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._rows.clear()
        self._inside = QWidget()
        self._inside.setAutoFillBackground(False)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6 if block.single else 0)
        for place, row in enumerate(block.rows):
            if not block.single:
                column.addWidget(Divider(self._look))
            made = self._made(row, single=block.single)
            made.clicked.connect(self._clicked)
            made.installEventFilter(self)
            made.setFocusPolicy(_STOP if not place else _NO_STOP)
            self._rows[row.name] = made
            column.addWidget(made)
        self._column.addWidget(self._inside)
        self._inside.show()  # else only with the next round of events

    def _made(self, row: Row, *, single: bool) -> CheckRow | ChoiceRow:
        if single:
            return ChoiceRow(self._look, row.number if row.is_key else "", row.text)
        return CheckRow(self._look, row.number, row.text, as_key=row.is_key)

    def _clicked(self) -> None:
        for name, row in self._rows.items():
            if row is self.sender():
                self.turned.emit(name)
                return
