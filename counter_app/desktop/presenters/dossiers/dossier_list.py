"""The lists of dossiers: one question to the store at a time, the newest one wins."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import of_error
from counter_app.desktop.presenters.dossiers.drop_downs import (
    DAYS,
    SPANS,
    counters_menu,
    days_menu,
)
from counter_app.desktop.presenters.dossiers.empty_words import nothing, refusal
from counter_app.desktop.presenters.dossiers.line_cells import (
    DUE_COLUMN,
    RECEIVED_COLUMN,
    Times,
    cells_of,
    columns,
)
from counter_app.desktop.presenters.dossiers.list_state import (
    Empty,
    EmptyAct,
    ListState,
    ListView,
    QueueChip,
)
from counter_app.desktop.presenters.dossiers.list_words import (
    chip_of,
    hints_of,
    position_of,
    supplement_words,
)
from counter_app.desktop.presenters.dossiers.queue_words import ALARMS, PAGES, STATES
from counter_app.desktop.widgets.lists.cells import Cell
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.code import find_code
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.dossier_line import DossierLine, Order, Page
from counter_app.domain.dossiers.dossier_line import Place as RowPlace
from counter_app.domain.errors import CounterError
from counter_app.domain.procedures.channels import Channel
from counter_app.i18n import tr
from counter_app.services.dossiers.lists import (
    ListQuestion,
    Queue,
    QueueCounts,
    channels,
    counts,
    lines,
)
from counter_app.services.dossiers.stepping import find
from counter_app.services.inspecting.views import is_number, record_search
from counter_app.services.officers.permits import writable

_ACTS = {
    Command.RETURN: (Kind.RETURNED,),
    Command.SUPPLEMENT: (Kind.SUPPLEMENT_REQUESTED, Kind.SUPPLEMENT_RECEIVED),
    Command.REPRINT: (Kind.PRINTED,),
}
_Answer = tuple[Page, Mapping[str, Channel]]

PAGE = 50
_MOST_REFRESHED = 1000
"""A refresh asks for the rows that were here, up to so many: the place in the list is kept.

