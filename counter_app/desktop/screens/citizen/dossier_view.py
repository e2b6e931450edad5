"""A dossier that is being received, or whose result is handed over, as the citizen checks it."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.citizen.state import PaperLine, Receiving, Returning, Tick
from counter_app.desktop.screens.citizen.parts import AppointmentView, MoneyView, TransferView
from counter_app.desktop.screens.citizen.short_line import ShortLine
from counter_app.desktop.screens.citizen.tick_list import TickList
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.fact import Fact
from counter_app.desktop.widgets.basics.facts_line import FactsLine
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.i18n import tr

_PADDING = (24, 18)
_ASIDE = 310  # px at 100 %: the right card across; upright it lies below


class DossierView(QWidget):
    """Left who, what and the papers; right what is to be paid and when to come; below the prompt.

    On an upright screen the right card lies under the left one.
    """

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = Line(look, "", Type.PAGE, digits=True, elide=True)
        self._facts = FactsLine(look)
        self._procedure = ShortLine(look, 3, Type.NAME)
        self._code = Line(look, "", Type.NAME, Tone.TEXT_2, digits=True, elide=True)
        self._list_title = Line(look, "", Type.CAPTION, Tone.TEXT_2, elide=True)
        self._list = TickList(look)
        self._money = MoneyView(look)
        self._transfer = TransferView(look)
        self._appointment = AppointmentView(look)
        self._prompt = IconLine(look, "info", "", Type.VALUE, Tone.TEXT_2, icon_size=22, wrap=True)
        self._left = Card(look, padding=_PADDING)
        self._right = Card(look, padding=_PADDING)
        self._foot = Card(look, padding=(24, 12))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        look.changed.connect(self._turn)

    def present_receiving(self, scene: Receiving) -> None:
        """Show a dossier under way."""
        self._show_head(scene.name, scene.facts, scene.procedure or tr("Đang chọn thủ tục"), "")
        self._list_title.set_text(scene.papers_title)
        self._list.set_papers(scene.papers)
        self._money.present(scene.money)
        self._transfer.present(scene.transfer)
        self._appointment.present(scene.appointment)
        self._right.setVisible(scene.money is not None or scene.appointment is not None)
        self._foot.set_edge(Edge.OK if scene.checks else None)
        self._prompt.set("eye" if scene.checks else "hourglass", scene.prompt)

    def present_returning(self, scene: Returning) -> None:
        """Show results that are handed over."""
        self._show_head(scene.name, scene.facts, scene.procedure, scene.code)
        self._list_title.set_text(tr("Kết quả giao cho ông/bà") if scene.results else "")
        self._list.set_papers(tuple(PaperLine(name, Tick.THERE) for name in scene.results))
        self._right.hide()
        self._foot.set_edge(Edge.OK)
        self._prompt.set("eye", scene.prompt)

    def set_upright(self, *, upright: bool) -> None:
        """Put the cards under each other, or side by side."""
        way = QBoxLayout.Direction
        self._sides.setDirection(way.TopToBottom if upright else way.LeftToRight)
        self._turn()

    def _turn(self) -> None:
        across = self._sides.direction() is QBoxLayout.Direction.LeftToRight
        width = self._look.px(_ASIDE) if across else 0
        self._right.setMinimumWidth(width)
        self._right.setMaximumWidth(width or 16_777_215)

    def _show_head(self, name: str, facts: tuple[str, ...], procedure: str, code: str) -> None:
        self._name.set_text(name)
        self._facts.set_facts(tuple(Fact(fact, digits=True) for fact in facts))
        self._facts.setVisible(bool(facts))
        self._procedure.set_text(procedure)
        self._code.set_text(code)
        self._code.setVisible(bool(code))

    def _lay_out(self) -> None:
        left = self._left.body
        left.setSpacing(8)
        left.addWidget(self._name)
        left.addWidget(self._facts)
        left.addSpacing(8)
        left.addWidget(self._procedure)
        left.addWidget(self._code)
        left.addSpacing(8)
        left.addWidget(self._list_title)
        left.addWidget(self._list, 1)
        right = self._right.body
        right.setSpacing(10)
        right.addWidget(self._money)
        right.addWidget(self._transfer)
        right.addWidget(self._appointment)
        right.addStretch(1)
        self._foot.body.addWidget(self._prompt)
        self._sides.setSpacing(16)
        self._sides.addWidget(self._left, 1)
        self._sides.addWidget(self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._sides, 1)
        column.addWidget(self._foot)
        self._turn()
