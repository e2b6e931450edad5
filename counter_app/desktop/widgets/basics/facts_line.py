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
        self._lines: list[Line] = []
        self._flow = Flow(_GAP, parent=self)

    def set_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these facts; nothing is rebuilt when they are the same."""
        if facts == self._facts:
            return
        self._facts = facts
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = [
            Line(
                self._look,
                fact.text,
                self._type,
                fact.tone,
                weight=fact.weight,
                digits=fact.digits,
                elide=True,
            )
            for fact in facts
        ]
        for line in self._lines:
            self._flow.addWidget(line)
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint a bar between two facts of the same line."""
        painter = painter_on(self)
        colour = QColor(self._look.tokens.button_line)
        height = self._look.px(_BAR)
        for one, other in pairwise(self._lines):
            if one.y() != other.y():
                continue
            left = other.x() - _GAP / 2
            top = one.geometry().center().y() + 0.5 - height / 2
            bar = snapped(painter, QRectF(left, top, 1, height))
            bar.setWidth(whole(painter, 1))
            painter.fillRect(bar, colour)
        painter.end()
