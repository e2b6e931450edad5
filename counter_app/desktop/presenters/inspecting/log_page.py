"""Nhật ký & kiểm chứng: the log by filters, its proof, one dossier's inspection on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.inspecting.log_state import LogState, LogView, Verdict
from counter_app.desktop.presenters.inspecting.log_words import (
    DAYS,
    cells_of,
    days_menu,
    detail_of,
    groups_menu,
    officers_menu,
    verdict_of,
)
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.cells import Cell
from counter_app.domain.errors import CounterError
from counter_app.domain.officers.roles import Act
from counter_app.i18n import several, tr
from counter_app.services.inspecting.checking import VerifyReport, check_chains
from counter_app.services.inspecting.exporting import export_log
from counter_app.services.inspecting.log import (
    Group,
    LogLine,
    LogPage,
    LogQuestion,
    log,
    officers,
)
from counter_app.services.officers.permits import may
from counter_app.wording.sentences import sentence

PAGE = 50
_FIRST = "7"


class InspectionLog:
    """Decides. `print_inspection` prints the sheet of a dossier by its uid."""

    def __init__(self, desk: Desk, view: LogView, print_inspection: Callable[[str], None]) -> None:
        self._desk, self._view, self._print = desk, view, print_inspection
        self._place, self._session = desk.workplace, desk.session
        self._days, self._group, self._officer, self._typed = _FIRST, "", "", ""
        self._officers = officers(desk.workplace)
        self._lines: tuple[LogLine, ...] = ()
        self._before: int | None = None
        self._current = -1
        self._asked = 0  # numbers the questions: late answers are dropped
        self._stale = False  # the rows belong to an older question
        self._enter_waits = False
        self._known = False
        self._trouble = ""
        self._verdict: Verdict | None = None
        self._checking = False
        self._now = desk.now()

    def cells_of(self, line: LogLine) -> tuple[Cell, ...]:
        """Return the cells of a row, as things stood when the log was asked for."""
        return cells_of(line, self._now)

    def arrive(self) -> None:
        """Read the log anew."""
        self._load(keep=True)
        self._present()

    def changed(self, change: Changed) -> None:
        """Something was written, or sent."""
        if change.subjects & {Subject.DOSSIERS, Subject.SENDING}:
            self.arrive()

    def type(self, typed: str) -> None:
        """Look for a code, or a piece of one."""
        if typed != self._typed:
            self._typed = typed
            self._load(keep=False)

    def pick_days(self, key: str) -> None:
        """Show other days."""
        self._days = key
        self._reload()

    def pick_group(self, key: str) -> None:
        """Show one sort of acts; "" for all."""
        self._group = key
        self._reload()

    def pick_officer(self, key: str) -> None:
        """Show what one officer did; "" for all."""
        self._officer = key
        self._reload()

    def move_to(self, row: int) -> None:
        """Another row is the current one."""
        if row != self._current:
            self._current = row
            self._present()

    def more(self) -> None:
        """Ask for the next page: the last row came near."""
        number, question, before = self._asked, self._question(), self._before
        if before is None or self._stale:
            return

        def done(page: LogPage) -> None:
            if number == self._asked:
                self._before = page.before
                self._lines = (*self._lines, *page.lines)
                self._view.add_lines(page.lines, more=page.before is not None)
                self._present()

        self._desk.jobs.run(
            lambda: log(self._place, self._session, question, before, PAGE), done, self._failed
        )

    def enter(self) -> None:
        """Enter on the search line leads into the rows of what was typed, once they are here."""
        self._enter_waits = self._stale
        if self._lines and not self._stale:
            self._view.focus_table()

    def open(self) -> bool:
        """Open the dossier of the chosen act; False when there is none."""
        line = self._chosen()
        if line is None or not line.dossier:
            return False
        self._view.open_dossier(line.dossier)
        return True

    def print_dossier(self) -> bool:
        """Print the inspection of the chosen act's dossier; False when there is none."""
        line = self._chosen()
        if line is None or not line.dossier:
            return False
        self._print(line.dossier)
        return True

    def check(self) -> None:
        """Check all chains, behind the window."""
        if self._checking:
            return
        self._checking = True
        self._verdict = Verdict(
            tr("Đang kiểm tra từng bút toán…"), tr("Làm việc tiếp được, kết quả hiện ở đây.")
        )
        self._present()

        def done(report: VerifyReport) -> None:
            self._checking = False
            self._verdict = verdict_of(report)
            self._present()

        def failed(error: CounterError) -> None:
            self._checking, self._verdict = False, None
            self._failed(error)

        self._desk.jobs.run(lambda: check_chains(self._place, self._session), done, failed)

    def export(self) -> bool:
        """Ask where the spreadsheet of what is shown goes; False where that isn't allowed."""
        if not may(self._place, self._session, Act.EXPORT):
            return False
        question = self._question()
        name = f"nhat-ky-{question.first:%Y%m%d}-{question.last:%Y%m%d}.xlsx"
        self._view.ask_file(Path(name))
        return True

    def export_to(self, file: Path) -> None:
        """Write the spreadsheet."""
        question = self._question()
        destination = file if file.suffix == ".xlsx" else file.with_name(f"{file.name}.xlsx")

        def done(rows: int) -> None:
            said = several("Đã kết xuất {n} dòng nhật ký.", rows).format(n=rows)
            self._desk.notify(Notice(said, destination.name, NoticeKind.OK, "list"))
            self._desk.nudge()
            self.arrive()

        self._desk.jobs.run(
            lambda: export_log(self._place, self._session, question, destination),
            done,
            lambda error: self._desk.notify(of_error(error)),
        )

    def _question(self) -> LogQuestion:
        first, last, _ = DAYS[self._days]
        today = self._desk.today()
        return LogQuestion(
            today - timedelta(days=first),
            today - timedelta(days=last),
            Group(self._group) if self._group else None,
            self._officer,
            self._typed,
        )

    def _reload(self) -> None:
        self._load(keep=False)
        self._present()

    def _load(self, *, keep: bool) -> None:
        self._asked += 1
        if not keep:
            self._stale, self._enter_waits = True, False
        keep = not self._stale
        number, question = self._asked, self._question()
        limit = max(PAGE, len(self._lines)) if keep else PAGE

        def done(page: LogPage) -> None:
            if number == self._asked:
                self._show(page, keep=keep)

        def failed(error: CounterError) -> None:
            if number == self._asked:
                if self._stale:  # rows of an older question go: no key may act on them
                    self._lines, self._before, self._current = (), None, -1
                    self._view.show_lines((), -1, more=False)
                self._stale = self._enter_waits = False
                self._failed(error)

        self._desk.jobs.run(
            lambda: log(self._place, self._session, question, None, limit), done, failed
        )

    def _show(self, page: LogPage, *, keep: bool) -> None:
        chosen = line.position if keep and (line := self._line()) else None
        self._now = self._desk.now()
        self._known, self._stale, self._trouble = True, False, ""
        self._lines, self._before = page.lines, page.before
        places = {line.position: row for row, line in enumerate(page.lines)}
        self._current = places.get(chosen or -1, 0 if page.lines else -1)
        self._view.show_lines(page.lines, self._current, more=page.before is not None)
        self._present()
        if self._enter_waits:
            self.enter()

    def _failed(self, error: CounterError) -> None:
        if self._lines:
            self._desk.notify(of_error(error))
        else:
            self._trouble = sentence(error)
        self._present()

    def _line(self) -> LogLine | None:
        return self._lines[self._current] if 0 <= self._current < len(self._lines) else None

    def _chosen(self) -> LogLine | None:
        """Return the row that a key may act on: none while the rows are an older question's."""
        return None if self._stale else self._line()

    def _empty(self) -> str:
        if self._lines or not (self._known or self._trouble):
            return ""
        if self._trouble:
            return self._trouble
        if self._typed.strip():
            return tr("Không có việc nào của hồ sơ “{typed}” trong những ngày này.").format(
                typed=self._typed.strip()
            )
        return tr("Không có việc nào như vậy trong những ngày này.")

    def _position(self) -> str:
        if self._line() is None:
            return ""
        place = self._current + 1
        if self._before is not None:
            return tr("Dòng {place} · cuộn để xem tiếp").format(place=place)
        return tr("Dòng {place} trong {total}").format(place=place, total=len(self._lines))

    def _present(self) -> None:
        line = self._line()
        has_dossier = line is not None and bool(line.dossier)
        sees = may(self._place, self._session, Act.SEE_DOSSIERS)
        hints = []
        if has_dossier and sees:
            hints = [Hint("Enter", tr("mở hồ sơ")), Hint("F10", tr("in phiếu kiểm tra hồ sơ"))]
        self._view.present(
            LogState(
                title=tr("Nhật ký & kiểm chứng"),
                typed=self._typed,
                placeholder=tr("Mã hồ sơ, hoặc vài số cuối của mã"),
                days=days_menu(self._days),
                officers=officers_menu(self._officers, self._officer),
                groups=groups_menu(self._group),
                hints=tuple(hints),
                position=self._position(),
                empty=self._empty(),
                detail=detail_of(line) if line else None,
                verdict=self._verdict,
                checking=self._checking,
                can_export=may(self._place, self._session, Act.EXPORT),
                can_open=has_dossier and sees,
                can_print=has_dossier and sees,
            )
        )
