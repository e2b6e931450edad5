"""Answers beside or under each other, of which one is taken."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from counter_app.desktop.presenters.print_settings.settings_state import Choice
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow


class Choices(QWidget):
    """A widget of its own, because rows exclude each other among the children of one parent."""

    picked = Signal(str)

    def __init__(
        self, look: Look, name: str, *, across: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._keys: list[str] = []
        self._rows: list[ChoiceRow] = []
        direction = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self._line = QBoxLayout(direction, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self.setAccessibleName(name)

    def set_choices(self, choices: tuple[Choice, ...]) -> None:
        """Show other answers; the same ones keep their rows, and the keys in them."""
        keys = [each.key for each in choices]
        if keys != self._keys:
            for row in self._rows:
                self._line.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._keys = keys
            self._rows = [ChoiceRow(self._look, "", each.words, each.note) for each in choices]
            for row in self._rows:
                row.clicked.connect(self._clicked)
                self._line.addWidget(row, 1)
        for row, each in zip(self._rows, choices, strict=True):
            row.set(each.words, each.note)
            row.setChecked(each.chosen)

    def _clicked(self) -> None:
        for key, row in zip(self._keys, self._rows, strict=True):
            if row is self.sender():
                self.picked.emit(key)
                return
