"""Công dân rút hồ sơ: why, who came, which papers they were given back."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.presenters.steps.letter_paper import letter_paper
from counter_app.desktop.presenters.steps.reason_step import ReasonStep
from counter_app.desktop.presenters.steps.step import StepPaper, StepWords, warning
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input, Row, Rows
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.office.reasons import ReasonUse
from counter_app.i18n import tr
from counter_app.services.printing.letters.making import WITHDRAWAL
from counter_app.services.steps.closing import withdraw
from counter_app.wording.steps import papers_words

WHO, PAPERS = "who", "papers"


class Withdrawal(ReasonStep):
    """Whoever submitted is expected to come; every paper that is here is given back."""

    kind = Kind.WITHDRAWN
    use = ReasonUse.WITHDRAWAL

    def words(self, dossier: Dossier) -> StepWords:  # noqa: ARG002
        """Return the words of the panel."""
        return StepWords(tr("Công dân rút hồ sơ"), "", "undo", tr("Ghi rút hồ sơ và in phiếu"))

    def begin(self, dossier: Dossier, found: object) -> None:  # noqa: ARG002
        """Begin with who submitted, and all papers."""
        self.typed[WHO] = (dossier.received.submitter or dossier.received.applicant).name
        self.ticked |= {_paper(at) for at, _ in enumerate(_here(dossier))}

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:
        """Return reasons, who came, papers."""
        papers = tuple(
            Row(
                _paper(at),
                each.name,
                right=papers_words(each.originals, each.certified, each.photocopies),
                ticked=_paper(at) in self.ticked,
            )
            for at, each in enumerate(_here(dossier))
        )
        return (
            *self.reason_blocks(tr("Lý do rút")),
            Fields(WHO, (Input(WHO, tr("Người đến rút"), self.typed.get(WHO, "")),)),
            Rows(PAPERS, tr("Giấy tờ trả lại"), papers),
            warning("ends", tr("Hồ sơ kết thúc ở đây."), tr("Chỉ người phụ trách mở lại được.")),
        )

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:  # noqa: ARG002
        """Return the work that records it."""
        desk, uid, reason = self.desk, dossier.uid, self.reason()
        who = self.typed.get(WHO, "")
        given = tuple(
            each.name for at, each in enumerate(_here(dossier)) if _paper(at) in self.ticked
        )
        return lambda: withdraw(desk.workplace, desk.session, uid, reason, who, given)

    def said(self, after: Dossier) -> str:  # noqa: ARG002
        """Return what is said then."""
        return tr("Đã ghi công dân rút hồ sơ.")

    def paper(self, after: Dossier) -> StepPaper:
        """Return the slip that the citizen signs."""
        title = tr("Phiếu rút hồ sơ {code}").format(code=after.shown_code)
        return letter_paper(self.desk, after, WITHDRAWAL, title)


def _here(dossier: Dossier) -> tuple[ReceivedPaper, ...]:
    return tuple(each for each in dossier.received.papers if not each.missing)


def _paper(at: int) -> str:
    return f"paper{at}"
