"""Bàn giao: the officer scans a pile, names the unit, and one key writes and prints the list."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from counter_app.desktop.changed import Changed, dossier_changed
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.piles.pile_state import PileState, PileView, ResultFields
from counter_app.desktop.presenters.steps.told_later import done_at, done_problem
from counter_app.desktop.printing.outcome import PrintKind, PrintOutcome
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.lists.cells import Cell, CodeCell, IconCell, TextCell
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.text import clean, fold
from counter_app.i18n import several, tr
from counter_app.services.dossiers.piles import (
    Pile,
    PileLine,
    PileList,
    hand_over,
    pile_line,
    take_back,
    take_results_in,
    units,
)
from counter_app.services.printing.receipt_paper import Document
from counter_app.wording.sentences import problem_words

_MOST_UNITS = 6
_TITLES = {
    Pile.OUT: "Bàn giao hồ sơ cho đơn vị",
    Pile.BACK: "Nhận lại hồ sơ từ đơn vị",
    Pile.RESULTS: "Nhận kết quả về quầy",
}
_UNITS = {Pile.OUT: "Đơn vị nhận", Pile.BACK: "Đơn vị trả lại", Pile.RESULTS: "Đơn vị giao"}
_PERSONS = {Pile.OUT: "Người nhận", Pile.BACK: "Người trả lại", Pile.RESULTS: "Người giao"}
_PROCEED = {
    Pile.OUT: "Bàn giao và in",
    Pile.BACK: "Nhận lại và in",
    Pile.RESULTS: "Nhận về và in",
}


class PilePage:
    """Decides. `make_list` makes the paper of a written pile, behind the window."""

    def __init__(
        self,
        desk: Desk,
        view: PileView,
        changed: Callable[[Changed], None],
        make_list: Callable[[PileList], Document],
    ) -> None:
        self._desk, self._view, self._changed = desk, view, changed
        self._make_list = make_list
        self._pile = Pile.OUT
        self._lines: tuple[PileLine, ...] = ()
        self._papers: dict[str, ResultPaper] = {}
        self._current = 0
        self._unit, self._typed, self._person, self._done = "", "", "", ""
        self._choosing = False
        self._looking = 0  # papers that were scanned and aren't in the pile yet
        self._then: Callable[[], object] | None = None  # the key that waits for them
        self._writing = False
        self._scanned: list[str] = []  # while a pile was written: they are of what comes next
        self._last: PileList | None = None

    @property
    def is_empty(self) -> bool:
        """True while nothing was scanned."""
        return not self._lines

    def arrive(self) -> None:
        """Show the page as it was left."""
        self._present()
        self._view.focus_rows()

    def choose(self, pile: Pile) -> None:
        """Change what happens to the pile; what was scanned is judged anew."""
        if pile is self._pile or self._writing:
            return
        self._pile = pile
        self._then = None
        codes = [line.code for line in self._lines]
        self._lines, self._papers, self._current = (), {}, 0
        self._unit = self._typed = ""
        self._present()
        for code in codes:
            self.add(code)

    def add(self, text: str) -> None:
        """Take a scanned or typed code into the pile.

        While a pile is being written its list stands: the paper begins the next one, or stands
        behind this one when it wasn't written.
        """
        if self._writing:
            self._scanned.append(text)
        else:
            self._look_up(text)

    def _look_up(self, text: str, *, again: bool = False) -> None:
        desk, pile = self._desk, self._pile

        def found(line: PileLine) -> None:
            if pile is self._pile:
                self._take(line, again=again)
            self._looked_up()

        def failed(error: CounterError) -> None:
            desk.notify(of_error(error))
            if not again:
                self._then = None  # the officer must see first which paper isn't in the pile
            self._looked_up()

        self._looking += 1
        desk.jobs.run(lambda: pile_line(desk.workplace, pile, text), found, failed)

    def _looked_up(self) -> None:
        """One paper less is looked up; after the last one the key is done that waited for it."""
        self._looking -= 1
        if not self._looking and self._then is not None:
            then, self._then = self._then, None
            then()

    def move_to(self, row: int) -> None:
        """Choose a row."""
        if 0 <= row < len(self._lines) and row != self._current:
            self._current = row
            self._present()

    def remove(self) -> None:
        """Take the chosen row out of the pile; right after a scan that is the scanned one."""
        if self._looking:
            self._then = self.remove
        elif self._lines and not self._writing:
            gone = self._lines[self._current]
            self._lines = tuple(line for line in self._lines if line is not gone)
            self._papers.pop(gone.uid, None)
            self._current = max(0, min(self._current, len(self._lines) - 1))
            self._present()

    def type_unit(self, typed: str) -> None:
        """Look for a unit while its name is typed."""
        self._typed, self._choosing = typed, True
        self._unit = clean(typed)
        self._present()

    def pick_unit(self, row: int) -> None:
        """Take a unit of the list; with none in it, what was typed is the unit's name."""
        found = self._found()
        if 0 <= row < len(found):
            self._unit = self._typed = found[row]
        self._choosing = False
        self._present()
        self._view.focus_rows()

    def name_person(self, name: str) -> None:
        """Say who took or brought the pile."""
        self._person = clean(name)

    def tell_when(self, text: str) -> None:
        """Take when the pile was really moved, as typed; "" for now (ghi sau)."""
        if text.strip() != self._done:
            self._done = text.strip()
            self._present()

    def describe(self, kind: str, number: str, abstract: str) -> None:
        """Say what the chosen row's result is (loại, số, trích yếu)."""
        if self._lines:
            line = self._lines[self._current]
            before = self._papers.get(line.uid, ResultPaper(""))
            after = dataclasses.replace(
                before, kind=clean(kind), number=clean(number), abstract=clean(abstract)
            )
            if after != before:
                self._papers[line.uid] = after
                self._present()

    def proceed(self) -> bool:
        """Write the pile and print its list (F9). False when something is missing.

        Papers that were scanned just before are waited for: none is left out of the list.
        """
        if self._looking and not self._writing:
            self._then = self.proceed
            return True
        if self._writing or (reason := self._reason()):
            if not self._writing:
                self._desk.notify(Notice(reason, "", NoticeKind.WARN))
                if not self._unit and self._lines:
                    self._view.focus_unit()
            return False
        self._writing = True
        desk = self._desk
        desk.jobs.run(self._work(), self._written, self._refused)
        return True

    def print_again(self) -> bool:
        """Print the last list again (F10)."""
        if self._last is not None:
            self._print(self._last)
        return self._last is not None

    def changed(self, change: Changed) -> None:
        """Judge a line anew when somebody else was quicker."""
        touched = [line.code for line in self._lines if change.touches(line.uid)]
        if touched and not self._writing:
            for code in touched:
                self._look_up(code, again=True)

    def _work(self) -> Callable[[], PileList]:
        place, session = self._desk.workplace, self._desk.session
        uids = [line.uid for line in self._lines]
        unit, person = self._unit, self._person
        done = done_at(self._done, self._dossiers(), self._desk.now())
        if self._pile is Pile.OUT:
            return lambda: hand_over(place, session, uids, unit, person, done)
        if self._pile is Pile.BACK:
            return lambda: take_back(place, session, uids, unit, person, done)
        results = [(uid, (self._papers[uid],)) for uid in uids]
        return lambda: take_results_in(place, session, results, unit, person, done_at=done)

    def _written(self, done: PileList) -> None:
        self._writing = False
        self._last = done
        self._lines, self._papers, self._current, self._done = (), {}, 0, ""
        self._desk.nudge()
        self._changed(dossier_changed(*(each.uid for each in done.dossiers)))
        self._present()
        self._print(done)
        self._go_on()

    def _refused(self, error: CounterError) -> None:
        self._writing = False
        if isinstance(error, FalseStepError) and error.problems:
            code = str(error.facts.get("code", ""))
            words = " ".join(map(problem_words, error.problems))
            self._desk.notify(
                Notice(
                    tr("Chưa ghi gì: {code} không đi cùng chồng này được.").format(code=code),
                    words,
                    NoticeKind.ERROR,
                )
            )
        else:
            self._desk.notify(of_error(error))
        for line in self._lines:
            self._look_up(line.code, again=True)
        self._go_on()

    def _go_on(self) -> None:
        """Take what was scanned while a pile was written, in the order of the scans."""
        scanned, self._scanned = self._scanned, []
        for text in scanned:
            self.add(text)

    def _print(self, done: PileList) -> None:
        desk = self._desk
        title = tr("Danh sách {number}").format(number=done.number)
        said = several("Đã ghi {n} hồ sơ.", len(done.dossiers)).format(n=len(done.dossiers))

        def ended(outcome: PrintOutcome) -> None:
            good = outcome.kind in (PrintKind.DONE, PrintKind.FILE)
            weight = NoticeKind.OK if good else NoticeKind.WARN
            desk.notify(Notice(said, outcome.words, weight, "print"))

        desk.jobs.run(
            lambda: self._make_list(done),
            lambda document: desk.print(document, title, ended),
            lambda error: desk.notify(of_error(error)),
        )

    def _take(self, line: PileLine, *, again: bool) -> None:
        places = {each.uid: place for place, each in enumerate(self._lines)}
        if line.uid in places:
            place = places[line.uid]
            self._lines = (*self._lines[:place], line, *self._lines[place + 1 :])
            if not again:
                self._current = place
                said = tr("{code} đã có trong chồng.").format(code=line.code)
                self._desk.notify(Notice(said, "", NoticeKind.INFO))
        else:
            self._lines = (*self._lines, line)
            self._current = len(self._lines) - 1
            self._papers[line.uid] = line.results[0] if line.results else ResultPaper("")
        if not self._unit:
            self._unit = self._typed = _unit_of(self._pile, line)
        self._present()

    def _found(self) -> tuple[str, ...]:
        wanted = fold(self._typed).split()
        every = units(self._desk.workplace)
        return tuple(name for name in every if all(word in fold(name) for word in wanted))[
            :_MOST_UNITS
        ]

    def _reason(self) -> str:
        wrong = sum(line.problem is not None for line in self._lines)
        if not self._lines:
            return tr("Quét mã trên từng giấy tiếp nhận của chồng.")
        if wrong:
            return several(
                "Còn {n} hồ sơ không đi cùng chồng này: nhấn Delete để bỏ ra.", wrong
            ).format(n=wrong)
        if not self._unit and self._pile is not Pile.RESULTS:
            return tr("Chưa chọn đơn vị.")
        if self._pile is Pile.RESULTS and not all(
            self._papers[line.uid].kind for line in self._lines
        ):
            return tr("Còn kết quả chưa ghi là giấy gì.")
        return self._done_problem()

    def _dossiers(self) -> tuple[Dossier, ...]:
        return tuple(line.dossier for line in self._lines)

    def _done_problem(self) -> str:
        return done_problem(self._done, self._dossiers(), self._desk.now())

    def _present(self) -> None:
        pile, count = self._pile, len(self._lines)
        doubtful = sum(self._is_elsewhere(line) for line in self._lines)
        self._view.present(
            PileState(
                pile=pile,
                title=tr(_TITLES[pile]),
                rows=tuple(self._row(number, line) for number, line in enumerate(self._lines, 1)),
                current=self._current,
                count=several("{n} hồ sơ trong chồng", count).format(n=count) if count else "",
                unit_label=tr(_UNITS[pile]),
                unit=self._typed,
                units=tuple(PickerRow(name) for name in self._found()) if self._choosing else (),
                person_label=tr(_PERSONS[pile]),
                person=self._person,
                proceed=tr(_PROCEED[pile]),
                reason=self._reason(),
                doubt=several("{n} hồ sơ do cơ quan khác giải quyết.", doubtful).format(n=doubtful)
                if doubtful
                else "",
                problem=self._problem(),
                result=self._result_fields(),
                done=self._done,
                done_problem=self._done_problem(),
                again=self._last.number if self._last else "",
            )
        )

    def _problem(self) -> str:
        line = self._lines[self._current] if self._lines else None
        return problem_words(line.problem) if line is not None and line.problem else ""

    def _is_elsewhere(self, line: PileLine) -> bool:
        agency = line.dossier.received.procedure.agency_name
        return bool(self._unit and agency and self._pile is Pile.OUT and agency != self._unit)

    def _result_fields(self) -> ResultFields | None:
        if self._pile is not Pile.RESULTS or not self._lines:
            return None
        line = self._lines[self._current]
        paper = self._papers[line.uid]
        return ResultFields(line.code, paper.kind, paper.number, paper.abstract)

    def _row(self, number: int, line: PileLine) -> tuple[Cell, ...]:
        received = line.dossier.received
        last: Cell
        if line.problem is not None:
            last = IconCell("warn", problem_words(line.problem), Tone.ERROR)
        elif self._pile is Pile.RESULTS:
            paper = self._papers[line.uid]
            words = " · ".join(part for part in (paper.kind, paper.number) if part)
            last = TextCell(words) if words else IconCell("edit", tr("giấy gì?"), Tone.WARN)
        elif self._is_elsewhere(line):
            last = IconCell("warn", received.procedure.agency_name, Tone.WARN)
        else:
            last = TextCell(line.unit or received.procedure.agency_name, Tone.TEXT_2)
        return (
            TextCell(str(number), digits=True, right=True),
            CodeCell(line.code),
            TextCell(received.applicant.name),
            TextCell(received.procedure.name),
            last,
        )


def _unit_of(pile: Pile, line: PileLine) -> str:
    """Return the unit that the first paper of a pile proposes."""
    if pile is Pile.OUT:
        return line.dossier.received.procedure.agency_name
    return line.unit or line.dossier.received.procedure.agency_name
