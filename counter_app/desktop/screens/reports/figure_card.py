"""The figure that the keys are on: its value, by which rule it is counted, what Enter opens."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.reports.reports_state import FigureCard
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.controls.link_key import LinkKey
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.i18n import tr

_LOW = 30


class FigureBox(QWidget):
    """`open` is pressed for the dossiers behind the figure, `unit` for its unit's own sheet."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open = LinkKey(look, "", "Enter")
        self.unit = QuietButton(look, "", "print", height=_LOW)
        self._title = Line(look, "", Type.BODY, weight=600, elide=True)
        self._value = Line(look, "", Type.BODY, weight=600, digits=True)
        self._change = Line(look, "", Type.BODY, Tone.TEXT_2, digits=True)
        self._definition = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._title, 1)
        first.addWidget(self._value)
        first.addWidget(self._change)
        first.addWidget(self.open)
        first.addWidget(self.unit)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(first)
        words.addWidget(self._definition)
        card = Card(look)
        card.body.addLayout(words)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_figure(self, figure: FigureCard | None) -> None:
        """Show a figure; None hides the card."""
        self.setVisible(figure is not None)
        if figure is None:
            return
        self._title.set_text(figure.title)
        self._value.set_text(figure.value)
        self._change.set_text(figure.change)
        self._change.setVisible(bool(figure.change))
        self._definition.set_text(figure.definition or tr("Cột này là lời, không phải con số."))
        self.open.setText(figure.opens)
        self.open.setVisible(bool(figure.opens))
        self.unit.setText(figure.prints)
        self.unit.setVisible(bool(figure.prints))
