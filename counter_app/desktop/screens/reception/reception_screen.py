"""`ReceptionScreen`: the page of a reception, three cards and the panel at the right."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from counter_app.desktop.presenters.persons.form import PersonForm
from counter_app.desktop.presenters.persons.state import PersonFormView
from counter_app.desktop.presenters.reception.on_paper.state import PaperPart
from counter_app.desktop.presenters.reception.state import Block, ReceptionEvents, ReceptionState
from counter_app.desktop.screens.reception.applicant_card import ApplicantCard
from counter_app.desktop.screens.reception.key_gate import KeyGate
from counter_app.desktop.screens.reception.key_words import hints, show_hints
from counter_app.desktop.screens.reception.panel.side_panel import SidePanel
from counter_app.desktop.screens.reception.paper_line import PaperLineBox
from counter_app.desktop.screens.reception.papers_card import PapersCard
from counter_app.desktop.screens.reception.procedure_card import ProcedureCard
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.cards.banner import Banner
from counter_app.desktop.widgets.cards.step_card import GAP, INSET
from counter_app.desktop.widgets.grounds.layouts_held import layouts_held

SAVE_AFTER = 400
"""Milliseconds from the last change to the keeping of the draft."""

_MARGIN = 16


class ReceptionDeskEvents(ReceptionEvents, Protocol):
    """What the page hears: the page's own events, and who fills the person form."""

    def person_form(self, view: PersonFormView) -> PersonForm:
        """Return the decisions of the person form that `view` shows in the first card."""


