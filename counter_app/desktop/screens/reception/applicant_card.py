"""`ApplicantCard`: card 1. Whoever the dossier is for, and everybody else in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.reception.state import (
    ApplicantState,
    Block,
    PersonLine,
    Standing,
)
from counter_app.desktop.screens.persons.form_screen import PersonFormScreen
from counter_app.desktop.screens.reception.card_parts import HEAD, LARGE, STATES, below, picker_rows
from counter_app.desktop.screens.reception.key_gate import KeyGate
from counter_app.desktop.screens.reception.key_words import hints, show_hints
from counter_app.desktop.screens.reception.question_box import QuestionBox
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import ChipTone, Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.facts_line import Fact, FactsLine
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.basics.status_chip import StatusChip
from counter_app.desktop.widgets.cards.step_card import StepCard
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.link_key import LinkKey
from counter_app.desktop.widgets.controls.search_field import SearchField
from counter_app.desktop.widgets.lists.picker_view import PickerView
from counter_app.i18n import tr


class ApplicantCard(StepCard):
    """Searching, known, asking, or with the person form open."""

    searched = Signal(str)
    picked = Signal(int)
    answered = Signal(int)
    phone_typed = Signal(str)
    phone_left = Signal()
    asked = Signal(object)  # Command

    def __init__(self, look: Look, gate: KeyGate, *, parent: QWidget | None = None) -> None:
        super().__init__(look, "1", tr("Chủ hồ sơ"), parent=parent)
        self._look, self._gate = look, gate
        self._shown: ApplicantState | None = None
        self._lay_out_known()
        self._lay_out_search()
        self.form = PersonFormScreen(look, parent=self)
        self.form.hide()
        self._form_title = Line(look, "", Type.BODY, weight=600)
        self._form_title.hide()
        self.values.addWidget(self._form_title)
        self.values.addWidget(below(self.form))
        self._hints = HintLine(look)
        self.values.addWidget(below(self._hints))
        look.changed.connect(self._fit)
        self._fit()

    def _lay_out_known(self) -> None:
        look = self._look
        self._name = Line(look, "", Type.NAME, wrap=True)
        self._chip = StatusChip(look)
        self._edit = LinkKey(look, tr("Sửa"), "F4")
        self._edit.clicked.connect(self._edit_clicked)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._name)
        first.addWidget(self._chip)
        first.addStretch(1)
        first.addWidget(self._edit)
        self._facts = FactsLine(look)
        self._history = LinkKey(look, "", "Ctrl+L")
        self._history.clicked.connect(self._history_clicked)
        self._address = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._second, self._third = QHBoxLayout(), QHBoxLayout()
        for row in (self._second, self._third):
            row.setSpacing(12)
        self._second.addWidget(self._facts, 1)
        self._third.addWidget(self._address, 1)
        self._known = QWidget()
        column = QVBoxLayout(self._known)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(self._second)
        column.addLayout(self._third)
        self._others = QVBoxLayout()
        self._others.setSpacing(4)
        self._other_lines: list[FactsLine] = []
        column.addLayout(self._others)
        self.phone = Field(look, tr("Điện thoại"), digits=True, label_beside=True)
        self.phone.edit.setObjectName("phone")
        self._gate.watch(self.phone.edit, Block.APPLICANT)
        self.phone.edit.textEdited.connect(self.phone_typed)
        self.phone.edit.editingFinished.connect(self.phone_left)
        self.question = QuestionBox(look, self._gate, Block.APPLICANT)
        self.question.answered.connect(self.answered)
        self.values.addWidget(self._known)
        self.values.addWidget(below(self.phone))
        self.values.addWidget(self.question)

    def _lay_out_search(self) -> None:
        self.search = SearchField(self._look, big=True)
        self.search.edit.setObjectName("applicant_search")
        self.search.edit.setAccessibleName(tr("Tìm chủ hồ sơ"))
        self._gate.watch(self.search.edit, Block.APPLICANT)
        self.search.changed.connect(self.searched)
        self._rows = PickerView(self._look, max_rows=5)
        self._rows.setAccessibleName(tr("Người phù hợp"))
        self._rows.chosen.connect(self.picked)
        self.wide.addWidget(self.search)
        self.wide.addWidget(self._rows)
        self._search_hints = HintLine(self._look)
        self.wide.addWidget(self._search_hints)

    def show_state(self, state: ApplicantState, *, current: bool) -> None:
        """Show the card; parts that are the same are left alone."""
        before, self._shown = self._shown, state
        self.set_current(current)
        if state == before:
            return
        known = bool(state.name) and not state.form
        searching = not state.name and not state.form
        self.set_state(STATES[state.standing])
        self.set_accepted(state.scanned and known)
        self._show_search(state, searching=searching)
        self._known.setVisible(known)
        if known:
            self._show_known(state)
        asks_phone = known and state.phone is not None and state.question is None
        self.phone.setVisible(asks_phone)
        if asks_phone:
            self._show_phone(state)
        self.question.show_question(state.question)
        self._form_title.set_text(state.form_title)
        self._form_title.setVisible(state.form)
        self.form.setVisible(state.form)
        keys = hints(state.hints) if current and state.question is None else ()
        show_hints(self._hints, keys if known else ())
        show_hints(self._search_hints, keys if searching else ())

    def _show_search(self, state: ApplicantState, *, searching: bool) -> None:
        current = state.standing is Standing.CURRENT
        self.search.setVisible(searching and current)
        self.set_line(state.placeholder if searching and not current else "")
        if self.search.edit.text() != state.typed:
            self.search.set_text(state.typed)
        self.search.edit.setPlaceholderText(state.placeholder)
        self._rows.set_rows(picker_rows(state.rows))
        self._rows.set_current(state.selected)
        self._rows.setVisible(searching and current and bool(state.rows))

    def _show_known(self, state: ApplicantState) -> None:
        self._name.set_text(state.name)
        self._chip.set(state.card_words, ChipTone.OK, "card")
        self._chip.setVisible(bool(state.card_words))
        self._facts.set_facts(
            tuple(
                Fact(text, 500, digits=True, tone=Tone.TEXT) if not at else Fact(text)
                for at, text in enumerate(state.facts)
            )
        )
        self._history.setText(state.history)
        self._history.setVisible(bool(state.history))
        self._address.set_text(state.address)
        self._address.setVisible(bool(state.address) and state.question is None)
        self._show_others(state.others)

    def _show_phone(self, state: ApplicantState) -> None:
        self.phone.label.set_text(state.phone_label)
        if self.phone.edit.text() != state.phone:
            self.phone.edit.setText(state.phone or "")
        self.phone.set_problem(state.phone_problem, doubt=True)

    def _show_others(self, others: tuple[PersonLine, ...]) -> None:
        self._others.setContentsMargins(0, 4 if others else 0, 0, 0)
        while len(self._other_lines) < len(others):
            line = FactsLine(self._look)
            self._others.addWidget(line)
            self._other_lines.append(line)
        for number, line in enumerate(self._other_lines):
            line.setVisible(number < len(others))
            if number < len(others):
                each = others[number]
                line.set_facts(
                    (
                        Fact(each.role, tone=Tone.TEXT_3),
                        Fact(each.name, 500, tone=Tone.TEXT),
                        *(Fact(text, digits=not at) for at, text in enumerate(each.facts)),
                    )
                )

    def take_focus(self) -> None:
        """Put the keys where this card wants them."""
        if self._shown is None or self._shown.form:
            return
        if self._shown.question is not None:
            self.question.take_focus()
        elif self._shown.name:
            self.phone.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.phone.edit.selectAll()
        else:
            self.search.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Keep rows as high with keys as without, and a number no longer than it is."""
        self.phone.setMaximumWidth(self._look.px(440))
        is_large = self._look.scale > LARGE
        for row in (self._second, self._third):
            row.removeWidget(self._history)
        row = self._third if is_large else self._second
        row.addWidget(self._history, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._facts.setMinimumHeight(24)  # with the key or without
        self._form_title.set_least_height(HEAD)
        self._history.setFixedHeight(max(24, self._look.line(Type.BODY) + 4))

    def _edit_clicked(self) -> None:
        self.asked.emit(Command.EDIT)

    def _history_clicked(self) -> None:
        self.asked.emit(Command.HISTORY)
