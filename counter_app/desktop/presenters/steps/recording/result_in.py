"""Nhận kết quả về: kind, number, date and abstract of what came from the agency."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from counter_app.desktop.presenters.steps.step import Lack, Step, StepWords
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input, Row, Rows
from counter_app.desktop.presenters.steps.told_later import DONE, done_at, done_fields, done_problem
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.dates import parse_date, shown_date
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.problems import Problem
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.dossiers.piles import take_results_in
from counter_app.wording.sentences import problem_words

KIND, NUMBER, DAY, ABSTRACT, COPIES = "kind", "number", "day", "abstract", "copies"
NEGATIVE = "negative"
_MOST = 999


class ResultIn(Step):
    """The procedure says what it ends with; number and date stand on the paper."""

    kind = Kind.RESULT_TAKEN_IN

    def words(self, dossier: Dossier) -> StepWords:  # noqa: ARG002
        """Return the words of the panel."""
        return StepWords(tr("Nhận kết quả về"), "", "inbox", tr("Ghi kết quả đã về quầy"))

    def begin(self, dossier: Dossier, found: object) -> None:  # noqa: ARG002
        """Begin with what the agency, or else the procedure, names."""
        known = dossier.results[0] if dossier.results else ResultPaper(self._usual(dossier))
        self.typed |= {
            KIND: known.kind,
            NUMBER: known.number,
            DAY: shown_date(known.issued_on) if known.issued_on else "",
            ABSTRACT: known.abstract,
            COPIES: str(known.copies),
        }

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:
        """Return the fields of the paper."""
        said = self.typed
        negative = Row(NEGATIVE, tr("Kết quả là văn bản từ chối"), ticked=NEGATIVE in self.ticked)
        return (
            Fields(KIND, (Input(KIND, tr("Loại giấy"), said.get(KIND, "")),)),
            Fields(
                NUMBER,
                (
                    Input(NUMBER, tr("Số, ký hiệu"), said.get(NUMBER, "")),
                    Input(
                        DAY, tr("Ngày ký"), said.get(DAY, ""), placeholder=tr("như 5/7"),
                        problem=self._day_problem(), digits=True,
                    ),
                    Input(
                        COPIES, tr("Số bản"), said.get(COPIES, ""),
                        problem="" if self._copies() else tr("Từ 1 bản."), digits=True,
                    ),
                ),
            ),
            Fields(ABSTRACT, (Input(ABSTRACT, tr("Trích yếu"), said.get(ABSTRACT, "")),)),
            Rows(NEGATIVE, "", (negative,)),
            done_fields(said, dossier, self.desk.now()),
        )  # fmt: skip

    def lacks(self, dossier: Dossier) -> Lack | None:
        """What it is, and figures that can be read."""
        if not clean(self.typed.get(KIND, "")):
            return tr("Ghi kết quả là giấy gì."), KIND
        if problem := self._day_problem():
            return problem, DAY
        if not self._copies():
            return tr("Số bản từ 1."), COPIES
        done = done_problem(self.typed.get(DONE, ""), (dossier,), self.desk.now())
        return (done, DONE) if done else None

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:  # noqa: ARG002
        """Return the work that takes it in."""
        desk, uid, read = self.desk, dossier.uid, self._day()
        paper = ResultPaper(
            clean(self.typed.get(KIND, "")),
            clean(self.typed.get(NUMBER, "")),
            read if isinstance(read, date) else None,
            clean(self.typed.get(ABSTRACT, "")),
            self._copies() or 1,
        )
        negative = NEGATIVE in self.ticked
        done = done_at(self.typed.get(DONE, ""), (dossier,), desk.now())

        def work() -> Dossier:
            written = take_results_in(
                desk.workplace,
                desk.session,
                [(uid, (paper,))],
                negative=negative,
                listed=False,
                done_at=done,
            )
            return written.dossiers[0]

        return work

    def said(self, after: Dossier) -> str:  # noqa: ARG002
        """Return what is said then."""
        return tr("Kết quả đã về quầy.")

    def _usual(self, dossier: Dossier) -> str:
        named = dossier.received.procedure
        procedures = self.desk.workplace.reference.procedures
        procedure = procedures.with_version(named.code, named.version)
        return procedure.results[0] if procedure and procedure.results else ""

    def _day(self) -> date | Problem | None:
        typed = self.typed.get(DAY, "").strip()
        return parse_date(typed, self.desk.today()) if typed else None

    def _day_problem(self) -> str:
        read = self._day()
        if isinstance(read, Problem):
            return problem_words(read)
        return tr("Ngày này chưa đến.") if read is not None and read > self.desk.today() else ""

    def _copies(self) -> int:
        """Return the copies; 0 for what is no number of copies."""
        typed = self.typed.get(COPIES, "").strip()
        return int(typed) if typed.isascii() and typed.isdigit() and int(typed) <= _MOST else 0
