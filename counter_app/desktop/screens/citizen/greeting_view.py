"""A welcome, thanks, or a counter that is away: a big line, a sentence, sometimes a code."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.citizen.state import Greeting
from counter_app.desktop.screens.citizen.parts import AppointmentView, MoneyView, TransferView
from counter_app.desktop.screens.citizen.short_line import ShortLine
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.icon_view import IconView
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card

_GAP = 24
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_ICON = 56


class GreetingView(QWidget):
    """Centred; below it a card with what a received dossier costs and when it is ready."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconView(look, "", _ICON, Tone.ACCENT)
        self._title = ShortLine(look, 2, Type.PAGE)
        self._code = Line(look, "", Type.PAGE, Tone.ACCENT, digits=True, elide=True)
        self._sentence = ShortLine(look, 3, Type.VALUE, Tone.TEXT_2)
        for line in (self._title, self._code, self._sentence):
            line.setAlignment(_CENTRE)
        self._card = Card(look, padding=(24, 18))
        self._appointment = AppointmentView(look)
        self._money = MoneyView(look)
        self._transfer = TransferView(look)
        self._facts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def present(self, scene: Greeting) -> None:
        """Show the greeting."""
        self._icon.set(scene.icon, Tone.OK if scene.icon == "ok" else Tone.ACCENT)
        self._title.set_text(scene.title)
        self._code.set_text(scene.code)
        self._code.setVisible(bool(scene.code))
        self._sentence.set_text(scene.sentence)
        self._appointment.present(scene.appointment)
        self._money.present(scene.money)
        self._transfer.present(scene.transfer)
        self._card.setVisible(scene.money is not None or scene.appointment is not None)

    def set_upright(self, *, upright: bool) -> None:
        """Put what is in the card under each other, or side by side."""
        way = QBoxLayout.Direction
        self._facts.setDirection(way.TopToBottom if upright else way.LeftToRight)

    def _lay_out(self) -> None:
        self._facts.setSpacing(24)
        for part, share in ((self._appointment, 3), (self._money, 3), (self._transfer, 4)):
            self._facts.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
        self._card.body.addLayout(self._facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._icon, 0, _CENTRE)
        column.addWidget(self._title)
        column.addWidget(self._code)
        column.addWidget(self._sentence)
        column.addSpacing(_GAP)
        column.addWidget(self._card)
        column.addStretch(3)
