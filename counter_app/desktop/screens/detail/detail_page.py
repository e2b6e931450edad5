"""The page of one dossier: its history at the left; its parts, and what to do, at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.detail.detail_state import (
    AskState,
    DetailState,
    MissingState,
    OtherAct,
    OtherButton,
    PaperAsk,
    Part,
)
from counter_app.desktop.presenters.detail.dossier_detail import DossierDetail
from counter_app.desktop.presenters.detail.paper_out import PaperOut
from counter_app.desktop.presenters.returning.return_state import ReturnState
from counter_app.desktop.presenters.steps.offers import MAKERS, OFFERS
from counter_app.desktop.presenters.steps.step import Step
from counter_app.desktop.presenters.steps.step_state import NEXT, StepState
from counter_app.desktop.scanning.meaning import CardScan, Meaning
from counter_app.desktop.screens.detail.detail_head import DetailHead
from counter_app.desktop.screens.detail.detail_side import DetailSide
from counter_app.desktop.screens.detail.notes_view import NotesView
from counter_app.desktop.screens.detail.sheets import (
    CancelSheet,
    ContactSheet,
    PaperSheet,
)
from counter_app.desktop.screens.reprint.reprint_sheet import JAMMED, LOST, ReprintSheet
from counter_app.desktop.screens.returning.return_panel import ReturnPanel
from counter_app.desktop.screens.steps.step_panel import StepPanel
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.lists.timeline_view import TimelineView
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import ContactWay
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.i18n import tr

_MARGIN, _GAP = 16, 16
_PARTS = {part.value: part for part in Part}


class DetailPage(QWidget):
    """A page of the work area. `wrote` carries a Changed, `left` asks to go back."""

    wrote = Signal(object)
    left = Signal()
    retitled = Signal()
    scanning = Signal(str)
    """Asks for the papers of the dossier with this uid."""
    answering = Signal(str)
    """Asks for the server's answer to the act with this uid."""
    returning = Signal(object)
    """Carries the dossier whose result is being returned, None when that ended."""
    returned = Signal(object)
    """Carries the dossier whose result was returned."""

    def __init__(self, look: Look, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sheet: Sheet | None = None
        self._desk = desk
        self._steps: dict[str, Step] = {}
        self.presenter = DossierDetail(desk, self, self.wrote.emit, OFFERS)
        self._panel = ReturnPanel(look, desk, self.wrote.emit)
        self._step_panel: StepPanel | None = None
        self._others: tuple[OtherButton, ...] = ()
        self._head = DetailHead(look)
        self._notes = NotesView(look)
        self._sending = IconLine(look, "", "", Type.CAPTION, icon_size=16)
        self._timeline = TimelineView(look)
        self._timeline.setAccessibleName(tr("Diễn biến"))
        self._side = DetailSide(look, self._panel)
        self._missing_code = Line(look, "", Type.PAGE, digits=True)
        self._missing = EmptyState(look, "info", "")
        self._lay_out(look)
        self._head.back.clicked.connect(self._back)
        self._head.reprint.clicked.connect(self.presenter.reprint)
        self._side.part_picked.connect(self.presenter.show_part)
        self._side.act_picked.connect(self._act_picked)
        self._side.proceeded.connect(self._proceed)
        self._panel.done.connect(self.presenter.returned)
        self._panel.done.connect(self.returned)
        self._missing.clicked.connect(self._back)

    def open(self, uid: str, act: str = "") -> None:
        """Show the dossier `uid`; `act` as an Opening has it."""
        self.presenter.open(uid, act)

    def open_code(self, text: str) -> None:
        """Show the dossier that a scan names by either code, or say why it isn't here."""
        self.presenter.open_code(text)

    def hear(self, change: Changed) -> None:
        """Something was written; while the page is hidden, `arrive` will refresh it."""
        if self.isVisible():
            self.presenter.changed(change)

    # ---- a page of the window

    def title(self) -> str:
        """Return the window's title."""
        return self.presenter.code

    def commands(self) -> Mapping[Command, str]:
        """Return what the window's keys do here now."""
        words = {Command.REFRESH: tr("làm mới")}
        if self.presenter.dossier is not None:
            if self.presenter.may(Kind.RETURNED):
                words[Command.RETURN] = tr("trả kết quả")
            if self.presenter.may(Kind.PRINTED):
                words[Command.REPRINT] = tr("in lại giấy gần nhất")
            for command in (Command.RECEIVE, Command.SUPPLEMENT):
                if step := self.presenter.words_of(command):
                    words[command] = step[:1].lower() + step[1:]
            if self.presenter.is_returning:
                words[Command.EDIT] = tr("người khác nhận")
            elif self.presenter.to_settle:
                words[Command.EDIT] = tr("xử lý việc máy chủ chưa nhận")
        return words

    def further(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Return the acts of việc khác, with their words, for the quick line."""
        return tuple((each.text, partial(self._act_picked, each.act)) for each in self._others)

    def act(self, command: Command) -> bool:
        """Do a command of the window."""
        if command is Command.REFRESH:
            self.presenter.refresh()
            return True
        if command is Command.RETURN:
            return self.presenter.begin_return()
        if command is Command.RECEIVE and self.presenter.step and self._step_panel is not None:
            self._step_panel.confirm()
            return True
        if command in (Command.SUPPLEMENT, Command.RECEIVE):
            return self.presenter.begin(command)
        if command is Command.REPRINT:
            return self.presenter.reprint()
        if command is Command.EDIT and self.presenter.is_returning:
            return self._panel.presenter.somebody_else()
        if command is Command.EDIT and self.presenter.to_settle:
            self.answering.emit(self.presenter.to_settle)
            return True
        return False

    def scanned(self, scan: Meaning) -> bool:
        """A card is the receiver's while a result is returned; else scans are the window's."""
        if isinstance(scan, CardScan) and self.presenter.is_returning:
            return self._panel.presenter.card(scan.reading, scan.at)
        return False

    def arrive(self) -> None:
        """Refresh; keys go to the next act."""
        self.presenter.refresh()
        self._focus()

    def escape(self) -> bool:
        """Close the form of another person, then the return; then the window goes back."""
        if self.presenter.is_returning:
            if self._panel.closes_form():
                return True
            self.presenter.end_return()
            self._focus()
            return True
        if self.presenter.end_step():
            self._focus()
            return True
        return False

    # ---- what the presenter asks

    def present(self, state: DetailState) -> None:
        """Show the whole state."""
        had_keys = self._has_keys()
        self._stack.setCurrentIndex(0)
        self._head.present(state)
        self.retitled.emit()
        self._notes.set_notes(state.notes)
        self._sending.set(state.sending.icon, state.sending.text, state.sending.tone)
        self._timeline.set_rows(state.timeline)
        self._side.present(state)
        self._others = state.others
        if self.hasFocus() or (had_keys and not self._has_keys()):
            self._focus()  # they waited, or what had them is gone: Qt would ask the bar above

    def present_missing(self, state: MissingState) -> None:
        """Show that this dossier isn't here."""
        self._stack.setCurrentIndex(1)
        self._missing_code.set_text(state.code)
        self._missing.set("info", f"{state.what} {state.rest}", tr("Quay lại"), "Esc")

    def start_returning(self, dossier: Dossier) -> None:
        """Open the panel of the return."""
        self._side.set_panel(self._panel)
        self._panel.presenter.start(dossier)
        self.returning.emit(dossier)

    def show_return(self, state: ReturnState) -> None:
        """Show a state of the panel as it is, for pictures and tests."""
        self._side.set_panel(self._panel)
        self._panel.present(state)
        self._panel.focus_proceed()

    def stop_returning(self) -> None:
        """Close the panel of the return; keys that were in it wait at the history."""
        if self._has_keys(self._panel):
            self._timeline.setFocus(Qt.FocusReason.OtherFocusReason)
        self._panel.presenter.stop()
        self._side.set_panel(None)
        self.returning.emit(None)

    def start_step(self, name: str, dossier: Dossier) -> None:
        """Open the panel of a further step."""
        panel = self._panel_of_steps()
        step = self._steps.get(name)
        if step is None:
            papers = PaperOut(self._desk, self.wrote.emit)
            step = self._steps[name] = MAKERS[name](self._desk, panel, papers)
        panel.serve(step)
        self._side.set_panel(panel)
        step.start(dossier)

    def show_step(self, state: StepState) -> None:
        """Show a state of a step's panel as it is, for pictures and tests."""
        panel = self._panel_of_steps()
        self._side.set_panel(panel)
        panel.present(state)
        panel.focus(NEXT)

    def stop_step(self) -> None:
        """Close the panel of a further step; keys that were in it wait at the history."""
        for step in self._steps.values():
            step.stop()
        if self._step_panel is not None and self._has_keys(self._step_panel):
            self._timeline.setFocus(Qt.FocusReason.OtherFocusReason)
        self._side.set_panel(None)

    def ask_reprint(self, ask: AskState) -> None:
        """Ask why the paper is needed again."""
        sheet = ReprintSheet(self._look, self.window(), ask)
        sheet.chosen.connect(self._reprint_chosen)
        self._open_sheet(sheet)

    def ask_contact(self, ask: AskState) -> None:
        """Ask how the citizen was told."""
        sheet = ContactSheet(self._look, self.window(), ask)
        sheet.written.connect(self._told)
        self._open_sheet(sheet)

    def ask_cancel(self, ask: AskState) -> None:
        """Ask why the reception was a mistake."""
        sheet = CancelSheet(self._look, self.window(), ask)
        sheet.written.connect(self.presenter.dialogs.cancel)
        self._open_sheet(sheet)

    def ask_paper(self, ask: PaperAsk) -> None:
        """Ask which of its papers comes out."""
        sheet = PaperSheet(self._look, self.window(), ask)
        sheet.chosen.connect(self._paper_chosen)
        self._open_sheet(sheet)

    def open_papers(self, uid: str) -> None:
        """Go to its papers, to scan them."""
        self.scanning.emit(uid)

    def close_ask(self) -> None:
        """Close the small dialog."""
        if self._sheet is not None:
            self._sheet.close()

    def refuse_ask(self, words: str) -> None:
        """Say in the small dialog why it stays."""
        if self._sheet is not None:
            self._sheet.set_error(words)

    # ---- events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Digits tick rows of the panel, else they choose a part; Enter is the next act."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        panel = self._open_panel()
        if plain and panel is not None and panel.press(event):
            return
        if plain and panel is None and event.text() in _PARTS:
            self.presenter.show_part(_PARTS[event.text()])
            return
        super().keyPressEvent(event)

    def _open_panel(self) -> ReturnPanel | StepPanel | None:
        if self.presenter.is_returning:
            return self._panel
        return self._step_panel if self.presenter.step else None

    def _panel_of_steps(self) -> StepPanel:
        if self._step_panel is None:  # made when it is first needed
            self._step_panel = StepPanel(self._look)
            self._step_panel.done.connect(self.presenter.stepped)
        return self._step_panel

    def _proceed(self, step: str) -> None:
        if step:
            self.presenter.begin_step(step)
        else:
            self.presenter.begin_return()

    def _has_keys(self, part: QWidget | None = None) -> bool:
        """Tell whether keys go to the page, or to a `part` of it."""
        focused, within = QApplication.focusWidget(), part or self
        return focused is not None and (focused is part or within.isAncestorOf(focused))

    def _focus(self) -> None:
        if self.presenter.is_returning:
            self._panel.focus_proceed()
        elif self.presenter.step and self._step_panel is not None:
            self._step_panel.focus(NEXT)
        elif not self._side.focus_proceed():
            place: QWidget = self._timeline if self._timeline.isVisible() else self
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        if not self.escape():
            self.left.emit()

    def _act_picked(self, act: OtherAct | str) -> None:
        if isinstance(act, OtherAct):
            self.presenter.dialogs.ask(act)
        else:
            self.presenter.begin_step(act)

    def _told(self, way: ContactWay, text: str, reached: bool) -> None:
        self.presenter.dialogs.tell(way, text, reached=reached)

    def _reprint_chosen(self, name: str) -> None:
        if name in (JAMMED, LOST):
            self.presenter.reprint_because(lost=name == LOST)

    def _paper_chosen(self, form: str) -> None:
        if form:
            self.presenter.print_form(form)

    def _open_sheet(self, sheet: Sheet) -> None:
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.destroyed.connect(self._forget_sheet)
        self._sheet = sheet
        sheet.open()

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _lay_out(self, look: Look) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        card = Card(look)
        top = QHBoxLayout()
        top.addWidget(Line(look, tr("Diễn biến"), Type.BODY, weight=600))
        top.addStretch(1)
        top.addWidget(self._sending)
        card.body.addLayout(top)
        card.body.addWidget(self._timeline, 1)
        body = QHBoxLayout()
        body.setSpacing(_GAP)
        body.addWidget(card, 1)
        body.addWidget(self._side)
        known = QWidget()
        column = QVBoxLayout(known)
        column.setContentsMargins(_MARGIN, 14, _MARGIN, 14)
        column.setSpacing(10)
        column.addWidget(self._head)
        column.addWidget(self._notes)
        column.addLayout(body, 1)
        missing = QWidget()
        words = QVBoxLayout(missing)
        words.setContentsMargins(_MARGIN, 18, _MARGIN, 14)
        words.setSpacing(12)
        words.addWidget(self._missing_code)
        empty = Card(look)
        empty.body.addWidget(self._missing)
        words.addWidget(empty)
        words.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(known)
        self._stack.addWidget(missing)
