"""Trễ hẹn & xin lỗi: letters are prepared in one go, signed on paper, then recorded in one go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from counter_app.desktop.changed import Changed, Subject, dossier_changed
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.late.late_rows import Group, LateRow, cells, listed, signing
from counter_app.desktop.presenters.late.late_state import LateFields, LateState, LateView
from counter_app.desktop.presenters.late.late_words import hints, proceed_words, recorded, summary
from counter_app.desktop.presenters.printed_notice import printed_notice
from counter_app.desktop.printing.outcome import PrintOutcome
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.domain.dates import parse_date, shown_date
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.letters import LettersHeldError
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.office.reasons import ReasonUse, StandingReason
from counter_app.domain.problems import Problem
from counter_app.domain.text import clean
from counter_app.i18n import several, tr
from counter_app.services.apologising.batch import Batch, Wish, expected_problem, prepare
from counter_app.services.apologising.letters import make_letters
from counter_app.services.apologising.recording import Waiting, record_batch, waiting
from counter_app.services.apologising.signers import usual_signers
from counter_app.services.late.standing import LateStand, agency_of, late_stand
from counter_app.services.printing.letters.making import APOLOGY
from counter_app.wording.parts import joined
from counter_app.wording.sentences import problem_words, sentence

Read = tuple[LateStand, Waiting | None, Mapping[str, str]]


class LatePage:
    """Decides. What is without a letter is ticked until the officer unticks it."""

    def __init__(self, desk: Desk, view: LateView, changed: Callable[[Changed], None]) -> None:
        self._desk, self._view, self._changed = desk, view, changed
        self._stand = LateStand()
        self._waits: Waiting | None = None
        self._rows: tuple[LateRow | None, ...] = ()
        self._current = -1
        self._turned: set[str] = set()  # ticked or unticked by hand, against what is proposed
        self._reason, self._void = "", ""
        self._signer: str | None = None  # not typed: whoever signed for that agency last
        self._signers: Mapping[str, str] = {}
        self._reasons: dict[str, str] = {}
        self._days: dict[str, str] = {}
        self._held: dict[str, Problem] = {}
        self._asked = 0
        self._known = False
        self._busy = False
        self._trouble = ""

    # Reading.

    def arrive(self) -> None:
        """Look anew."""
        self._asked += 1
        number, place = self._asked, self._desk.workplace

        def read() -> Read:
            return late_stand(place), waiting(place), usual_signers(place)

        def done(found: Read) -> None:
            if number == self._asked:
                self._show(*found)

        def failed(error: CounterError) -> None:
            if number == self._asked:
                self._trouble = sentence(error)
                self._present()

        self._desk.jobs.run(read, done, failed)
        self._present()

    def changed(self, change: Changed) -> None:
        """Something was written, here or by the server."""
        if Subject.DOSSIERS in change.subjects and not self._busy:
            self.arrive()

    # The rows.

    def move_to(self, row: int) -> None:
        """Choose a row."""
        if row != self._current and self._at(row) is not None:
            self._current = row
            self._present()

    def toggle(self) -> None:
        """Tick the chosen row, or untick it."""
        row = self._at(self._current)
        if row is not None and not self._busy:
            self._turned ^= {row.uid}
            self._present()

    def toggle_all(self) -> None:
        """Tick the whole group of the chosen row; untick it when it is ticked already."""
        chosen = self._at(self._current)
        if chosen is None or self._busy:
            return
        group = [row for row in self._rows if row is not None and row.group is chosen.group]
        whole = all(self._is_ticked(row) for row in group)
        self._turned ^= {row.uid for row in group if self._is_ticked(row) is whole}
        self._present()

    def open(self) -> None:
        """Open the chosen dossier: its page tells the citizen, and knows its whole story."""
        row = self._at(self._current)
        if row is not None:
            self._view.open_dossier(row.uid)

    # What is typed.

    def say_reason(self, typed: str) -> None:
        """Say why the results are late, or why letters are left out."""
        if self._waits is not None:
            self._void = typed
        else:
            self._reason = typed
        self._present()

    def pick_reason(self, at: int) -> None:
        """Take one of the office's reasons for all letters."""
        reasons = self._standing()
        if self._waits is None and 0 <= at < len(reasons):
            self._reason = reasons[at].text
            self._present()

    def say_own(self, typed: str) -> None:
        """Say the chosen dossier's own reason; "" takes the one for all."""
        row = self._at(self._current)
        if row is not None and row.late is not None and typed != self._reasons.get(row.uid, ""):
            self._reasons[row.uid] = typed
            self._present()

    def say_day(self, typed: str) -> None:
        """Say when the chosen dossier's result is expected."""
        row = self._at(self._current)
        if row is not None and row.late is not None and typed != self._day(row):
            self._days[row.uid] = typed
            self._held.pop(row.uid, None)
            self._present()

    def say_signer(self, typed: str) -> None:
        """Say whose name stands under the letters."""
        if typed != self._signed_by():  # what is only shown isn't typed
            self._signer = typed

    # The two steps.

    def proceed(self) -> bool:
        """Prepare and print (F9); when letters wait: they are signed. False when it can't go."""
        if self._busy or not self._known:
            return False
        if why := self._why():
            self._desk.notify(Notice(why, "", NoticeKind.WARN))
            if not self._reason_for_all():
                self._view.focus_reason()
            return False
        self._busy = True
        self._present()
        if self._waits is not None:
            self._record(self._waits.batch)
        else:
            self._prepare()
        return True

    def print_again(self) -> bool:
        """Print the letters that wait again (F10): the same numbers, the same words."""
        if self._waits is None or self._busy:
            return False
        self._print(self._waits.batch)
        return True

    def _prepare(self) -> None:
        place, session, signer = self._desk.workplace, self._desk.session, self._signed_by()
        wishes = [self._wish(row) for row in self._ticked()]

        def done(batch: Batch) -> None:
            self._end()
            self._print(batch)

        self._desk.jobs.run(lambda: prepare(place, session, wishes, signer), done, self._refused)

    def _record(self, batch: Batch) -> None:
        desk, reason = self._desk, self._void
        ticked = {row.uid for row in self._ticked()}
        out = [each.uid for each in batch.letters if each.uid not in ticked]

        def done(written: tuple[Dossier, ...]) -> None:
            sent = [each.number for each in batch.letters if each.uid in ticked]
            desk.nudge()
            self._void = ""
            self._end()
            self._changed(dossier_changed(*(each.uid for each in written)))
            desk.notify(recorded(sent, len(out)))

        desk.jobs.run(
            lambda: record_batch(desk.workplace, desk.session, batch.id, out, reason),
            done,
            self._refused,
        )

    def _refused(self, error: CounterError) -> None:
        self._busy = False
        if isinstance(error, LettersHeldError):
            self._held = {each.uid: each.problem for each in error.held if each.uid}
            self._turned ^= {row.uid for row in self._ticked() if row.uid in self._held}
            whole = [problem_words(each.problem) for each in error.held if not each.uid]
            notice = of_error(error)
            rest = joined(*whole) or notice.rest
            self._desk.notify(Notice(notice.bold, rest, NoticeKind.ERROR))
        elif isinstance(error, FalseStepError) and error.problems:
            words = " ".join(map(problem_words, error.problems))
            self._desk.notify(Notice(of_error(error).bold, words, NoticeKind.ERROR))
        else:
            self._desk.notify(of_error(error))
        self.arrive()

    def _end(self) -> None:
        self._busy = False
        self._turned, self._held = set(), {}
        self._reasons, self._days, self._signer = {}, {}, None
        self.arrive()

    def _print(self, batch: Batch) -> None:
        desk = self._desk
        first, last = batch.letters[0].number, batch.letters[-1].number
        # A number has a slash, which no file's name may have.
        title = tr("Thư xin lỗi {first} đến {last}").format(first=first, last=last)
        title = title.replace("/", "-")

        def ended(outcome: PrintOutcome) -> None:
            desk.notify(printed_notice(outcome))

        desk.jobs.run(
            lambda: make_letters(
                desk.workplace, desk.session, batch, desk.fonts, desk.layout(APOLOGY)
            ),
            lambda document: desk.print(document, title, ended),
            lambda error: desk.notify(of_error(error)),
        )

    # What is shown.

    def _signed_by(self) -> str:
        """Return whose name stands under the letters: as typed, or as it was for their agency."""
        if self._signer is not None:
            return self._signer
        agencies = {row.line.agency for row in self._ticked() if row.line is not None}
        return self._signers.get(agencies.pop(), "") if len(agencies) == 1 else ""

    def _show(self, stand: LateStand, waits: Waiting | None, signers: Mapping[str, str]) -> None:
        self._signers = signers
        chosen = self._at(self._current)
        if (waits is None) is not (self._waits is None):
            self._turned = set()
        self._stand, self._waits, self._known, self._trouble = stand, waits, True, ""
        self._rows = signing(waits) if waits is not None else listed(stand)
        if waits is not None:
            self._held = {each.uid: each.problem for each in waits.held}
        places = [at for at, row in enumerate(self._rows) if row is not None]
        uid = chosen.uid if chosen else ""
        same = [at for at in places if (row := self._rows[at]) is not None and row.uid == uid]
        later = [at for at in places if at >= self._current]
        self._current = next(iter((*same, *later, *places[-1:])), -1)
        self._present()

    def _at(self, row: int) -> LateRow | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _is_ticked(self, row: LateRow) -> bool:
        if row.group is Group.SIGNING:
            proposed = row.uid not in self._held
        else:
            proposed = row.group is Group.WITHOUT
        return proposed is not (row.uid in self._turned)

    def _ticked(self) -> list[LateRow]:
        return [row for row in self._rows if row is not None and self._is_ticked(row)]

    def _standing(self) -> tuple[StandingReason, ...]:
        return self._desk.workplace.reference.reasons.of(ReasonUse.APOLOGY)

    def _reason_for_all(self) -> str:
        return clean(self._void if self._waits is not None else self._reason)

    def _day(self, row: LateRow) -> str:
        if row.letter is not None:
            return shown_date(row.letter.expected_on) if row.letter.expected_on else ""
        assert row.late is not None  # a row is a dossier or a letter
        return self._days.get(row.uid, shown_date(row.late.expected))

    def _read_day(self, row: LateRow) -> tuple[date | None, Problem | None]:
        """Return the day that is expected, and what is wrong with it."""
        read = parse_date(self._day(row), self._desk.today())
        if isinstance(read, Problem):
            return None, read
        due = row.late.line.due_at if row.late else None
        return read, expected_problem(self._desk.workplace.reference, self._desk.today(), due, read)

    def _wish(self, row: LateRow) -> Wish:
        late = row.late
        assert late is not None  # letters that wait aren't wished for again
        own = clean(self._reasons.get(row.uid, ""))
        day, _ = self._read_day(row)
        return Wish(row.uid, own or self._reason, day, late.line.due_at, late.letters)

    def _why(self) -> str:
        """Return what is still missing, "" when it can go on."""
        ticked = self._ticked()
        if self._waits is not None:
            out = len(self._waits.batch.letters) - len(ticked)
            return tr("Ghi lý do bỏ thư.") if out and not self._reason_for_all() else ""
        if not ticked:
            return tr("Chọn hồ sơ bằng phím cách.")
        wrong = [row for row in ticked if _is_false(self._read_day(row)[1])]
        if wrong:
            return tr("Sửa ngày dự kiến của {code}.").format(code=wrong[0].code)
        if any(not clean(self._reasons.get(row.uid, "") or self._reason) for row in ticked):
            return tr("Chọn hoặc ghi lý do chậm trả kết quả.")
        return ""

    def _present(self) -> None:
        waits, ticked = self._waits is not None, self._ticked()
        why = self._why() if self._known and self._rows else ""
        empty = self._trouble
        if self._known and not self._rows and not empty:
            empty = tr("Không có hồ sơ nào trễ hẹn hay sắp trễ.")
        row = self._at(self._current)
        problem = self._held.get(row.uid) if row is not None else None
        place = self._desk.workplace
        self._view.present(
            LateState(
                title=tr("Trễ hẹn và xin lỗi"),
                summary=summary(self._stand, self._waits),
                rows=cells(
                    self._rows,
                    frozenset(each.uid for each in ticked),
                    self._held,
                    self._day,
                    lambda code: agency_of(place.reference, code),
                ),
                current=self._current,
                count=several("{n} thư", len(ticked)).format(n=len(ticked)) if ticked else "",
                reason_label=tr("Lý do bỏ thư") if waits else tr("Lý do cho mọi thư"),
                reason=self._void if waits else self._reason,
                reasons=() if waits or clean(self._reason) else self._picker(),
                signer=self._signed_by(),
                proceed=proceed_words(len(ticked), waits=waits),
                hints=hints(waits=waits) if self._rows else (),
                row=self._fields(row),
                why=why,
                problem=problem_words(problem) if problem is not None else "",
                empty=empty,
                waits=waits,
                can_proceed=self._known and bool(self._rows) and not why and not self._busy,
            )
        )

    def _picker(self) -> tuple[PickerRow, ...]:
        return tuple(
            PickerRow(each.text, keys=str(at) if at < 10 else "")
            for at, each in enumerate(self._standing(), 1)
        )

    def _fields(self, row: LateRow | None) -> LateFields | None:
        if row is None or row.late is None:
            return None
        _, problem = self._read_day(row)
        return LateFields(
            row.code,
            self._reasons.get(row.uid, ""),
            self._day(row),
            problem_words(problem) if problem is not None else "",
            problem is not None and not problem.is_false,
        )


def _is_false(problem: Problem | None) -> bool:
    return problem is not None and problem.is_false
