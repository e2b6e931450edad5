"""`ChoiceList`: a few choices of which one is taken; digits, arrows and clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.presenters.reception.state import Block, Choice
from counter_app.desktop.screens.reception.key_gate import KeyGate
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow


class ChoiceList(QWidget):
    """Rows under each other. In a `question` nothing stays filled: a click is the answer."""

    picked = Signal(int)  # the row

    def __init__(
        self,
        look: Look,
        gate: KeyGate,
        block: Block,
        *,
        question: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._gate, self._block = look, gate, block
        self._question = question
        self._rows: list[ChoiceRow] = []
        self._keys: list[str] = []
        self._at = -1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def set_choices(self, choices: tuple[Choice, ...], at: int) -> None:
        """Show these choices; `at` is the one that keys begin at, and filled in a list.

        None hides the list.
        """
        had_focus = any(row.hasFocus() for row in self._rows)
        keys = [choice.key for choice in choices]
        if keys != self._keys:
            self._rebuild(keys)
        self._at = at
        for number, (row, choice) in enumerate(zip(self._rows, choices, strict=True)):
            row.set(choice.text, choice.aside, choice.code)
            row.setChecked(number == at and not self._question)
        self.setVisible(bool(choices))
        if had_focus:
            self.take_focus()

    def take_focus(self) -> bool:
        """Put the keys into the row they begin at; False when there is none."""
        if not 0 <= self._at < len(self._rows):
            return False
        self._rows[self._at].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _rebuild(self, keys: list[str]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._keys, self._rows = keys, []
        for key in keys:
            row = ChoiceRow(self._look, key, "", parent=self)
            row.setAutoExclusive(not self._question)
            row.clicked.connect(self._clicked)
            self._gate.watch(row, self._block)
            self._column.addWidget(row)
            self._rows.append(row)

    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, ChoiceRow):
            row.setChecked(not self._question)
            self.picked.emit(self._rows.index(row))
