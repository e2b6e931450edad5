"""Xin lỗi: when a dossier is late, or will be; the promise on paper stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from counter_app.desktop.presenters.steps.letter_paper import letter_paper
from counter_app.desktop.presenters.steps.reason_step import ReasonStep
from counter_app.desktop.presenters.steps.step import Lack, StepPaper, StepWords
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input, Say
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import parse_date, shown_moment
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.office.reasons import ReasonUse
from counter_app.domain.problems import Problem
from counter_app.i18n import tr
from counter_app.services.printing.letters.making import APOLOGY
from counter_app.services.steps.timing import apologise
from counter_app.wording.sentences import problem_words

DAY, SIGNER = "day", "signer"


class Apology(ReasonStep):
    """A day may be named until when the result is expected: a hope, not a promise."""

    kind = Kind.APOLOGY_SENT
    use = ReasonUse.APOLOGY

    def words(self, dossier: Dossier) -> StepWords:  # noqa: ARG002
        """Return the words of the panel."""
        return StepWords(tr("Xin lỗi vì trễ hẹn"), "", "paper", tr("Ghi và in phiếu xin lỗi"))

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:
        """Return reasons, the expected day, who signs."""
        day = Input(
            DAY, tr("Dự kiến có kết quả"), self.typed.get(DAY, ""), placeholder=tr("không ghi"),
            problem=self._problem(), digits=True,
        )  # fmt: skip
        signer = Input(SIGNER, tr("Người ký"), self.typed.get(SIGNER, ""))
        due = dossier.promise.due_at
        said = tr("Ngày hẹn trên giấy vẫn là {due}.").format(due=shown_moment(due)) if due else ""
        return (
            *self.reason_blocks(tr("Lý do chậm trả kết quả")),
            Fields(DAY, (day, signer)),
            Say("stays", said or tr("Hồ sơ không có ngày hẹn."), tr("Xin lỗi không dời ngày hẹn.")),
        )

    def lacks(self, dossier: Dossier) -> Lack | None:
        """A reason, and a day that can be read."""
        problem = self._problem()
        return super().lacks(dossier) or ((problem, DAY) if problem else None)

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:  # noqa: ARG002
        """Return the work that records it."""
        desk, uid, reason = self.desk, dossier.uid, self.reason()
        read, signer = self._day(), self.typed.get(SIGNER, "")
        day = read if isinstance(read, date) else None
        return lambda: apologise(desk.workplace, desk.session, uid, reason, signer, day)

    def said(self, after: Dossier) -> str:  # noqa: ARG002
        """Return what is said then."""
        return tr("Đã ghi phiếu xin lỗi.")

    def paper(self, after: Dossier) -> StepPaper:
        """Return Mẫu 04."""
        title = tr("Phiếu xin lỗi {code}").format(code=after.shown_code)
        return letter_paper(self.desk, after, APOLOGY, title)

    def _day(self) -> date | Problem | None:
        typed = self.typed.get(DAY, "").strip()
        return parse_date(typed, self.desk.today()) if typed else None

    def _problem(self) -> str:
        read = self._day()
        if isinstance(read, Problem):
            return problem_words(read)
        return tr("Ngày này đã qua.") if read is not None and read < self.desk.today() else ""
