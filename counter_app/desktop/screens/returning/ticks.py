"""`Ticks`: a caption and the rows below it that digits tick."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.presenters.returning.return_state import ReturnItem
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.check_row import CheckRow


class Ticks(QWidget):
    """`turned` carries the name of a tick that was clicked."""

    turned = Signal(str)

    def __init__(self, look: Look, caption: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[str, CheckRow] = {}
        self._items: tuple[ReturnItem, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if caption:
            self._column.addWidget(Line(look, caption, Type.CAPTION, Tone.TEXT_2))
            self._column.addSpacing(4)
        self._inside: QWidget | None = None

    def set_items(self, items: tuple[ReturnItem, ...]) -> None:
        """Show these ticks; the rows are made anew only when others came."""
        self.setVisible(bool(items))
        keys = [(item.name, item.key, item.text) for item in items]
        if keys != [(item.name, item.key, item.text) for item in self._items]:
            self._build(items)
        self._items = items
        for item in items:
            row = self._rows[item.name]
            row.set(item.text, right=item.right)
            row.setChecked(item.ticked)

    def _build(self, items: tuple[ReturnItem, ...]) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._rows.clear()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for item in items:
            column.addWidget(Divider(self._look))
            row = CheckRow(self._look, item.key, item.text, right=item.right, as_key=bool(item.key))
            row.clicked.connect(self._clicked)
            self._rows[item.name] = row
            column.addWidget(row)
        self._column.addWidget(self._inside)
        self._inside.show()  # else only with the next round of events

    def _clicked(self) -> None:
        for name, row in self._rows.items():
            if row is self.sender():
                # The presenter says what is ticked, also when it says no.
                self.turned.emit(name)
