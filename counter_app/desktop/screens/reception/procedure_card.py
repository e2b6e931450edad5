"""`ProcedureCard`: card 2. Searching among all procedures, or the one that was chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.reception.state import Block, ProcedureState
from counter_app.desktop.screens.reception.card_parts import HEAD, STATES, below, picker_rows
from counter_app.desktop.screens.reception.choice_list import ChoiceList
from counter_app.desktop.screens.reception.head_hints import HeadHints
from counter_app.desktop.screens.reception.key_gate import KeyGate
from counter_app.desktop.screens.reception.key_words import hints, show_hints
from counter_app.desktop.screens.reception.question_box import QuestionBox
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.step_card import StepCard
from counter_app.desktop.widgets.controls.search_field import SearchField
from counter_app.desktop.widgets.lists.picker_view import PickerView
from counter_app.i18n import tr


class ProcedureCard(StepCard):
    """One line while it waits, a search while it is current, two lines when chosen."""

    searched = Signal(str)
    picked = Signal(int)  # a row of the search
    answered = Signal(int)  # the digit of a case

    def __init__(self, look: Look, gate: KeyGate, *, parent: QWidget | None = None) -> None:
        super().__init__(look, "2", tr("Thủ tục"), parent=parent)
        self._look = look
        self._shown: ProcedureState | None = None
        self._favourites = HeadHints(look)
        self.keys.addWidget(self._favourites)
        self._lay_out_chosen(gate)
        self.search = SearchField(look, big=True)
        self.search.edit.setObjectName("procedure_search")
        self.search.edit.setAccessibleName(tr("Tìm thủ tục"))
        gate.watch(self.search.edit, Block.PROCEDURE)
        self.search.changed.connect(self.searched)
        self._rows = PickerView(look, max_rows=7)
        self._rows.setAccessibleName(tr("Thủ tục phù hợp"))
        self._rows.chosen.connect(self.picked)
        self._nothing = Line(look, "", Type.BODY, Tone.TEXT_3, wrap=True)
        self._hints = HintLine(look)
        for widget in (self.search, self._rows, self._nothing, self._hints):
            self.wide.addWidget(widget)

    def _lay_out_chosen(self, gate: KeyGate) -> None:
        look = self._look
        self._name = Line(look, "", Type.VALUE, weight=BOLD, wrap=True)
        self._code = Line(look, "", Type.BODY, Tone.TEXT_2, digits=True)
        self._meta = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        first = QHBoxLayout()
        first.setSpacing(16)
        first.addWidget(self._name, 1)
        first.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        self._chosen = QWidget()
        column = QVBoxLayout(self._chosen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._name.set_least_height(HEAD)
        self._code.set_least_height(HEAD)
        column.addLayout(first)
        column.addWidget(self._meta)
        self._cases = ChoiceList(look, gate, Block.PROCEDURE)
        self._cases.picked.connect(self._case_picked)
        self._question = QuestionBox(look, gate, Block.PROCEDURE)
        self._question.answered.connect(self.answered)
        self._case_hints = HintLine(look)
        self.values.addWidget(self._chosen)
        for widget in (self._cases, self._case_hints):
            self.values.addWidget(below(widget))
        self.values.addWidget(self._question)

    def show_state(self, state: ProcedureState, *, current: bool) -> None:
        """Show the card; parts that are the same are left alone."""
        before, self._shown = self._shown, state
        self.set_current(current)
        if state == before:
            return
        self.set_state(STATES[state.standing])
        self.set_line(state.summary)
        words = state.favourites_words
        shown = state.searching and words is not None
        self._favourites.set_hints(hints((words,)) if shown and words is not None else ())
        self._show_search(state)
        self._chosen.setVisible(bool(state.name))
        self._name.set_text(state.name)
        self._code.set_text(state.code)
        self._meta.set_text(state.meta)
        self._cases.set_choices(state.cases, state.case_selected)
        self._question.show_question(state.question)
        show_hints(self._case_hints, hints(state.hints) if not state.searching else ())
        self._hints.set_hints(hints(state.hints) if state.searching else ())
        self._hints.set_right(state.footnote)
        self._hints.setVisible(state.searching)

    def _show_search(self, state: ProcedureState) -> None:
        self.search.setVisible(state.searching)
        self.search.set_text(state.typed)
        self.search.edit.setPlaceholderText(state.placeholder)
        self.search.set_count(state.count_words)
        self._rows.set_rows(picker_rows(state.rows))
        self._rows.set_current(state.selected)
        self._rows.setVisible(state.searching and bool(state.rows))
        self._nothing.set_text(state.nothing)
        self._nothing.setVisible(state.searching and bool(state.nothing))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """Return no while searching: a box may not shrink a thing that says yes, the list must."""
        is_searching = self._shown is not None and self._shown.searching
        return super().hasHeightForWidth() and not is_searching

    def take_focus(self) -> None:
        """Put the keys where this card wants them; a chosen procedure takes them itself."""
        state = self._shown
        if state is not None and state.question is not None:
            self._question.take_focus()
        elif state is not None and state.searching:
            self.search.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._cases.take_focus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _case_picked(self, row: int) -> None:
        if self._shown is not None:
            self.answered.emit(int(self._shown.cases[row].key))