Who has scrolled further than that goes through an archive: rows there stay as they were read, and
nobody's place is lost because another counter wrote something.
"""


class DossierList:
    """Decides what the page of dossier lists shows."""

    def __init__(self, desk: Desk, view: ListView) -> None:
        self._desk, self._workplace, self._jobs = desk, desk.workplace, desk.jobs
        self._view = view
        self._question = ListQuestion(queue=Queue.OPEN, days=None)
        self._answered: ListQuestion | None = None  # whose rows are here
        self._counts: QueueCounts | None = None
        self._lines: tuple[DossierLine, ...] = ()
        self._page = Page(())
        self._channels: dict[str, Channel] = {}  # of those that wait to be received
        self._current = -1
        self._empty: Empty | None = None
        self._asked = 0  # numbers the questions: late answers are dropped
        self._busy = self._again = self._from_top = False
        self._times = self._read_times()
        self._then: str | None = None  # the act that waits for the rows of what was typed

    @property
    def queue(self) -> Queue:
        """Return the queue that is shown."""
        return self._question.queue

    @property
    def counter(self) -> str:
        """Return the counter whose dossiers are shown, "" for all."""
        return self._question.counter

    def cells_of(self, line: DossierLine) -> tuple[Cell, ...]:
        """Return the cells of a row, as things stood when the list was asked for."""
        return cells_of(line, self._times, self._channels.get(line.uid, Channel.ONLINE))

    def arrive(self) -> None:
        """Refresh: the page is shown again, or something changed."""
        self._load(keep=True)
        self._count()
        self._present()

    def show_queue(self, queue: Queue) -> None:
        """Show another queue, from its first row."""
        if queue is self._question.queue:
            return
        self._ask(queue=queue)
        self._load(keep=False)
        self._present()

    def type(self, typed: str) -> None:
        """Search for `typed` within the queue."""
        if typed == self._question.typed:
            return
        self._ask(typed=typed)
        self._load(keep=False)
        if is_number(typed):
            self._jobs.run(
                lambda: record_search(self._workplace, self._desk.session, typed),
                lambda _: None,
                lambda error: self._desk.notify(of_error(error)),
            )

    def changed(self, change: Changed) -> None:
        """Something was written, here or by the server."""
        if change.subjects & {Subject.DOSSIERS, Subject.SENDING}:
            self.arrive()

    def pick_days(self, key: str) -> None:
        """Show dossiers received since so many days, or due so soon."""
        if key in SPANS:
            self._ask(soon_days=SPANS[key][0])
        else:
            self._ask(days=DAYS[key][0])
        self.arrive()

    def pick_counter(self, number: str) -> None:
        """Show dossiers of one counter; "" for all."""
        self._ask(counter=number)
        self.arrive()

    def sort_by(self, column: int) -> None:
        """Order by the promised time or by the reception: the two columns that can."""
        orders = {DUE_COLUMN: Order.DUE, RECEIVED_COLUMN: Order.NEWEST}
        if column in orders and orders[column] is not self._question.order:
            self._ask(order=orders[column])
            self._load(keep=False)
            self._present()

    def more(self) -> None:
        """Ask for the next page: the last row came near."""
        number, question, after = self._asked, self._question, self._page.after
        if after is None or self._busy:
            return  # a refresh under way brings the rows anew, and the last one is near again

        def done(answer: _Answer) -> None:
            if number == self._asked:
                page, channels_ = answer
                self._channels.update(channels_)
                self._page = page
                self._lines = (*self._lines, *page.lines)
                self._view.add_lines(page.lines, more=page.after is not None)
                self._present()

        self._jobs.run(lambda: self._read(question, after, PAGE), done, self._failed)

    def move_to(self, row: int) -> None:
        """Another row is the current one."""
        if row != self._current:
            self._current = row
            self._present()

    def open(self, act: str = "") -> None:
        """Open the current dossier, at once with `act` (the value of a command).

        While the rows belong to an older question the act waits for those of the new one: an
        officer who types and presses F8 never opens somebody else's dossier.
        """
        line = self._line()
        if self._waits:
            self._then = act
        elif line is not None:
            self._view.open_dossier(line.uid, act)

    def open_row(self, row: int) -> None:
        """Open the dossier of a row that was pointed at; nothing while the rows are about to go."""
        if not self._waits:
            self.move_to(row)
            self.open()

    def has_current(self) -> bool:
        """Tell whether a row is chosen, or will be when the answer has come."""
        return self._waits or self._line() is not None

    def allows(self, command: Command) -> bool:
        """Tell whether a command of the chosen row is this officer's to do."""
        session = self._desk.session
        return any(writable(self._workplace, session, (kind,)) for kind in _ACTS[command])

    def supplement_words(self) -> str:
        """Return what F7 does with the chosen row."""
        return supplement_words(self._line())

    def enter(self) -> None:
        """Enter on the search line: exactly one match opens, several take the keys."""
        if self._waits:
            self._then = ""
        elif self._lines:
            self._open_single("")
        else:
            self.help_empty()

    def help_empty(self) -> None:
        """Do what the empty list proposes."""
        act = self._empty.act if self._empty else EmptyAct.NONE
        if act is EmptyAct.WIDEN:
            self._ask(queue=Queue.ALL, days=None, counter="")
            self._load(keep=False)
            self._count()
            self._present()
        elif act is EmptyAct.RECEIVE:
            self._view.begin_reception()

    @property
    def _waits(self) -> bool:
        """Tell whether the rows that are here belong to an older question."""
        return self._answered != self._question

    def _ask(self, **changes: Any) -> None:
        """Change the question; what was asked of the rows before is forgotten."""
        self._question = dataclasses.replace(self._question, **changes)
        self._then = None

    def _open_single(self, act: str) -> None:
        """Open the only match; of several the officer chooses, for nobody has seen them yet."""
        if len(self._lines) == 1 and self._question.typed:
            self._view.open_dossier(self._lines[0].uid, act)
        else:
            self._view.focus_table()

    def _load(self, *, keep: bool) -> None:
        """Ask for the first rows; while an answer is under way only the last question counts."""
        if keep and len(self._lines) > _MOST_REFRESHED and not self._waits:
            return
        if not keep:
            self._current, self._from_top = 0, True
        if self._busy:
            self._again = True
            return
        self._busy = True
        self._asked += 1
        question = self._question
        limit = PAGE if self._from_top else min(max(PAGE, len(self._lines)), _MOST_REFRESHED)

        def done(answer: _Answer) -> None:
            self._busy = False
            if not self._ask_again():
                page, channels_ = answer
                self._channels = dict(channels_)
                self._answered = question
                self._show(page)

        def failed(error: CounterError) -> None:
            self._busy = False
            if not self._ask_again():
                self._unanswered(error)

        self._jobs.run(lambda: self._read(question, None, limit), done, failed)

    def _read(self, question: ListQuestion, after: RowPlace | None, limit: int) -> _Answer:
        page = lines(self._workplace, question, after, limit)
        return page, channels(self._workplace, page.lines)

    def _ask_again(self) -> bool:
        """Ask what was asked while the answer was under way; False when nothing was."""
        again, self._again = self._again, False
        if again:
            self._load(keep=True)
        return again

    def _unanswered(self, error: CounterError) -> None:
        """The store couldn't answer: rows of an older question go, so that no key acts on them."""
        self._then, self._from_top = None, False
        if self._waits:
            self._answered = self._question
            self._page, self._lines, self._current = Page(()), (), -1
            self._view.show_lines((), -1, more=False)
        self._failed(error)

    def _show(self, page: Page) -> None:
        keep, self._from_top = not self._from_top, False
        selected = line.uid if keep and (line := self._line()) else ""
        self._times = self._read_times()
        self._page, self._lines = page, page.lines
        places = {line.uid: row for row, line in enumerate(page.lines)}
        before = self._current if keep else 0
        self._current = places.get(selected, min(max(before, 0), len(page.lines) - 1))
        self._empty = None if page.lines else self._nothing()
        self._view.show_lines(page.lines, self._current, more=page.after is not None)
        self._present()
        if not page.lines and find_code(self._question.typed):
            self._seek(self._question.typed)
        then, self._then = self._then, None
        if then is not None and page.lines:
            self._open_single(then)

    def _nothing(self) -> Empty:
        return nothing(self._question, self._workplace.reference.centre.counters)

    def _seek(self, typed: str) -> None:
        """Ask why a whole code found nothing: it would have, in whatever queue its dossier is."""
        number = self._asked

        def done(_: Dossier) -> None:
            if number == self._asked:  # it came in this very moment
                self._load(keep=False)

        def failed(error: CounterError) -> None:
            if number == self._asked:
                self._empty = refusal(error)
                self._present()

        self._jobs.run(lambda: find(self._workplace, typed), done, failed)

    def _count(self) -> None:
        question = self._question

        def work() -> QueueCounts:
            return counts(self._workplace, counter=question.counter, days=question.days)

        def done(found: QueueCounts) -> None:
            if (question.counter, question.days) == (self._question.counter, self._question.days):
                self._counts = found
                self._present()

        self._jobs.run(work, done, self._failed)

    def _failed(self, error: CounterError) -> None:
        """The store couldn't answer: say so in place of rows, the rows that are here stay."""
        if not self._lines:
            self._empty = refusal(error)
        self._present()

    def _line(self) -> DossierLine | None:
        return self._lines[self._current] if 0 <= self._current < len(self._lines) else None

    def _read_times(self) -> Times:
        reference = self._workplace.reference
        return Times(self._desk.now(), reference.calendar, reference.policy.hours)

    def _present(self) -> None:
        question = self._question
        self._view.present(
            ListState(
                title=tr(PAGES[question.queue]),
                typed=question.typed,
                placeholder=tr(
                    "Mã, tên, số định danh, điện thoại, tên thủ tục; quét giấy hẹn cũng mở ngay"
                ),
                states=tuple(map(self._chip, STATES)),
                alarms=tuple(map(self._chip, ALARMS)),
                days=days_menu(question, self._counts),
                counters=counters_menu(self._workplace.reference.centre.counters, question),
                columns=columns(question.order),
                hints=hints_of(self._line(), self.allows),
                position=self._position(),
                empty=self._empty,
            )
        )

    def _chip(self, queue: Queue) -> QueueChip:
        return chip_of(queue, self._counts, self._question.queue)

    def _position(self) -> str:
        if self._line() is None:
            return ""
        return position_of(
            self._current + 1,
            len(self._lines),
            self._question,
            self._counts,
            more=self._page.after is not None,
        )
