"""The dossiers behind a number: found once, their lines read a page at a time."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.reports.reports_state import BehindState, BehindView
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.domain.errors import CounterError
from counter_app.domain.money import grouped
from counter_app.domain.reports.period import Period
from counter_app.domain.reports.sheet import Drill
from counter_app.i18n import several, tr
from counter_app.services.reports.asked import Report
from counter_app.services.reports.lines_behind import BehindLine, lines_behind
from counter_app.services.reports.making import behind
from counter_app.wording.sentences import sentence

PAGE = 50


class BehindList:
    """`changed` is called whenever what it shows is another thing."""

    def __init__(self, desk: Desk, view: BehindView, changed: Callable[[], None]) -> None:
        self._desk, self._view, self._changed = desk, view, changed
        self._place, self._session = desk.workplace, desk.session
        self._asked = 0  # numbers the questions: late answers are dropped
        self._title = ""
        self._is_open = False
        self._uids: tuple[str, ...] | None = None
        self._lines: tuple[BehindLine, ...] = ()
        self._current = 0
        self._trouble = ""

    @property
    def is_open(self) -> bool:
        """Tell whether the list lies over the page."""
        return self._is_open

    def open(self, report: Report, period: Period, drill: Drill, title: str) -> None:
        """Look for the dossiers behind a number; they come when they are found."""
        self._asked += 1
        number = self._asked
        self._is_open, self._title, self._trouble = True, title, ""
        self._uids, self._lines, self._current = None, (), 0
        self._view.show_behind((), more=False)
        self._changed()

        def look() -> tuple[tuple[str, ...], tuple[BehindLine, ...]]:
            uids = behind(self._place, self._session, report, period, drill)
            return uids, lines_behind(self._place, self._session, uids[:PAGE])

        def done(found: tuple[tuple[str, ...], tuple[BehindLine, ...]]) -> None:
            if number == self._asked:
                self._uids, self._lines = found
                self._view.show_behind(self._lines, more=len(self._lines) < len(self._uids))
                self._changed()

        self._desk.jobs.run(look, done, lambda error: self._failed(number, error))

    def more(self) -> None:
        """Read the next page: the last row came near."""
        number, start = self._asked, len(self._lines)
        uids = (self._uids or ())[start : start + PAGE]
        if not uids:
            return

        def done(lines: tuple[BehindLine, ...]) -> None:
            if number == self._asked and len(self._lines) == start:
                self._lines = (*self._lines, *lines)
                self._view.add_behind(lines, more=len(self._lines) < len(self._uids or ()))
                self._changed()

        self._desk.jobs.run(
            lambda: lines_behind(self._place, self._session, uids),
            done,
            lambda error: self._failed(number, error),
        )

    def move_to(self, row: int) -> None:
        """Another row is the current one."""
        if row != self._current:
            self._current = row
            self._changed()

    def enter(self) -> None:
        """Open the chosen dossier; of an erased one nothing is left to open."""
        if not 0 <= self._current < len(self._lines):
            return
        line = self._lines[self._current]
        if line.is_erased:
            said = tr("Nội dung hồ sơ này đã xóa theo thời hạn lưu.")
            self._desk.notify(
                Notice(said, tr("Số liệu của hồ sơ vẫn còn trong báo cáo."), NoticeKind.INFO)
            )
        else:
            self._view.open_dossier(line.uid)

    def close(self) -> None:
        """Put the list away; what is still being looked for is dropped."""
        self._asked += 1
        self._is_open = False
        self._uids, self._lines = None, ()

    @property
    def state(self) -> BehindState | None:
        """Return what the list shows; None while it is away."""
        if not self._is_open:
            return None
        hints = (Hint("Enter", tr("mở hồ sơ")),) if self._lines else ()
        return BehindState(
            title=self._title,
            summary=self._summary(),
            hints=(*hints, Hint("Esc", tr("về báo cáo"))),
            position=self._position(),
            empty=self._empty(),
        )

    def _summary(self) -> str:
        if not self._uids:
            return ""
        return several("{n} hồ sơ", len(self._uids)).format(n=grouped(len(self._uids)))

    def _position(self) -> str:
        if not self._lines or self._uids is None:
            return ""
        return tr("Dòng {place} trong {total}").format(
            place=grouped(self._current + 1), total=grouped(len(self._uids))
        )

    def _empty(self) -> str:
        if self._lines:
            return ""
        if self._trouble:
            return self._trouble
        if self._uids is None:
            return tr("Đang tìm hồ sơ…")
        return tr("Không có hồ sơ nào đứng sau con số này.")

    def _failed(self, number: int, error: CounterError) -> None:
        if number != self._asked:
            return
        if self._lines:
            self._desk.notify(of_error(error))
        else:
            self._trouble = sentence(error)
            self._changed()
