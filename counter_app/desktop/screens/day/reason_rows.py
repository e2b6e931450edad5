"""The standing reasons of a difference, each with its digit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.i18n import tr

_MOST = 9


class ReasonRows(QWidget):
    """`chosen` carries the digit of the row that was clicked."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[ChoiceRow] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(Line(look, tr("Lý do"), Type.CAPTION, Tone.TEXT_2))

    def present(self, reasons: tuple[str, ...], given: str) -> None:
        """Show the reasons; the one that was given is marked."""
        reasons = reasons[:_MOST]
        for place in range(len(self._rows), len(reasons)):
            row = ChoiceRow(self._look, str(place + 1), reasons[place])
            self._rows.append(row)
            self._group.addButton(row, place + 1)
            self._column.addWidget(row)
        for row, words in zip(self._rows, reasons, strict=False):
            if row.text() != words:
                row.set(words)
        # An exclusive group lets go of its last mark only while it isn't exclusive.
        self._group.setExclusive(False)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(reasons))
            row.setAutoExclusive(False)
            row.setChecked(place < len(reasons) and reasons[place] == given)
        self._group.setExclusive(True)
        self.setVisible(bool(reasons))
