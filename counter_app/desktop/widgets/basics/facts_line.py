"""`FactsLine`: short facts in one line, parted by thin bars."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.basics.fact import Fact
from counter_app.desktop.widgets.basics.line import Line

__all__ = ["Fact", "FactsLine"]


class FactsLine(QWidget):
    """Facts about one person or dossier. All but the first give way when there is no room."""

    def __init__(
        self, look: Look, type_: Type = Type.BODY, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._type = look, type_
        self._facts: tuple[Fact, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addStretch(1)

    def set_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these facts; nothing is rebuilt when they are the same."""
        if facts == self._facts:
            return
        self._facts = facts
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, fact in enumerate(facts):
            if number:
                self._row.addWidget(Divider(self._look, upright=True))
            line = Line(
                self._look,
                fact.text,
                self._type,
                fact.tone,
                weight=fact.weight,
                digits=fact.digits,
                elide=number > 0,
            )
            self._row.addWidget(line)
        self._row.addStretch(1)
