"""Nhắc việc: what presses, in groups; Enter opens the dossier, F10 prints the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import of_error
from counter_app.desktop.presenters.dossiers.line_cells import Times, cells_of
from counter_app.desktop.presenters.printed_notice import printed_notice
from counter_app.desktop.presenters.reminding.reminder_state import ReminderState, ReminderView
from counter_app.desktop.printing.outcome import PrintOutcome
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.cells import (
    Cell,
    Column,
    DeadlineCell,
    DeadlineKind,
    SectionCell,
    TextCell,
)
from counter_app.domain.errors import CounterError
from counter_app.domain.printed.sheets import ReminderKind
from counter_app.i18n import several, tr
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.reminding.reminders import Reminder, reminders
from counter_app.wording.deadline_cells import received_words
from counter_app.wording.parts import joined
from counter_app.wording.sentences import sentence

KINDS: dict[ReminderKind, str] = {
    ReminderKind.OVERDUE: "Quá hạn",
    ReminderKind.DUE_24_HOURS: "Đến hạn trong 24 giờ",
    ReminderKind.DUE_3_DAYS: "Đến hạn trong 3 ngày",
    ReminderKind.WAITING_LONG: "Chờ công dân đã lâu",
    ReminderKind.NOT_COLLECTED: "Kết quả chưa ai nhận",
}
COUNTED: dict[ReminderKind, str] = {
    ReminderKind.OVERDUE: "{n} quá hạn",
    ReminderKind.DUE_24_HOURS: "{n} đến hạn trong 24 giờ",
    ReminderKind.DUE_3_DAYS: "{n} đến hạn trong 3 ngày",
    ReminderKind.WAITING_LONG: "{n} chờ công dân đã lâu",
    ReminderKind.NOT_COLLECTED: "{n} kết quả chưa ai nhận",
}
_WIDE_CODE, _APPLICANT = 190, 158


def columns() -> tuple[Column, ...]:
    """Return the columns of the list."""
    return (
        Column(tr("Mã hồ sơ"), _WIDE_CODE),
        Column(tr("Chủ hồ sơ"), _APPLICANT),
        Column(tr("Thủ tục"), 0),
        Column(tr("Đang ở"), 190),
        Column(tr("Hẹn trả"), 118),
        Column(tr("Thời hạn"), 160, indent=21),
    )


class ReminderPage:
    """Decides. `make_list` makes the paper, behind the window."""

    def __init__(
        self, desk: Desk, view: ReminderView, make_list: Callable[[Sequence[Reminder]], Document]
    ) -> None:
        self._desk, self._view, self._make_list = desk, view, make_list
        self._found: tuple[Reminder, ...] = ()
        self._rows: tuple[Reminder | None, ...] = ()  # None: a caption
        self._current = -1
        self._asked = 0
        self._known = False
        self._trouble = ""
        self._printing = False

    def arrive(self) -> None:
        """Look anew."""
        self._asked += 1
        number, place = self._asked, self._desk.workplace

        def done(found: tuple[Reminder, ...]) -> None:
            if number == self._asked:
                self._show(found)

        def failed(error: CounterError) -> None:
            if number == self._asked:
                self._trouble = "" if self._found else sentence(error)
                self._present()

        self._desk.jobs.run(lambda: reminders(place), done, failed)
        self._present()

    def changed(self, change: Changed) -> None:
        """Something was written, here or by the server."""
        if Subject.DOSSIERS in change.subjects:
            self.arrive()

    def move_to(self, row: int) -> None:
        """Choose a row."""
        if row != self._current and self._at(row) is not None:
            self._current = row
            self._present()

    def open(self) -> bool:
        """Open the chosen dossier."""
        chosen = self._at(self._current)
        if chosen is not None:
            self._view.open_dossier(chosen.line.uid)
        return chosen is not None

    def print_list(self) -> bool:
        """Print the list (F10); False while there is nothing on it."""
        if not self._found or self._printing:
            return False
        self._printing = True
        desk, found = self._desk, self._found
        title = tr("Danh sách nhắc việc")

        def ended(outcome: PrintOutcome) -> None:
            desk.notify(printed_notice(outcome))

        def made(document: Document) -> None:
            self._printing = False
            desk.print(document, title, ended)

        def failed(error: CounterError) -> None:
            self._printing = False
            desk.notify(of_error(error))

        desk.jobs.run(lambda: self._make_list(found), made, failed)
        return True

    def _show(self, found: tuple[Reminder, ...]) -> None:
        chosen = self._at(self._current)
        self._found, self._known, self._trouble = found, True, ""
        rows: list[Reminder | None] = []
        for kind in ReminderKind:
            of_kind = [each for each in found if each.kind is kind]
            if of_kind:
                rows += [None, *of_kind]
        self._rows = tuple(rows)
        uid = chosen.line.uid if chosen else ""
        places = [at for at, each in enumerate(rows) if each is not None]
        same = [at for at in places if (each := rows[at]) is not None and each.line.uid == uid]
        later = [at for at in places if at >= self._current]
        self._current = next(iter((*same, *later, *places[-1:])), -1)
        self._present()

    def _at(self, row: int) -> Reminder | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _present(self) -> None:
        counts = Counter(each.kind for each in self._found)
        said = [
            several(COUNTED[kind], counts[kind]).format(n=counts[kind])
            for kind in ReminderKind
            if counts[kind]
        ]
        hints = (Hint("Enter", tr("mở")), Hint("F10", tr("in danh sách"))) if self._found else ()
        empty = self._trouble
        if self._known and not self._found and not empty:
            empty = tr("Không có hồ sơ nào cần nhắc.")
        self._view.present(
            ReminderState(
                title=tr("Nhắc việc"),
                summary=joined(*said),
                rows=self._cells(counts),
                current=self._current,
                hints=hints,
                position=self._position(),
                empty=empty,
                can_print=bool(self._found) and not self._printing,
            )
        )

    def _position(self) -> str:
        if self._at(self._current) is None:
            return ""
        place = sum(each is not None for each in self._rows[: self._current + 1])
        return tr("Dòng {place} trong {total}").format(place=place, total=len(self._found))

    def _cells(self, counts: Counter[ReminderKind]) -> tuple[tuple[Cell, ...], ...]:
        reference = self._desk.workplace.reference
        times = Times(self._desk.now(), reference.calendar, reference.policy.hours)
        shown: list[tuple[Cell, ...]] = []
        for place, each in enumerate(self._rows):
            if each is not None:
                shown.append(self._row(each, times))
                continue
            first = self._rows[place + 1]
            assert first is not None  # a caption stands only over rows
            caption = tr("{kind} · {count}").format(
                kind=tr(KINDS[first.kind]), count=counts[first.kind]
            )
            shown.append((SectionCell(caption),) * len(columns()))
        return tuple(shown)

    def _row(self, each: Reminder, times: Times) -> tuple[Cell, ...]:
        line = each.line
        code, applicant, procedure, _, due, deadline, *_ = cells_of(line, times)
        if each.since is not None:
            words = tr("từ {day}").format(day=received_words(each.since, times.now))
            deadline = DeadlineCell(words, DeadlineKind.SOON)
        agency = self._desk.workplace.reference.agencies.with_code(line.agency)
        at = tr("Quầy {number}").format(number=line.counter)
        if not line.result_is_here:
            at = line.unit or (agency.name if agency else "") or at
        return code, applicant, procedure, TextCell(at, Tone.TEXT_2), due, deadline
