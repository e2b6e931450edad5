"""The page of the closed day: five steps on top, the list at the left, what to do at the right."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.day.day_page import DayPage
from counter_app.desktop.presenters.day.day_state import STEPS, DayActs, DayState, DayStep
from counter_app.desktop.presenters.day.day_words import CHIPS
from counter_app.desktop.scanning.meaning import CodeScan, Meaning
from counter_app.desktop.screens.day.reason_rows import ReasonRows
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, MEDIUM, Type
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.banner import Banner
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.filter_chip import FilterChip
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton, flush
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.grounds.scroll_column import ScrollColumn
from counter_app.desktop.widgets.lists.cells import Column
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.i18n import tr

_MARGIN, _GAP, _SIDE = 16, 12, 322
_LAST, _ROOM = 2, 560
_TWO_LINES = frozenset({DayStep.UNFINISHED, DayStep.LISTS})


class ClosedDayPage(QWidget):
    """A page of the work area."""

    def __init__(
        self, look: Look, desk: Desk, acts: DayActs, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._fits = True
        self._step: DayStep | None = None
        self._title = Line(look, "", Type.PAGE)
        self._group = QButtonGroup(self)
        self._chips = [FilterChip(look, tr(CHIPS[step])) for step in STEPS]
        for place, chip in enumerate(self._chips):
            self._group.addButton(chip, place)
        self._earlier = QuietButton(look, "", "arrow-left")
        self._later = QuietButton(look, "", "arrow-right")
        self._banner = Banner(look)
        self._table = TableView(look, _columns(DayStep.UNFINISHED))
        self._table.setAccessibleName(tr("Chốt số liệu ngày"))
        self._empty = EmptyState(look, "ok", "")
        self._count = Line(look, "", Type.LOCK, weight=BOLD, digits=True)
        self._count_words = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._heard = Line(look, "", Type.BODY, weight=MEDIUM, wrap=True)
        self._what = Line(look, "", Type.BODY, weight=MEDIUM, wrap=True)
        self._reasons = ReasonRows(look)
        self._reason = Field(look, tr("Lý do khác"))
        self._correction = Field(look, tr("Lý do đính chính"))
        self._why_not = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._proceed = PrimaryButton(look, "", "check", "F9", big=True)
        self._again = QuietButton(look, tr("In lại biên bản"), "print", "F10")
        self._hints = HintLine(look)
        self._lay_out()
        self.presenter = DayPage(desk, self, acts)
        self._connect()

    # A page of the window.

    def title(self) -> str:
        """Return the window's title."""
        return tr("Chốt số liệu ngày")

    def commands(self) -> Mapping[Command, str]:
        """Return what the window's keys do here now."""
        words = {Command.RECEIVE: self._proceed.text(), Command.REFRESH: tr("đọc lại")}
        if self._again.isVisibleTo(self):
            words[Command.REPRINT] = tr("in lại biên bản")
        return words

    def act(self, command: Command) -> bool:
        """F9 leads on and closes the day at the end, F10 prints again, F5 reads anew."""
        if command is Command.RECEIVE:
            self._go()
        elif command is Command.REFRESH:
            self.presenter.refresh()
        elif command is Command.REPRINT:
            return self.presenter.print_again()
        else:
            return False
        return True

    def scanned(self, scan: Meaning) -> bool:
        """Take a code into the pile; a card is no part of it."""
        if isinstance(scan, CodeScan):
            self._fits = self.presenter.scan(scan.code)
            return True
        return False

    def last_scan_fits(self) -> bool:
        """Tell whether the last paper lies where it should: its sound says so."""
        return self._fits

    def arrive(self) -> None:
        """Show the day as it was left."""
        self.presenter.arrive()

    def escape(self) -> bool:
        """From a reason back to the list; else one step back."""
        if self._reason.edit.hasFocus() or self._correction.edit.hasFocus():
            self.focus_rows()
            return True
        return self.presenter.back()

    def hear(self, change: Changed) -> None:
        """Something was written, here or elsewhere."""
        self.presenter.changed(change)

    # What the presenter asks.

    def present(self, state: DayState) -> None:
        """Show the whole state."""
        self._title.set_text(state.title)
        self._chips[STEPS.index(state.step)].setChecked(True)
        for chip, count in zip(self._chips, state.counts, strict=True):
            chip.set_count(count or None)
        self._earlier.setText(state.earlier)
        self._later.setText(state.later)
        self._later.setVisible(bool(state.later))
        banner = state.banner
        self._banner.setVisible(banner is not None)
        if banner is not None:
            self._banner.set_edge(Edge.WARN if banner.warns else Edge.SLATE)
            self._banner.set_icon("warn" if banner.warns else "info")
            self._banner.set(banner.bold, banner.rest)
        if state.step is not self._step:
            self._step = state.step
            self._table.set_columns(_columns(state.step))
            self._table.set_two_lines(two_lines=state.step in _TWO_LINES)
            self._hide_column()
        with QSignalBlocker(self._table):  # only what the officer chooses is told
            self._table.set_rows(state.rows)
            if state.rows:
                self._table.select_row(state.current)
        self._table.setVisible(bool(state.rows))
        if self.hasFocus():  # the keys waited for a list that came only now
            self.focus_rows()
        self._empty_card.setVisible(not state.rows)
        self._empty.set("scan" if state.count else "ok", state.empty)
        for line, words in (
            (self._count, state.count),
            (self._count_words, state.count_words),
            (self._heard, state.heard),
            (self._what, state.what),
            (self._why_not, state.why_not),
        ):
            line.set_text(words)
            line.setVisible(bool(words))
        self._reasons.present(state.reasons, state.reason)
        own = "" if state.reason in state.reasons else state.reason
        self._reason.setVisible(state.takes_reason)
        self._reason.set_text(own)
        self._correction.setVisible(state.corrects)
        self._correction.set_text(state.correction)
        self._proceed.setText(state.proceed)
        self._proceed.setEnabled(not state.why_not)
        self._proceed.set_reason(state.why_not)
        self._again.setVisible(state.again)
        self._hints.set_hints(state.hints)

    def focus_rows(self) -> None:
        """Put the keys into the list."""
        (self._table if self._table.isVisibleTo(self) else self).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def focus_reason(self) -> None:
        """Put the keys where a reason is typed."""
        self._reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # Events.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Digits, Space and Delete are of the list's row, before the list looks for letters."""
        if watched is self._table and event.type() is QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if self._row_key(event):
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """The same keys, where the list is empty."""
        if not self._row_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """The applicant of a scanned paper gives way where the room is short."""
        super().resizeEvent(event)
        self._hide_column()

    def _hide_column(self) -> None:
        room = self.width() - self._side.width() - 2 * _MARGIN - _GAP
        narrow = self._step is DayStep.PILE and room < self._look.px(_ROOM)
        self._table.setColumnHidden(_LAST, narrow or self._step is DayStep.CLOSE)

    def _row_key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            days = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
            return key in days and self.presenter.other_day(days[Qt.Key(key)])
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            return self.presenter.give(key - Qt.Key.Key_0)
        if key == Qt.Key.Key_Space:
            return self.presenter.mark()
        if key == Qt.Key.Key_Delete:
            return self.presenter.remove()
        return False

    @Slot(int)
    def _chosen(self, place: int) -> None:
        self.presenter.go(STEPS[place])

    @Slot(QModelIndex)
    def _moved(self, index: QModelIndex) -> None:
        self.presenter.move_to(index.row())

    @Slot(QModelIndex)
    def _opened(self, index: QModelIndex) -> None:
        self.presenter.move_to(index.row())
        self.presenter.open()

    @Slot()
    def _explained(self) -> None:
        self.presenter.explain(self._reason.text())

    @Slot()
    def _corrected(self) -> None:
        self.presenter.correct(self._correction.text())

    @Slot()
    def _explained_all(self) -> None:
        self._explained()
        self.focus_rows()

    @Slot()
    def _go(self) -> None:
        if self._reason.edit.hasFocus():
            self._explained()
        if self._correction.isVisibleTo(self):
            self._corrected()
        self.presenter.proceed()

    def _connect(self) -> None:
        self._group.idClicked.connect(self._chosen)
        self._earlier.clicked.connect(partial(self.presenter.other_day, -1))
        self._later.clicked.connect(partial(self.presenter.other_day, 1))
        self._table.moved.connect(self._moved)
        self._table.opened.connect(self._opened)
        self._table.installEventFilter(self)
        self._reasons.chosen.connect(self.presenter.give)
        self._reason.committed.connect(self._explained)
        self._reason.edit.returnPressed.connect(self._explained_all)
        self._correction.committed.connect(self._corrected)
        self._proceed.clicked.connect(self._go)
        self._again.clicked.connect(self.presenter.print_again)

    def _lay_out(self) -> None:
        look = self._look
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._earlier)
        head.addWidget(self._later)
        steps = QHBoxLayout()
        steps.setSpacing(8)
        for chip in self._chips:
            steps.addWidget(chip)
        steps.addStretch(1)
        self._empty_card = Card(look)
        self._empty_card.body.addWidget(self._empty)
        self._empty_card.body.addStretch(1)
        self._side = side = Card(look)
        side.setFixedWidth(min(look.px(_SIDE), 400))
        asked = ScrollColumn()
        asked.body.setSpacing(8)
        for widget in (
            self._count,
            self._count_words,
            self._heard,
            self._what,
            self._reason,
            self._reasons,
            self._correction,
        ):
            asked.body.addWidget(widget)
        asked.body.addStretch(1)
        column = side.body
        column.setSpacing(8)
        column.addWidget(asked, 1)
        column.addWidget(self._why_not)
        column.addLayout(flush(self._proceed))
        column.addWidget(self._again)
        middle = QHBoxLayout()
        middle.setSpacing(_GAP)
        middle.addWidget(self._table, 1)
        middle.addWidget(self._empty_card, 1)
        middle.addWidget(side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_MARGIN, 14, _MARGIN, 10)
        outer.setSpacing(10)
        outer.addLayout(head)
        outer.addLayout(steps)
        outer.addWidget(self._banner)
        outer.addLayout(middle, 1)
        outer.addWidget(self._hints)


def _columns(step: DayStep) -> tuple[Column, ...]:
    """Return the columns of a step: what it is about, what is said of it, why."""
    if step is DayStep.CLOSE:
        return (Column(tr("Mục"), 240), Column(tr("Số liệu"), 0), Column("", 40))
    if step is DayStep.BOOKS:
        return (Column(tr("Mục"), 170), Column(tr("Nội dung"), 0), Column(tr("Lý do"), 150))
    last = tr("Chủ hồ sơ") if step is DayStep.PILE else tr("Lý do")
    return (Column(tr("Mã hồ sơ"), 196), Column(tr("Nội dung"), 0), Column(last, 150))
