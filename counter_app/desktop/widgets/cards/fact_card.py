"""`FactCard`: one figure of the state of things: caption, value, what it means."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.basics.meter import Meter
from counter_app.desktop.widgets.cards.card import Card


class FactCard(Card):
    """Icon and caption, the value in big type, one line, and a meter where there is a supply."""

    def __init__(
        self, look: Look, icon: str, caption: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent)
        self.body.setSpacing(0)
        caption_line = IconLine(look, icon, caption, Type.CAPTION, weight=MEDIUM, icon_size=17)
        self._value = Line(look, "", Type.PAGE, digits=True, wrap=True)
        self._detail = Line(look, "", Type.CAPTION, Tone.TEXT_2, wrap=True)
        self._meter = Meter(look)
        self.body.addWidget(caption_line)
        self.body.addSpacing(2)
        self.body.addWidget(self._value)
        self.body.addWidget(self._detail)
        self.body.addSpacing(5)
        self.body.addWidget(self._meter)
        self.body.addStretch(1)
        self._meter.hide()

    def set(self, value: str, detail: str = "", share: float | None = None) -> None:
        """Show a value; `share` (0–1) how much of the supply is left."""
        self._value.set_text(value)
        self._detail.set_text(detail)
        self._meter.setVisible(share is not None)
        if share is not None:
            self._meter.set_value(share)
