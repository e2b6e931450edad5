"""Gia hạn: a new day, the reason, who signed; a broken limit asks for reason and supervisor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from counter_app.desktop.presenters.steps.letter_paper import letter_paper
from counter_app.desktop.presenters.steps.reason_step import ReasonStep
from counter_app.desktop.presenters.steps.step import Lack, StepPaper, StepWords
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input, Say, SayKind
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import parse_date, shown_moment
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.office.reasons import ReasonUse
from counter_app.domain.problems import Problem
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.printing.letters.making import EXTENSION
from counter_app.services.steps.timing import due_problem, extend, new_due
from counter_app.wording.sentences import problem_words

DAY, SIGNER = "day", "signer"


class Extension(ReasonStep):
    """The new time keeps the old one's hour; the head of the competent agency signs."""

    kind = Kind.DUE_EXTENDED
    use = ReasonUse.EXTENSION

    def words(self, dossier: Dossier) -> StepWords:  # noqa: ARG002
        """Return the words of the panel."""
        return StepWords(tr("Gia hạn"), "", "calendar", tr("Ghi gia hạn và in văn bản"))

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:
        """Return reasons, the new day, who signs, and what it comes to."""
        problem, is_doubt = self._problem(dossier)
        day = Input(
            DAY, tr("Ngày hẹn mới"), self.typed.get(DAY, ""), placeholder=tr("như 5/7 hoặc 050725"),
            problem="" if is_doubt else problem, doubt=problem if is_doubt else "", digits=True,
        )  # fmt: skip
        signer = Input(SIGNER, tr("Người ký"), self.typed.get(SIGNER, ""))
        blocks: list[Block] = [
            *self.reason_blocks(tr("Lý do gia hạn")),
            Fields(DAY, (day, signer)),
        ]
        at, before = self._at(dossier), dossier.promise.due_at
        if isinstance(at, datetime) and before is not None:
            rest = tr("thay cho {before}").format(before=shown_moment(before))
            blocks.append(Say("due", shown_moment(at), rest, SayKind.FIGURE))
        return tuple(blocks)

    def lacks(self, dossier: Dossier) -> Lack | None:
        """A reason, a later day, a signer."""
        lack = super().lacks(dossier)
        if lack is not None:
            return lack
        if not self.typed.get(DAY, "").strip():
            return tr("Ghi ngày hẹn mới."), DAY
        problem, is_doubt = self._problem(dossier)
        if problem and not is_doubt:
            return problem, DAY
        if not clean(self.typed.get(SIGNER, "")):
            return tr("Ghi người ký gia hạn."), SIGNER
        return None

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:
        """Return the work that extends."""
        desk, uid, reason = self.desk, dossier.uid, self.reason()
        at, signer = self._at(dossier), self.typed.get(SIGNER, "")
        assert isinstance(at, datetime)  # `lacks` asked for it
        return lambda: extend(desk.workplace, desk.session, uid, at, reason, signer, breaches)

    def said(self, after: Dossier) -> str:
        """Return the new time."""
        due = after.promise.due_at
        return tr("Đã gia hạn đến {due}.").format(due=shown_moment(due) if due else "")

    def paper(self, after: Dossier) -> StepPaper:
        """Return the letter with the new time."""
        title = tr("Văn bản gia hạn {code}").format(code=after.shown_code)
        return letter_paper(self.desk, after, EXTENSION, title)

    def _at(self, dossier: Dossier) -> datetime | Problem | None:
        typed = self.typed.get(DAY, "").strip()
        read = parse_date(typed, self.desk.today()) if typed else None
        return new_due(dossier, read) if isinstance(read, date) else read

    def _problem(self, dossier: Dossier) -> tuple[str, bool]:
        """Return what is wrong with the day, and whether it is only a doubt."""
        at = self._at(dossier)
        if isinstance(at, datetime):
            found = due_problem(self.desk.workplace.reference, dossier, at)
            return (problem_words(found), not found.is_false) if found else ("", False)
        return (problem_words(at), False) if at is not None else ("", False)