class _Cards(QWidget):
    """The cards. Lists in them give way first, so the page itself scrolls only when it must."""

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        """Return the least height: the scroll area asks for no more."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else -1


class ReceptionScreen(QWidget):
    """Implements `ReceptionView`. `asked` says that a command's words were clicked."""

    asked = Signal(object)  # Command

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._events: ReceptionDeskEvents | None = None
        self._state: ReceptionState | None = None
        self._presenting = False
        self._gate = KeyGate(self)
        self._save = QTimer(self)
        self._save.setSingleShot(True)
        self._save.setInterval(SAVE_AFTER)
        self._save.timeout.connect(self._save_now)
        self._sight = QTimer(self)
        self._sight.setSingleShot(True)
        self._sight.timeout.connect(self._keep_in_sight)
        self.applicant = ApplicantCard(look, self._gate)
        self.procedure = ProcedureCard(look, self._gate)
        self.papers = PapersCard(look, self._gate)
        self.panel = SidePanel(look, self._gate)
        self.paper_line = PaperLineBox(look, self._gate)
        self.paper_line.hide()
        self._gate.watch(self.applicant, Block.APPLICANT)
        self._gate.watch(self.procedure, Block.PROCEDURE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._grey = Banner(self._look, "note")
        self._grey.hide()
        self._footer = HintLine(self._look)
        self._saved = IconLine(self._look, "check", "", Type.CAPTION, icon_size=14)
        self._saved.hide()
        self._cards = _Cards()
        column = QVBoxLayout(self._cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for card in (
            self._grey,
            self.paper_line,
            self.applicant,
            self.procedure,
            self.papers,
        ):
            # Broken lines may need more height than a card hints at; the stretch takes the rest.
            card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            column.addWidget(card)
        foot = QHBoxLayout()
        foot.setContentsMargins(17, 0, 17, 0)
        foot.setSpacing(16)
        foot.addWidget(self._footer, 1)
        foot.addWidget(self._saved)
        column.addLayout(foot)
        self._below = QWidget()  # shown while nobody is being served
        self.below = QVBoxLayout(self._below)
        self.below.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._below)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(self._cards)
        self._cards.setAutoFillBackground(False)  # Qt fills it when it becomes the content
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN - INSET, _MARGIN - INSET - 1, _MARGIN, _MARGIN - INSET)
        row.setSpacing(16)
        row.addWidget(self._scroll, 1)
        row.addWidget(self.panel)
        cards = (self._cards, self.paper_line, self.applicant, self.procedure, self.papers)
        self._laid_out = (self, *cards, *self.panel.laid_out)

    def attach(self, events: ReceptionDeskEvents) -> None:
        """Tell `events` everything from now on."""
        self._events = events

    # ReceptionView

    def present(self, state: ReceptionState) -> None:
        """Show the whole state; the focus moves only when the state says so."""
        before, self._state = self._state, state
        self._presenting = True
        with layouts_held(self._laid_out):
            self._show(state)
        if before is None or before.edits != state.edits:
            self._save.start()
        self._open_form(before, state)
        if before is None or _place(before) != _place(state):
            self.take_focus()
        self._presenting = False

    def _show(self, state: ReceptionState) -> None:
        self._grey.set(state.grey)
        self._grey.setVisible(bool(state.grey))
        current = state.current
        self.paper_line.show_state(state.paper_line, current=current is Block.PAPER_FIRST)
        self.applicant.show_state(state.applicant, current=current is Block.APPLICANT)
        self.procedure.show_state(state.procedure, current=current is Block.PROCEDURE)
        self.papers.show_state(state.papers, current=current is Block.PAPERS)
        self.panel.show_state(state)
        show_hints(self._footer, hints(state.footer))
        self._below.setVisible(state.is_idle)
        saved = state.panel.saved if state.panel.ready else ""
        self._saved.set("check", saved)
        self._saved.setVisible(bool(saved))

    def take_focus(self) -> None:
        """Put the keys into the current block's own field."""
        state = self._state
        if state is None:
            return
        takers = {
            Block.PAPER_FIRST: self.paper_line.take_focus,
            Block.APPLICANT: self.applicant.take_focus,
            Block.PROCEDURE: self.procedure.take_focus,
            Block.PAPERS: self.papers.take_focus,
            Block.FEES: self.panel.fees.take_focus,
            Block.DUE: self.panel.due.take_focus,
            Block.DELIVERY: self.panel.delivery.take_focus,
            Block.NOTE: self.panel.note.edit.setFocus,
            # No ring round F9: Enter, pressed once too often, must not receive.
            Block.READY: self.setFocus,
        }
        takers[state.current]()
        self._keep_in_sight()
        self._sight.start()  # again when the cards have found their places

    def _keep_in_sight(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self._cards.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, 24)
            self._scroll.horizontalScrollBar().setValue(0)
        elif focused is not None:
            self.panel.keep_in_sight(focused)

    def _open_form(self, before: ReceptionState | None, state: ReceptionState) -> None:
        was_open = before is not None and before.applicant.form
        if state.applicant.form and self._events is not None:
            title = before.applicant.form_title if before is not None else ""
            if not was_open or title != state.applicant.form_title:
                self._events.person_form(self.applicant.form).begin()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Take the keys that no widget of the page wanted."""
        if not self._gate.eventFilter(self, event):
            super().keyPressEvent(event)

    def _enter(self) -> None:
        if self._events is not None and not self.paper_line.step():
            self._events.enter()

    def _digit(self, number: int) -> None:
        if self._events is not None and not self.papers.list.digit(number):
            self._events.digit(number)

    def _move(self, step: int) -> None:
        if self._events is not None:
            self._events.move(step)

    def _space(self) -> None:
        focused = self.focusWidget()
        if self._events is None or self._state is None:
            return
        if self._state.current is not Block.PAPERS and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            self._events.space()

    def _came(self, block: Block) -> None:
        state = self._state
        # A field that is hidden hands the focus on as Tab would: nobody came there.
        if self._events is None or state is None or state.applicant.form or self._presenting:
            return
        if block is not state.current:
            self._events.go(block)

    def _save_now(self) -> None:
        self._save.stop()
        if self._events is not None:
            self._events.save()

    def _connect(self) -> None:
        gate, applicant, procedure = self._gate, self.applicant, self.procedure
        gate.entered.connect(self._enter)
        gate.digit.connect(self._digit)
        gate.moved.connect(self._move)
        gate.spaced.connect(self._space)
        gate.sideways.connect(self.papers.list.sideways)
        gate.signed.connect(self.papers.list.sign)
        gate.came.connect(self._came)
        for card in (applicant, procedure):
            card.searched.connect(self._search)
            card.picked.connect(self._pick)
            card.answered.connect(self._answer)
        applicant.asked.connect(self.asked)
        applicant.phone_typed.connect(self._phone_typed)
        applicant.phone_left.connect(self._save_now)
        self.paper_line.typed.connect(self._paper_line_typed)
        self.paper_line.left.connect(self._save_now)
        self.papers.toggled.connect(self._paper_toggled)
        self.papers.counted.connect(self._paper_counted)
        self.papers.noted.connect(self._paper_noted)
        self.papers.note_left.connect(self._save_now)
        panel = self.panel
        panel.foot.asked.connect(self.asked)
        panel.note_typed.connect(self._note_typed)
        panel.note_left.connect(self._save_now)
        panel.fees.counted.connect(self._fee_counted)
        panel.fees.amount_typed.connect(self._fee_typed)
        panel.fees.exempted.connect(self._exempted)
        panel.fees.collected.connect(self._collected)
        panel.due.due_typed.connect(self._due_typed)
        panel.due.reason_typed.connect(self._reason_typed)
        panel.delivery.chosen.connect(self._delivered)
        panel.delivery.address_typed.connect(self._address_typed)

    # what widgets say, handed on

    def _search(self, text: str) -> None:
        if self._events is not None:
            self._events.search(text)

    def _pick(self, row: int) -> None:
        if self._events is not None:
            self._events.pick(row)

    def _answer(self, digit: int) -> None:
        if self._events is not None:
            self._events.digit(digit)

    def _phone_typed(self, text: str) -> None:
        if self._events is not None:
            self._events.type_phone(text)

    def _paper_line_typed(self, part: PaperPart, text: str) -> None:
        if self._events is not None:
            self._events.type_paper(part, text)

    def _paper_toggled(self, row: int) -> None:
        if self._events is not None:
            self._events.toggle_paper(row)

    def _paper_counted(self, row: int, column: int, count: int) -> None:
        if self._events is not None:
            self._events.count_paper(row, column, count)

    def _paper_noted(self, row: int, text: str) -> None:
        if self._events is not None:
            self._events.note_paper(row, text)

    def _note_typed(self, text: str) -> None:
        if self._events is not None:
            self._events.type_note(text)

    def _fee_counted(self, row: int, units: str, sets: str) -> None:
        if self._events is not None:
            self._events.count_fee(row, units, sets)

    def _fee_typed(self, row: int, amount: str) -> None:
        if self._events is not None:
            self._events.enter_fee(row, amount)

    def _exempted(self, index: int) -> None:
        if self._events is not None:
            self._events.exempt(index)

    def _collected(self, collected: bool) -> None:
        if self._events is not None:
            self._events.collect(collected)

    def _due_typed(self, text: str) -> None:
        if self._events is not None:
            self._events.type_due(text)

    def _reason_typed(self, text: str) -> None:
        if self._events is not None:
            self._events.type_due_reason(text)

    def _delivered(self, index: int) -> None:
        if self._events is not None:
            self._events.deliver(index)

    def _address_typed(self, text: str) -> None:
        if self._events is not None:
            self._events.type_delivery_address(text)


def _place(state: ReceptionState) -> tuple[object, ...]:
    """Return what says where keys belong: when it changes, the focus moves."""
    applicant, procedure = state.applicant, state.procedure
    return (
        state.current,
        state.focus,
        bool(applicant.name),
        applicant.form,
        applicant.question is not None,
        procedure.searching,
        procedure.question is not None,
        bool(procedure.cases),
        tuple(row.number for row in state.papers.rows if row.noting),
    )
