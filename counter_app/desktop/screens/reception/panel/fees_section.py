"""`FeesSection`: block 4 of the panel. The sum in the biggest type; the editor when asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.reception.state import Block, FeeRow, FeesState, Standing
from counter_app.desktop.screens.reception.card_parts import STATES
from counter_app.desktop.screens.reception.choice_list import ChoiceList
from counter_app.desktop.screens.reception.key_gate import KeyGate
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.step_section import StepSection
from counter_app.desktop.widgets.controls.check_row import CheckRow
from counter_app.desktop.widgets.controls.field import Field
from counter_app.i18n import tr


class _FeeLine(QWidget):
    """One fee: its name and amount, and fields for what an officer has to say about it."""

    def __init__(self, look: Look, gate: KeyGate, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = Line(look, "", Type.CAPTION, Tone.TEXT_2, wrap=True)
        self._amount = Line(look, "", Type.BODY, weight=MEDIUM, digits=True)
        self.units = Field(look, "", digits=True)
        self.sets = Field(look, tr("Số bộ"), digits=True)
        self.amount = Field(look, tr("Số tiền"), digits=True)
        for field in (self.units, self.sets, self.amount):
            gate.watch(field.edit, Block.FEES)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._label, 1)
        head.addWidget(self._amount, 0, Qt.AlignmentFlag.AlignTop)
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(self.units, 1)
        fields.addWidget(self.sets, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(fields)
        column.addWidget(self.amount)

    def show_fee(self, fee: FeeRow) -> None:
        """Show a fee; what is being typed stays."""
        self._label.set_text(fee.label)
        self._amount.set_text(fee.amount_words)
        self.units.label.set_text(fee.unit_name)
        self.units.label.setVisible(bool(fee.unit_name))
        self.units.edit.setAccessibleName(f"{fee.label}, {fee.unit_name}")
        self.amount.edit.setAccessibleName(f"{fee.label}, {self.amount.label.text()}")
        self.units.setVisible(fee.counted)
        self.sets.setVisible(fee.counted)
        self.amount.setVisible(fee.open)
        for field, text in (
            (self.units, fee.units),
            (self.sets, fee.sets),
            (self.amount, fee.amount),
        ):
            if not field.edit.hasFocus() and field.edit.text() != text:
                field.edit.setText(text)

    @property
    def first(self) -> QWidget | None:
        """Return the first field that is shown."""
        fields = (self.units, self.sets, self.amount)
        return next((each.edit for each in fields if not each.isHidden()), None)


class ValueSection(StepSection):
    """A block of the panel: what it says, why in small type, and an editor when it is asked for.

    `first` is the line of the value, `editor` takes what can be said.
    """

    def __init__(
        self, look: Look, gate: KeyGate, block: Block, number: str, title: str, value: Line
    ) -> None:
        super().__init__(look, number, title)
        self._words = title
        self.value = value
        self.detail = Line(look, "", Type.CAPTION, Tone.TEXT_3, wrap=True)
        self.first = QHBoxLayout()
        self.first.setSpacing(8)
        self.first.addWidget(value)
        below = QVBoxLayout()  # the small line is as high as the value's own lines
        below.setContentsMargins(0, 1, 0, 1)
        below.addWidget(self.detail)
        self.editing = QWidget()
        self.editor = QVBoxLayout(self.editing)
        self.editor.setContentsMargins(0, 8, 0, 0)
        self.editor.setSpacing(8)
        self.editing.hide()
        self.body.addLayout(self.first)
        self.body.addLayout(below)
        self.body.addWidget(self.editing)
        gate.watch(self, block)

    def show_value(
        self, standing: Standing, value: str, beside: str, detail: str, *, editing: bool
    ) -> None:
        """Show the value with what is said of it; `beside` is only spoken here."""
        self.set_state(STATES[standing])
        self.value.set_text(value)
        self.value.setVisible(bool(value))
        self.detail.set_text(detail)
        self.detail.setVisible(bool(detail))
        self.setAccessibleName(" ".join((self._words, value, beside)))
        # Tab comes only where there is something to say yet.
        empty, full = Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.TabFocus
        self.setFocusPolicy(full if value else empty)
        self.editing.setVisible(editing)


class FeesSection(ValueSection):
    """What is to be paid, and why."""

    counted = Signal(int, str, str)  # row, units, sets
    amount_typed = Signal(int, str)  # row, amount
    exempted = Signal(int)
    collected = Signal(bool)

    def __init__(self, look: Look, gate: KeyGate) -> None:
        value = Line(look, "", Type.MONEY, digits=True)
        super().__init__(look, gate, Block.FEES, "4", tr("Phí, lệ phí"), value)
        self._look, self._gate = look, gate
        self._state: FeesState | None = None
        self._lines: list[_FeeLine] = []
        self._aside = Line(look, "", Type.CAPTION, Tone.TEXT_2, wrap=True)
        self._aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.first.addStretch(1)
        self.first.addWidget(self._aside)
        self._fees = QVBoxLayout()
        self._fees.setSpacing(8)
        self._exemptions = ChoiceList(look, gate, Block.FEES)
        self._exemptions.picked.connect(self.exempted)
        self._collected = CheckRow(look, "", "")
        self._collected.clicked.connect(self._collect_clicked)
        gate.watch(self._collected, Block.FEES)
        self.editor.addLayout(self._fees)
        self.editor.addWidget(self._exemptions)
        self.editor.addWidget(self._collected)

    def show_state(self, state: FeesState) -> None:
        """Show the block; parts that are the same are left alone."""
        if state == self._state:
            return
        self._state = state
        detail = "" if state.editing else state.detail
        self.show_value(state.standing, state.value, state.aside, detail, editing=state.editing)
        self._aside.set_text(state.aside)
        self._aside.setVisible(bool(state.aside))
        if not state.editing:
            return
        while len(self._lines) > len(state.rows):
            gone = self._lines.pop()
            self._fees.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, fee in enumerate(state.rows):
            if at == len(self._lines):
                self._lines.append(self._new_line())
            self._lines[at].show_fee(fee)
        self._exemptions.set_choices(state.exemptions, state.exemption)
        self._collected.set(state.collected_words)
        self._collected.setChecked(state.collected)

    def take_focus(self) -> None:
        """Put the keys into the first thing that can be said about a fee."""
        fields = [line.first for line in self._lines if line.first is not None]
        target = fields[0] if fields else self._collected
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_line(self) -> _FeeLine:
        line = _FeeLine(self._look, self._gate, self.editing)
        line.units.edit.textEdited.connect(self._count_typed)
        line.sets.edit.textEdited.connect(self._count_typed)
        line.amount.edit.textEdited.connect(self._amount_typed)
        self._fees.addWidget(line)
        return line

    def _count_typed(self) -> None:
        for at, line in enumerate(self._lines):
            if self.sender() in (line.units.edit, line.sets.edit):
                self.counted.emit(at, line.units.text(), line.sets.text())

    def _amount_typed(self, text: str) -> None:
        for at, line in enumerate(self._lines):
            if self.sender() is line.amount.edit:
                self.amount_typed.emit(at, text)

    def _collect_clicked(self) -> None:
        self.collected.emit(self._collected.isChecked())
