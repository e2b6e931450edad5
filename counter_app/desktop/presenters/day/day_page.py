"""Chốt số liệu ngày: five steps from what is unfinished to the entry that closes the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.day.day_rows import (
    LISTS,
    book_rows,
    difference_rows,
    fits,
    list_rows,
    pile_rows,
    scanned_row,
    total_rows,
)
from counter_app.desktop.presenters.day.day_shown import in_full, is_open, open_counts, why_not
from counter_app.desktop.presenters.day.day_state import (
    STEPS,
    DayActs,
    DayBanner,
    DayState,
    DayStep,
    DayView,
)
from counter_app.desktop.presenters.day.day_words import EMPTY, PROCEED, banner, hints
from counter_app.desktop.printing.outcome import PrintKind, PrintOutcome
from counter_app.desktop.widgets.lists.cells import Cell, SectionCell
from counter_app.domain.acts.office import Gap
from counter_app.domain.dates import shown_date
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.office.reasons import ReasonUse
from counter_app.domain.text import clean
from counter_app.i18n import several, tr
from counter_app.services.closing.closing import Scanned, close_day, scan_into_pile
from counter_app.services.closing.kept import explain, mark_found, take_out
from counter_app.services.closing.stand import Closing, DayStand, Difference, day_stand
from counter_app.wording.sentences import problem_words


class DayPage:
    """Decides. What was scanned and said is kept at once: nothing is lost by leaving."""

    def __init__(self, desk: Desk, view: DayView, acts: DayActs) -> None:
        self._desk, self._view, self._acts = desk, view, acts
        self._day = desk.today()
        self._step = DayStep.UNFINISHED
        self._stand: DayStand | None = None
        self._fitting: frozenset[str] = frozenset()
        self._pile: list[tuple[tuple[Cell, ...], str]] = []
        self._row = 0
        self._heard, self._correction = "", ""
        self._asked = self._scans = 0
        self._writing = False
        self._entered = False  # a step whose lists aren't compared anew yet

    @property
    def day(self) -> date:
        """Which day is being closed."""
        return self._day

    def arrive(self) -> None:
        """Read the day; one that is closed gives way to today."""
        closed = self._stand is not None and self._stand.closed is not None
        if self._stand is None or (closed and self._day != self._desk.today()):
            self._begin(self._desk.today())
        else:
            self.refresh()
        self._view.focus_rows()

    def refresh(self) -> None:
        """Read how the day stands now."""
        self._asked += 1
        number, scans, desk, day = self._asked, self._scans, self._desk, self._day

        def read(stand: DayStand) -> None:
            if number == self._asked and scans == self._scans:
                self._take(stand)
            elif number == self._asked:
                self.refresh()  # a paper was scanned meanwhile: it mustn't vanish from the pile

        desk.jobs.run(lambda: day_stand(desk.workplace, desk.session, day), read, self._failed)

    def changed(self, change: Changed) -> None:
        """Read anew when something was written, here or elsewhere."""
        if change.subjects & {Subject.DOSSIERS, Subject.SENDING, Subject.PRINTS}:
            self.refresh()

    def other_day(self, by: int) -> bool:
        """Turn to the day before or after; no day comes after today."""
        day = self._day + timedelta(days=by)
        if day > self._desk.today() or self._writing:
            return False
        self._begin(day)
        return True

    def go(self, step: DayStep) -> None:
        """Show a step; lists are compared anew."""
        if step is not self._step:
            self._step, self._row, self._entered = step, 0, True
            self._present()
            self.refresh()
        self._view.focus_rows()

    def back(self) -> bool:
        """One step back (Esc); False at the first."""
        place = STEPS.index(self._step)
        if place:
            self.go(STEPS[place - 1])
        return place > 0

    def proceed(self) -> bool:
        """The next step, and at the last one: close the day (F9)."""
        if self._step is not DayStep.CLOSE:
            self.go(STEPS[STEPS.index(self._step) + 1])
            return True
        return self._close()

    def scan(self, code: str) -> bool:
        """Take a scanned code into the pile; False when it shouldn't lie here: another sound."""
        desk, day = self._desk, self._day
        known = self._stand is None or code in self._fitting
        self._scans += 1

        def put(scanned: Scanned) -> None:
            if day == self._day:
                self._scanned(scanned)

        desk.jobs.run(lambda: scan_into_pile(desk.workplace, day, code), put, self._failed)
        return known

    def move_to(self, row: int) -> None:
        """Choose a row; a caption is none, and is passed over."""
        rows = self._rows()
        if row == self._row or not 0 <= row < len(rows):
            return
        if isinstance(rows[row][0][0], SectionCell):
            steps = range(row, len(rows)) if row > self._row else range(row, -1, -1)
            real = (n for n in steps if not isinstance(rows[n][0][0], SectionCell))
            row = next(real, self._row)
        self._row, self._entered = row, False
        self._present()

    def open(self) -> bool:
        """Go where the chosen row is put right (Enter)."""
        each = self._difference()
        if each is None:
            return False
        if each.uid:
            self._acts.open_dossier(each.uid)
        elif each.gap is Gap.NOT_IN_SYSTEM:
            self._acts.register(each.code)
        elif each.gap is Gap.CASH:
            self._acts.money()
        elif each.gap in (Gap.UNSENT, Gap.DIGEST):
            self._acts.sending()
        else:
            return False
        return True

    def give(self, digit: int) -> bool:
        """Give the chosen row a standing reason, and go on to the next that has none."""
        reasons = self._reasons()
        if self._difference() is None or not 1 <= digit <= len(reasons):
            return False
        self.explain(reasons[digit - 1], onward=True)
        return True

    def explain(self, reason: str, *, onward: bool = False) -> None:
        """Say why the chosen row differs; nothing said takes the reason back."""
        each = self._difference()
        if each is None or clean(reason) == each.reason:
            return
        place, day, key = self._desk.workplace, self._day, each.key
        self._keep(lambda: explain(place, day, key, reason), onward=onward)

    def mark(self) -> bool:
        """Say that the chosen difference was put right, or wasn't after all (Space)."""
        each = self._difference()
        if each is None:
            return False
        place, day, key = self._desk.workplace, self._day, each.key
        self._keep(lambda: mark_found(place, day, key), onward=not each.found)
        return True

    def remove(self) -> bool:
        """Take the chosen paper out of the pile again (Delete)."""
        codes: frozenset[str] = frozenset()
        if self._step is DayStep.PILE and self._row < len(self._pile):
            codes = self._all_codes(self._pile[self._row][1])
        elif (each := self._difference()) is not None and each.gap in (
            Gap.NOT_IN_SYSTEM,
            Gap.WRONG_PLACE,
        ):
            codes = each.codes
        if not codes:
            return False
        place, day = self._desk.workplace, self._day
        self._keep(lambda: take_out(place, day, codes))
        return True

    def correct(self, reason: str) -> None:
        """Say why a day that was closed is closed again."""
        self._correction = clean(reason)
        self._present()

    def print_again(self) -> bool:
        """Print the minutes of the day's last closing (F10)."""
        closed = self._stand.closed if self._stand else None
        if closed is not None:
            self._print(closed, tr("In lại biên bản."))
        return closed is not None

    # What comes back.

    def _begin(self, day: date) -> None:
        self._day, self._stand, self._step, self._row = day, None, DayStep.UNFINISHED, 0
        self._pile, self._heard, self._correction = [], "", ""
        self._present()
        self.refresh()

    def _take(self, stand: DayStand) -> None:
        self._stand = stand
        if self._entered:
            self._row, self._entered = 0, False
        self._fitting = frozenset(
            name for paper in stand.papers if fits(paper) for name in paper.names
        )
        self._pile = pile_rows(stand)
        self._present()

    def _scanned(self, scanned: Scanned) -> None:
        self._scans += 1
        code = scanned.paper.code if scanned.paper else scanned.code
        if scanned.again or any(self._is(scanned, kept) for _, kept in self._pile):
            self._heard = tr("{code}: đã quét rồi").format(code=code)
        else:
            self._heard = code
            self._pile.insert(0, (scanned_row(scanned.code, scanned.paper), scanned.code))
        if self._step is DayStep.UNFINISHED:
            self._step = DayStep.PILE
        self._row = 0 if self._step is DayStep.PILE else self._row
        self._present()
        if self._step is not DayStep.PILE:
            self.refresh()

    def _is(self, scanned: Scanned, kept: str) -> bool:
        return scanned.paper is not None and kept in scanned.paper.names

    def _keep(self, work: Callable[[], None], *, onward: bool = False) -> None:
        def kept(_: None) -> None:
            if onward:
                self._onward()
            self.refresh()

        self._desk.jobs.run(work, kept, self._failed)

    def _onward(self) -> None:
        """Go to the next row that is open, if there is one below."""
        rows = self._rows()
        behind = (n for n in range(self._row + 1, len(rows)) if is_open(rows[n][1]))
        self._row = next(behind, self._row)

    def _close(self) -> bool:
        stand, desk = self._stand, self._desk
        if stand is None or self._writing or why_not(stand, self._step, self._correction):
            return False
        self._writing = True
        day, reason, seen = self._day, self._correction, stand.position

        def closed(closing: Closing) -> None:
            self._writing = False
            self._correction = ""
            desk.nudge()
            self._acts.tell(Changed(frozenset({Subject.SENDING})))
            self._print(closing, tr("Đã chốt số liệu ngày {day}.").format(day=shown_date(day)))
            self.refresh()

        def refused(error: CounterError) -> None:
            self._writing = False
            self._failed(error)
            self.refresh()

        desk.jobs.run(
            lambda: close_day(desk.workplace, desk.session, day, reason, seen=seen), closed, refused
        )
        return True

    def _print(self, closing: Closing, said: str) -> None:
        desk = self._desk
        title = tr("Biên bản chốt số liệu ngày {day}").format(day=shown_date(closing.body.day))

        def ended(outcome: PrintOutcome) -> None:
            good = outcome.kind in (PrintKind.DONE, PrintKind.FILE)
            weight = NoticeKind.OK if good else NoticeKind.WARN
            desk.notify(Notice(said, outcome.words, weight, "print"))

        desk.jobs.run(
            lambda: self._acts.make_sheet(closing),
            lambda document: desk.print(document, title, ended),
            self._failed,
        )

    def _failed(self, error: CounterError) -> None:
        if isinstance(error, FalseStepError) and error.problems:
            words = " ".join(map(problem_words, error.problems))
            self._desk.notify(Notice(tr("Chưa chốt ngày."), words, NoticeKind.WARN))
        else:
            self._desk.notify(of_error(error))

    # What is shown.

    def _rows(self) -> list[tuple[tuple[Cell, ...], Difference | None]]:
        stand = self._stand
        if self._step is DayStep.PILE:
            return [(cells, None) for cells, _ in self._pile]
        if stand is None:
            return []
        if self._step is DayStep.UNFINISHED:
            own = [each for each in stand.differences if each.gap is Gap.UNFINISHED]
            return difference_rows(own)
        if self._step is DayStep.LISTS:
            return list_rows(stand) if any(e.gap in LISTS for e in stand.differences) else []
        return book_rows(stand) if self._step is DayStep.BOOKS else total_rows(stand)

    def _difference(self) -> Difference | None:
        rows = self._rows()
        return rows[self._row][1] if self._row < len(rows) else None

    def _all_codes(self, code: str) -> frozenset[str]:
        papers = self._stand.papers if self._stand else ()
        found = next((paper.names for paper in papers if code in paper.names), frozenset())
        return found | {code}

    def _reasons(self) -> tuple[str, ...]:
        listed = self._desk.workplace.reference.reasons.of(ReasonUse.DAY)
        return tuple(each.text for each in listed)

    def _present(self) -> None:
        stand, step = self._stand, self._step
        rows = self._rows()
        self._row = max(0, min(self._row, len(rows) - 1))
        if step is DayStep.LISTS and rows and rows[self._row][1] is None:
            real = [n for n, (_, each) in enumerate(rows) if each is not None]
            self._row = next((n for n in real if n >= self._row), real[-1])
        each = self._difference()
        today = self._desk.today()
        closed = stand.closed if stand else None
        corrects = step is DayStep.CLOSE and closed is not None
        scans = step is DayStep.PILE
        expected = stand.expected if stand else 0
        said = several("trên {n} hồ sơ Hệ thống ghi đang ở quầy", expected).format(n=expected)
        self._view.present(
            DayState(
                title=tr("Chốt số liệu ngày {day}").format(day=shown_date(self._day)),
                step=step,
                counts=open_counts(stand, len(self._pile)),
                rows=tuple(cells for cells, _ in rows),
                current=self._row,
                empty="" if stand is None and not scans else tr(EMPTY[step]),
                hints=hints(step, each),
                proceed=tr("Chốt lại và in") if corrects else tr(PROCEED[step]),
                banner=banner(stand, today) if stand else DayBanner(tr("Đang đọc số liệu.")),
                count=str(len(self._pile)) if scans else "",
                count_words=said if scans else "",
                heard=self._heard if scans else "",
                what=in_full(each),
                reasons=self._reasons() if each else (),
                reason=each.reason if each else "",
                takes_reason=each is not None,
                why_not=why_not(stand, step, self._correction),
                corrects=corrects,
                correction=self._correction,
                earlier=shown_date(self._day - timedelta(days=1)),
                later=shown_date(self._day + timedelta(days=1)) if self._day < today else "",
                again=closed is not None,
            )
        )
