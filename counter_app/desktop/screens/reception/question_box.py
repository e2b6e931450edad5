"""`QuestionBox`: an amber box that asks one thing; digits and Enter answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.presenters.reception.state import Block, Question
from counter_app.desktop.screens.reception.choice_list import ChoiceList
from counter_app.desktop.screens.reception.key_gate import KeyGate
from counter_app.desktop.screens.reception.key_words import hints, show_hints
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.cards.warn_box import WarnBox


class QuestionBox(QWidget):
    """A question with its choices as rows. It takes the keys, at the choice that is preferred."""

    answered = Signal(int)  # the digit of the choice clicked

    def __init__(
        self, look: Look, gate: KeyGate, block: Block, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._box = WarnBox(look, parent=self)
        self._box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        gate.watch(self._box, block)
        self._choices = ChoiceList(look, gate, block, question=True)
        self._choices.picked.connect(self._picked)
        self._hints = HintLine(look)
        self._box.body.addWidget(self._choices)
        hint_line = QVBoxLayout()
        hint_line.setContentsMargins(0, 3, 0, 4)
        hint_line.addWidget(self._hints)
        self._box.body.addLayout(hint_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 4)
        column.addWidget(self._box)
        self.hide()

    def show_question(self, question: Question | None) -> None:
        """Ask, or go away; nothing is rebuilt when the question is the same."""
        if question == self._question:
            return
        self._question = question
        self.setVisible(question is not None)
        if question is None:
            return
        sentence = f"{question.label} {question.detail}".strip()
        self._box.set(question.title, sentence)
        self._box.setAccessibleName(question.title)
        self._box.setAccessibleDescription(sentence)
        self._choices.set_choices(question.choices, question.preferred)
        show_hints(self._hints, hints(question.hints))

    def take_focus(self) -> None:
        """Put the keys into the preferred choice, or into the box."""
        if not self._choices.take_focus():
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picked(self, row: int) -> None:
        if self._question is not None:
            self.answered.emit(int(self._question.choices[row].key))
