"""Chứng thực nhanh: pages, copies, Enter. The fee is computed, the book is written, it goes on."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, of_error
from counter_app.desktop.presenters.certifying.certify_state import CertifyState, CertifyView
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.lists.cells import Cell, TextCell
from counter_app.domain.acts.certified import CertifiedWhat
from counter_app.domain.acts.steps import PayMethod
from counter_app.domain.dates import vietnam_time
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.money import short_amount
from counter_app.domain.office.certification import CertificationLine, typed_count
from counter_app.domain.procedures.fees import Count
from counter_app.i18n import several, tr
from counter_app.services.certifying.quick import (
    BookLine,
    book_of,
    certify,
    kinds,
    quote,
    void_line,
)
from counter_app.wording.sentences import problem_words, sentence

MANY_PAGES = 100
"""From so many pages of one copy on, a slip of the finger is likelier than a book."""


class CertifyPage:
    """Decides. `print_slip` prints the fee slip of a line, when a citizen asks for one."""

    def __init__(
        self,
        desk: Desk,
        view: CertifyView,
        changed: Callable[[Changed], None],
        print_slip: Callable[[BookLine], None],
    ) -> None:
        self._desk, self._view, self._changed = desk, view, changed
        self._print_slip = print_slip
        self._kinds: tuple[CertificationLine, ...] = kinds(desk.workplace)
        self._kind = 0
        self._typed = "1"
        self._paper, self._requester, self._signed_by = "", "", ""
        self._by_transfer = False
        self._lines: tuple[BookLine, ...] = ()
        self._row = 0
        self._asked_about: BookLine | None = None  # the line that the open dialog names
        self._writing = False
        self._slip_waits = False  # F10 right after Enter means the line that is being written
        self._asked = 0

    def arrive(self) -> None:
        """Read today's book; the keys are in the line."""
        self._present()
        self._view.focus_count()
        self.refresh()

    def refresh(self) -> None:
        """Read today's book anew."""
        self._asked += 1
        number, place, today = self._asked, self._desk.workplace, self._desk.today()

        def read(lines: tuple[BookLine, ...]) -> None:
            if number == self._asked:
                self._lines = lines
                self._present()

        self._desk.jobs.run(lambda: book_of(place, today), read, self._failed)

    def choose(self, kind: int) -> None:
        """Certify something else: copies, signatures, contracts."""
        if 0 <= kind < len(self._kinds) and kind != self._kind:
            self._kind, self._typed = kind, "1"
            self._present()
            self._view.focus_count()

    def type(self, text: str) -> None:
        """Take what stands in the line of pages and copies."""
        self._typed = text
        self._present()

    def step(self, by: int) -> None:
        """One copy more or less (arrows)."""
        count = typed_count(self._typed)
        if count is not None and count.sets + by >= 1:
            self._typed = f"{count.units}x{count.sets + by}"
            self._present()

    def describe(self, paper: str, requester: str, signed_by: str) -> None:
        """Say which paper it is, who asked, and who signs."""
        self._paper, self._requester, self._signed_by = paper, requester, signed_by

    def pay_by_transfer(self, *, by_transfer: bool) -> None:
        """Say how the money came."""
        self._by_transfer = by_transfer
        self._present()

    def enter(self) -> bool:
        """Write the line (Enter, F9). False while it says nothing."""
        count = typed_count(self._typed)
        if count is None or not self._kinds or self._writing:
            return False
        desk, what = self._desk, self._what
        paper, requester, signed_by = self._paper, self._requester, self._signed_by
        method = PayMethod.TRANSFER if self._by_transfer else PayMethod.CASH
        self._writing = True

        def work() -> BookLine:
            return certify(
                desk.workplace, desk.session, what, count,
                paper=paper, requester=requester, signed_by=signed_by, method=method,
            )  # fmt: skip

        desk.jobs.run(work, self._written, self._refused)
        return True

    def select(self, row: int) -> None:
        """Choose a line of the book."""
        if 0 <= row < len(self._lines):
            self._row = row

    def print_slip(self) -> bool:
        """Print the fee slip of the chosen line; False when there is none to print."""
        if self._writing:
            self._slip_waits = True
            return True
        line = self._line()
        if line is None or line.void or not line.amount:
            return False
        self._print_slip(line)
        return True

    def ask_void(self) -> bool:
        """Ask why the chosen line is made void; False for one that is, and while one is written."""
        line = self._line()
        if line is None or line.void or self._writing:
            return False
        self._asked_about = line
        self._view.ask_void(line.number)
        return True

    def void(self, reason: str) -> None:
        """Make the line that was asked about void; its number is never given again."""
        line, desk = self._asked_about, self._desk
        if line is None:
            return

        def done(_: None) -> None:
            self._view.close_ask()
            desk.nudge()
            desk.notify(Notice(tr("Đã bỏ số {number}.").format(number=line.number)))
            self._changed(Changed(frozenset({Subject.SENDING})))
            self.refresh()

        def failed(error: CounterError) -> None:
            problems = error.problems if isinstance(error, FalseStepError) else ()
            self._view.refuse_void(" ".join(map(problem_words, problems)) or sentence(error))

        desk.jobs.run(lambda: void_line(desk.workplace, desk.session, line, reason), done, failed)

    @property
    def _what(self) -> CertifiedWhat:
        return self._kinds[self._kind].what

    def _line(self) -> BookLine | None:
        return self._lines[self._row] if self._row < len(self._lines) else None

    def _written(self, line: BookLine) -> None:
        self._writing = False
        self._lines = (line, *self._lines)
        self._row = 0
        self._typed, self._paper, self._requester = "1", "", ""
        body, desk = line.certified, self._desk
        rest = tr("{count} · {amount}").format(
            count=self._counted(Count(body.pages, body.copies)), amount=short_amount(line.amount)
        )
        desk.nudge()
        desk.notify(Notice(tr("Đã ghi số {number}.").format(number=line.number), rest))
        self._changed(Changed(frozenset({Subject.SENDING})))
        self._present()
        self._view.focus_count()
        waited, self._slip_waits = self._slip_waits, False
        if waited:
            self.print_slip()
        self.refresh()  # a reading that began before the line was written knows nothing of it

    def _refused(self, error: CounterError) -> None:
        self._writing = self._slip_waits = False
        self._failed(error)

    def _failed(self, error: CounterError) -> None:
        self._desk.notify(of_error(error))

    def _counted(self, count: Count) -> str:
        if not self._kinds:
            return ""
        unit = self._kinds[self._kind].unit
        copies = several("{n} bản", count.sets).format(n=count.sets)
        if self._what is CertifiedWhat.COPY:
            return f"{count.units} {unit} × {copies}"
        return f"{count.units * count.sets} {unit}"

    def _present(self) -> None:
        count = typed_count(self._typed)
        line = self._kinds[self._kind] if self._kinds else None
        said = price = reason = doubt = ""
        if line is None:
            reason = tr("Danh mục của cơ quan chưa có thủ tục chứng thực.")
        elif count is None:
            reason = tr("Gõ số trang; nhiều bản thì gõ thêm x và số bản, như 5x2.")
        else:
            fees = quote(self._desk.workplace, line.what, count)
            said = self._counted(count)
            price = short_amount(sum(each.amount for each in fees))
            if line.what is CertifiedWhat.COPY and count.units >= MANY_PAGES:
                doubt = tr("{pages} trang một bản: kiểm tra lại số trang.").format(
                    pages=count.units
                )
        kept = [each for each in self._lines if not each.void]
        total = short_amount(sum(each.amount for each in kept))
        self._view.present(
            CertifyState(
                kinds=tuple(each.name for each in self._kinds),
                kind=self._kind,
                typed=self._typed,
                said=said,
                price=price,
                paper=self._paper,
                paper_usual=line.paper if line else "",
                requester=self._requester,
                signed_by=self._signed_by,
                by_transfer=self._by_transfer,
                rows=tuple(self._cells(each) for each in self._lines),
                sum=several("Hôm nay {n} việc · {total}", len(kept)).format(
                    n=len(kept), total=total
                )
                if kept
                else "",
                next_number=self._next(),
                reason=reason,
                doubt=doubt,
            )
        )

    def _next(self) -> str:
        """Say the number after the last of today's; the first of a day isn't promised."""
        if not self._kinds:
            return ""
        same = [each.certified for each in self._lines if each.certified.what is self._what]
        if not same:
            return ""
        newest = same[0]
        following = dataclasses.replace(newest, serial=newest.serial + 1)
        return f"{following.serial}/{following.book_year}"

    def _cells(self, line: BookLine) -> tuple[Cell, ...]:
        body = line.certified
        tone = Tone.TEXT_3 if line.void else Tone.TEXT
        name = next((each.name for each in self._kinds if each.what is body.what), "")
        last = tr("Đã bỏ: {reason}").format(reason=line.void) if line.void else body.requester
        return (
            TextCell(line.number, tone, 500, digits=True),
            TextCell(f"{vietnam_time(line.at):%H:%M}", tone, digits=True),
            TextCell(name, tone),
            TextCell(body.paper, tone),
            TextCell(f"{body.pages} × {body.copies}", tone, digits=True, right=True),
            TextCell(short_amount(line.amount), tone, digits=True, right=True),
            TextCell(last, tone),
        )
