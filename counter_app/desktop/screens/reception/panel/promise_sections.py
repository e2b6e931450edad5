"""Blocks 5 and 6 of the panel: when the result is promised, and how it is handed over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from counter_app.desktop.presenters.reception.state import (
    Block,
    DeliveryState,
    DueState,
    Standing,
)
from counter_app.desktop.screens.reception.choice_list import ChoiceList
from counter_app.desktop.screens.reception.key_gate import KeyGate
from counter_app.desktop.screens.reception.panel.fees_section import ValueSection
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.field import Field
from counter_app.i18n import tr


class DueSection(ValueSection):
    """The promised hour in the biggest type of the page; the editor asks for a reason."""

    due_typed = Signal(str)
    reason_typed = Signal(str)

    def __init__(self, look: Look, gate: KeyGate) -> None:
        value = Line(look, "", Type.MONEY, digits=True)
        super().__init__(look, gate, Block.DUE, "5", tr("Hẹn trả"), value)
        self._state: DueState | None = None
        self._day = Line(look, "", Type.BODY, weight=MEDIUM, wrap=True)
        self.first.setSpacing(10)
        self.first.addWidget(self._day)
        self.first.addStretch(1)
        self._due = Field(look, tr("Giờ, ngày hẹn"), digits=True)
        self._due.set_placeholder(tr("9:14 1/7/25"))
        self._due.edit.textEdited.connect(self.due_typed)
        self._reason = Field(look, tr("Lý do hẹn khác"))
        self._reason.edit.textEdited.connect(self.reason_typed)
        for field in (self._due, self._reason):
            gate.watch(field.edit, Block.DUE)
            self.editor.addWidget(field)

    def show_state(self, state: DueState) -> None:
        """Show the block; what is being typed stays."""
        if state == self._state:
            return
        self._state = state
        self.show_value(state.standing, state.value, state.day, state.detail, editing=state.editing)
        self._day.set_text(state.day)
        self._day.setVisible(bool(state.day))
        for field, text in ((self._due, state.typed), (self._reason, state.reason)):
            if field.edit.text() != text:
                field.edit.setText(text)
        self._due.set_problem(state.problem)

    def take_focus(self) -> None:
        """Put the keys into the first field that is empty."""
        target = self._reason if self._due.text() else self._due
        target.edit.setFocus(Qt.FocusReason.OtherFocusReason)


class DeliverySection(ValueSection):
    """At the counter, by post, online."""

    chosen = Signal(int)
    address_typed = Signal(str)

    def __init__(self, look: Look, gate: KeyGate) -> None:
        value = Line(look, "", Type.BODY, weight=MEDIUM)
        super().__init__(look, gate, Block.DELIVERY, "6", tr("Nhận kết quả"), value)
        self._state: DeliveryState | None = None
        self._default = Line(look, "", Type.CAPTION, Tone.TEXT_2)
        self.first.setSpacing(4)
        self.first.addWidget(self._default)
        self.first.addStretch(1)
        self._ways = ChoiceList(look, gate, Block.DELIVERY)
        self._ways.picked.connect(self.chosen)
        self._address = Field(look, tr("Địa chỉ gửi"))
        self._address.edit.textEdited.connect(self.address_typed)
        gate.watch(self._address.edit, Block.DELIVERY)
        self.editor.addWidget(self._ways)
        self.editor.addWidget(self._address)

    def show_state(self, state: DeliveryState) -> None:
        """Show the block; what is being typed stays."""
        if state == self._state:
            return
        self._state = state
        waits = state.standing is Standing.UPCOMING
        detail = "" if waits or state.editing else state.detail
        self.show_value(state.standing, state.value, state.detail, detail, editing=state.editing)
        self.value.set_weight(None if waits else MEDIUM)
        self._default.set_text(f"· {state.detail}" if waits and state.detail else "")
        self._default.setVisible(waits and bool(state.detail))
        self._ways.set_choices(state.ways if state.editing else (), state.way)
        self._address.setVisible(state.editing and state.way == 1)
        if self._address.edit.text() != state.address:
            self._address.edit.setText(state.address)

    def take_focus(self) -> None:
        """Put the keys into the chosen way."""
        self._ways.take_focus()
