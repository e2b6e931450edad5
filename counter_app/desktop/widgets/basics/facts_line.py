"""`FactsLine`: short facts in one line, parted by thin bars; in big type they take two."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import painter_on, snapped, whole
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.fact import Fact
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.grounds.flow import Flow

__all__ = ["Fact", "FactsLine"]

_GAP, _BAR = 21, 16


class FactsLine(QWidget):
    """Facts about one person or dossier."""

    def __init__(
        self, look: Look, type_: Type = Type.BODY, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._type = look, type_
        self._facts: tuple[Fact, ...] = ()
        self._lines: list[tuple[Line, bool]] = []  # each with whether its digits align
        self._flow = Flow(_GAP, parent=self)

    def set_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these facts. Widgets stay: making one is dearer than all that it will show."""
        if facts == self._facts:
            return
        self._facts = facts
        self._fit(facts)
        for number, (line, _) in enumerate(self._lines):
            line.setVisible(number < len(facts))
            if number < len(facts):
                fact = facts[number]
                line.set_tone(fact.tone)
                line.set_weight(fact.weight)
                line.set_text(fact.text)
        self._flow.invalidate()
        self.updateGeometry()
        self.update()

    def _fit(self, facts: tuple[Fact, ...]) -> None:
        """Have a line for each fact: its kind of digits is all that a line can't change."""
        for number, fact in enumerate(facts):
            if number < len(self._lines) and self._lines[number][1] is not fact.digits:
                self._cut(number)
            if number == len(self._lines):
                line = Line(self._look, "", self._type, digits=fact.digits, elide=True)
                self._flow.addWidget(line)
                self._lines.append((line, fact.digits))

    def _cut(self, number: int) -> None:
        """Do away with the lines from `number` on."""
        for line, _ in self._lines[number:]:
            self._flow.removeWidget(line)
            line.hide()
            line.deleteLater()
        del self._lines[number:]

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint a bar between two facts of the same line."""
        painter = painter_on(self)
        colour = QColor(self._look.tokens.button_line)
        height = self._look.px(_BAR)
        for one, other in pairwise(line for line, _ in self._lines[: len(self._facts)]):
            if one.y() != other.y():
                continue
            left = other.x() - _GAP / 2
            top = one.geometry().center().y() + 0.5 - height / 2
            bar = snapped(painter, QRectF(left, top, 1, height))
            bar.setWidth(whole(painter, 1))
            painter.fillRect(bar, colour)
        painter.end()
