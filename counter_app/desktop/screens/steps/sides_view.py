"""`SidesView`: one value in three columns: what it was, mine, theirs; a digit takes a side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.steps.step_state import Row, Sides
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.i18n import tr


class SidesView(QWidget):
    """`turned` carries the name of the side that was taken; what is taken, only the step says."""

    turned = Signal(str)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._label = Line(look, "", Type.BODY, weight=MEDIUM, wrap=True)
        self._base = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._sides: tuple[ChoiceRow, ...] = ()
        self._names: tuple[str, ...] = ()
        self._heads: list[Line] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        for place, (words, stretch) in enumerate(
            ((tr("Gốc"), 4), (tr("Của tôi"), 5), (tr("Máy chủ"), 5))
        ):
            head = Line(look, words, Type.CAPTION, Tone.TEXT_2)
            self._heads.append(head)
            self._grid.addWidget(head, 0, place)
            self._grid.setColumnStretch(place, stretch)
        self._grid.addWidget(self._base, 1, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addLayout(self._grid)

    def show_block(self, block: Sides) -> None:
        """Show this value; the sides are made anew only when others came."""
        self._label.set_text(block.label)
        self._base.set_text(block.base)
        for head in self._heads:
            head.setVisible(block.heads)
        names = (block.mine.name, block.theirs.name)
        if names != self._names:
            self._build(block)
            self._names = names
        for shown, row in zip(self._sides, (block.mine, block.theirs), strict=True):
            shown.set(row.text)
            shown.setChecked(row.ticked)

    def focus(self) -> None:
        """Put the keys on the side that is taken, or on mine."""
        taken = next((each for each in self._sides if each.isChecked()), None)
        (taken or self._sides[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, block: Sides) -> None:
        for each in self._sides:
            each.hide()
            each.deleteLater()
        self._sides = (self._made(block.mine, 1), self._made(block.theirs, 2))

    def _made(self, row: Row, column: int) -> ChoiceRow:
        made = ChoiceRow(self._look, row.number if row.is_key else "", row.text)
        made.setAutoExclusive(False)  # nothing is taken until somebody takes it
        made.clicked.connect(self._clicked)
        self._grid.addWidget(made, 1, column, Qt.AlignmentFlag.AlignVCenter)
        made.show()
        return made

    def _clicked(self) -> None:
        for name, side in zip(self._names, self._sides, strict=True):
            if side is self.sender():
                self.turned.emit(name)
                return
