"""`SidePanel`: fees, due time, delivery and note under each other, and what is left at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from counter_app.desktop.presenters.reception.state import Block, ReceptionState, Standing
from counter_app.desktop.screens.reception.key_gate import KeyGate
from counter_app.desktop.screens.reception.panel.fees_section import FeesSection
from counter_app.desktop.screens.reception.panel.panel_foot import SIDE, PanelFoot
from counter_app.desktop.screens.reception.panel.promise_sections import DeliverySection, DueSection
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.step_section import StepSection
from counter_app.desktop.widgets.cards.step_state import StepState
from counter_app.desktop.widgets.controls.multi_line import MultiLine
from counter_app.desktop.widgets.grounds.input_frame import InputFrame
from counter_app.i18n import tr

WIDTH, LEAST = 322, 236
"""Width in pixels, and what its words need at 100 %: large text takes from the cards, too."""


class SidePanel(Card):
    """The note takes the height that is left, so nothing of the panel lies empty."""

    note_typed = Signal(str)
    note_left = Signal()

    def __init__(self, look: Look, gate: KeyGate, *, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(0, 1), parent=parent)
        self.fees = FeesSection(look, gate)
        self.due = DueSection(look, gate)
        self.delivery = DeliverySection(look, gate)
        self.foot = PanelFoot(look, gate)
        self._note_section = StepSection(look, "note", tr("Ghi chú"))
        self._note_section.set_state(StepState.DONE)
        self._note_section.set_aside(tr("không bắt buộc"))
        self.note = MultiLine(look, lines=2, name=tr("Ghi chú"))
        self.note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for frame in self.note.findChildren(InputFrame):
            frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        gate.watch(self.note.edit, Block.NOTE)
        self.note.changed.connect(self.note_typed)
        self.note.committed.connect(self.note_left)
        self._note_section.body.addWidget(self.note, 1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.viewport().setAutoFillBackground(False)
        sections = self._sections()
        self.laid_out = (self, sections, self.fees, self.due, self.delivery, self.foot)
        self._scroll.setWidget(sections)
        sections.setAutoFillBackground(False)  # Qt fills it when it becomes the content
        self.body.setSpacing(0)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(Divider(look))
        self.body.addWidget(self.foot)
        look.changed.connect(self._fit)
        self._fit()

    def _sections(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in (self.fees, self.due, self.delivery, self._note_section):
            padded = QVBoxLayout()
            padded.setContentsMargins(SIDE, 12, SIDE, 12)
            padded.addWidget(section)
            if section is not self.fees:
                column.addWidget(Divider(self._look))
            column.addLayout(padded, 1 if section is self._note_section else 0)
        return content

    def keep_in_sight(self, widget: QWidget) -> None:
        """Scroll to what has the keys, when the panel is longer than the page."""
        if self._scroll.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 0, 24)

    def show_state(self, state: ReceptionState) -> None:
        """Show the panel's blocks."""
        self.fees.show_state(state.fees)
        self.due.show_state(state.due)
        self.delivery.show_state(state.delivery)
        self.foot.show_state(state.panel)
        waits = state.fees.standing is Standing.UPCOMING
        self._note_section.set_state(StepState.UPCOMING if waits else StepState.DONE)
        self.note.edit.setPlaceholderText(state.note_placeholder)
        if self.note.edit.toPlainText() != state.note:
            self.note.set_text(state.note)

    def _fit(self) -> None:
        self.setFixedWidth(max(WIDTH, self._look.px(LEAST)))
