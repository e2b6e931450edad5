"""Blocks 5 and 6 of the panel: when the result is promised, and how it is handed over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.reception.state import (
    Block,
    DeliveryState,
    DueState,
    Standing,
)
from counter_app.desktop.screens.reception.card_parts import STATES
from counter_app.desktop.screens.reception.choice_list import ChoiceList
from counter_app.desktop.screens.reception.key_gate import KeyGate
from counter_app.desktop.screens.reception.panel.fees_section import detail_row
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.step_section import StepSection
from counter_app.desktop.widgets.controls.field import Field
from counter_app.i18n import tr


class DueSection(StepSection):
    """The promised hour in the biggest type of the page; the editor asks for a reason."""

    due_typed = Signal(str)
    reason_typed = Signal(str)

    def __init__(self, look: Look, gate: KeyGate, *, parent: QWidget | None = None) -> None:
        super().__init__(look, "5", tr("Hẹn trả"), parent=parent)
        self._state: DueState | None = None
        self._value = Line(look, "", Type.MONEY, digits=True)
        self._day = Line(look, "", Type.BODY, weight=MEDIUM, wrap=True)
        self._detail = Line(look, "", Type.CAPTION, Tone.TEXT_3, wrap=True)
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self._value)
        first.addWidget(self._day)
        first.addStretch(1)
        self._due = Field(look, tr("Giờ, ngày hẹn"), digits=True)
        self._due.set_placeholder(tr("9:14 1/7/25"))
        self._due.edit.textEdited.connect(self.due_typed)
        self._reason = Field(look, tr("Lý do hẹn khác"))
        self._reason.edit.textEdited.connect(self.reason_typed)
        self._editor = QWidget()
        editor = QVBoxLayout(self._editor)
        editor.setContentsMargins(0, 8, 0, 0)
        editor.setSpacing(8)
        for field in (self._due, self._reason):
            gate.watch(field.edit, Block.DUE)
            editor.addWidget(field)
        self._editor.hide()
        self.body.addLayout(first)
        self.body.addLayout(detail_row(self._detail))
        self.body.addWidget(self._editor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        gate.watch(self, Block.DUE)

    def show_state(self, state: DueState) -> None:
        """Show the block; what is being typed stays."""
        if state == self._state:
            return
        self._state = state
        self.set_state(STATES[state.standing])
        self._value.set_text(state.value)
        self._value.setVisible(bool(state.value))
        self._day.set_text(state.day)
        self._day.setVisible(bool(state.day))
        self._detail.set_text(state.detail)
        self._detail.setVisible(bool(state.detail))
        self.setAccessibleName(" ".join((tr("Hẹn trả"), state.value, state.day)))
        # Tab comes only where there is something to say yet.
        empty, full = Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.TabFocus
        self.setFocusPolicy(full if state.value else empty)
        self._editor.setVisible(state.editing)
        for field, text in ((self._due, state.typed), (self._reason, state.reason)):
            if field.edit.text() != text:
                field.edit.setText(text)
        self._due.set_problem(state.problem)

    def take_focus(self) -> None:
        """Put the keys into the first field that is empty."""
        target = self._reason if self._due.text() else self._due
        target.edit.setFocus(Qt.FocusReason.OtherFocusReason)


class DeliverySection(StepSection):
    """At the counter, by post, online."""

    chosen = Signal(int)
    address_typed = Signal(str)

    def __init__(self, look: Look, gate: KeyGate, *, parent: QWidget | None = None) -> None:
        super().__init__(look, "6", tr("Nhận kết quả"), parent=parent)
        self._state: DeliveryState | None = None
        self._value = Line(look, "", Type.BODY, weight=MEDIUM)
        self._default = Line(look, "", Type.CAPTION, Tone.TEXT_2)
        self._detail = Line(look, "", Type.CAPTION, Tone.TEXT_3, wrap=True)
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self._value)
        first.addWidget(self._default)
        first.addStretch(1)
        self._ways = ChoiceList(look, gate, Block.DELIVERY)
        self._ways.picked.connect(self.chosen)
        self._address = Field(look, tr("Địa chỉ gửi"))
        self._address.edit.textEdited.connect(self.address_typed)
        gate.watch(self._address.edit, Block.DELIVERY)
        self._editor = QWidget()
        editor = QVBoxLayout(self._editor)
        editor.setContentsMargins(0, 8, 0, 0)
        editor.setSpacing(8)
        editor.addWidget(self._ways)
        editor.addWidget(self._address)
        self._editor.hide()
        self.body.addLayout(first)
        self.body.addLayout(detail_row(self._detail))
        self.body.addWidget(self._editor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        gate.watch(self, Block.DELIVERY)

    def show_state(self, state: DeliveryState) -> None:
        """Show the block; what is being typed stays."""
        if state == self._state:
            return
        self._state = state
        waits = state.standing is Standing.UPCOMING
        self.set_state(STATES[state.standing])
        self._value.set_text(state.value)
        self._value.set_weight(None if waits else MEDIUM)
        self._default.set_text(f"· {state.detail}" if waits and state.detail else "")
        self._default.setVisible(waits and bool(state.detail))
        self._detail.set_text(state.detail)
        self._detail.setVisible(not waits and bool(state.detail) and not state.editing)
        self.setAccessibleName(" ".join((tr("Nhận kết quả"), state.value, state.detail)))
        self._editor.setVisible(state.editing)
        self._ways.set_choices(state.ways if state.editing else (), state.way)
        self._address.setVisible(state.editing and state.way == 1)
        if self._address.edit.text() != state.address:
            self._address.edit.setText(state.address)

    def take_focus(self) -> None:
        """Put the keys into the chosen way."""
        self._ways.take_focus()
