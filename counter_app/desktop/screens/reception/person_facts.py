"""`PersonFacts`: facts about a person in one line; large text breaks into several."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.facts_line import Fact, FactsLine
from counter_app.desktop.widgets.basics.line import Line

LARGE = 1.2
"""From this size of text on, one line is seldom enough."""


class PersonFacts(QWidget):
    """Parted by thin bars, or as words that break where they must."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._line = FactsLine(look)
        self._words = Line(look, "", Type.BODY, Tone.TEXT_2, digits=True, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)
        column.addWidget(self._words)
        look.changed.connect(self._fit)
        self._fit()

    def set_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these facts."""
        self._line.set_facts(facts)
        self._words.set_text(" · ".join(fact.text for fact in facts))

    def _fit(self) -> None:
        is_large = self._look.scale > LARGE
        self._line.setVisible(not is_large)
        self._words.setVisible(is_large)
