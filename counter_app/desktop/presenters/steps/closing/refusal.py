"""Từ chối tiếp nhận giải quyết: the reason, what to do instead, Mẫu 03."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.presenters.steps.letter_paper import letter_paper
from counter_app.desktop.presenters.steps.reason_step import ReasonStep
from counter_app.desktop.presenters.steps.step import StepPaper, StepWords, warning
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.office.reasons import ReasonUse
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.printing.letters.making import REFUSAL
from counter_app.services.steps.closing import refuse

GUIDANCE = "guidance"


class Refusal(ReasonStep):
    """The dossier ends with it: that is said before Enter."""

    kind = Kind.REFUSED
    use = ReasonUse.REFUSAL

    def words(self, dossier: Dossier) -> StepWords:  # noqa: ARG002
        """Return the words of the panel."""
        return StepWords(tr("Từ chối tiếp nhận"), "", "x", tr("Từ chối và in phiếu"))

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:  # noqa: ARG002
        """Return reasons and guidance."""
        guidance = Input(
            GUIDANCE,
            tr("Hướng dẫn công dân"),
            self.typed.get(GUIDANCE, ""),
            placeholder=self.guidance(),
        )
        return (
            *self.reason_blocks(tr("Lý do không tiếp nhận giải quyết")),
            Fields(GUIDANCE, (guidance,)),
            warning(
                "ends",
                tr("Hồ sơ kết thúc ở đây."),
                tr("Trả lại giấy tờ cho công dân. Chỉ người phụ trách mở lại được."),
            ),
        )

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:  # noqa: ARG002
        """Return the work that refuses."""
        desk, uid, reason = self.desk, dossier.uid, self.reason()
        guidance = clean(self.typed.get(GUIDANCE, "")) or self.guidance()
        return lambda: refuse(desk.workplace, desk.session, uid, reason, guidance)

    def said(self, after: Dossier) -> str:  # noqa: ARG002
        """Return what is said then."""
        return tr("Đã từ chối tiếp nhận.")

    def paper(self, after: Dossier) -> StepPaper:
        """Return Mẫu 03."""
        title = tr("Phiếu từ chối {code}").format(code=after.shown_code)
        return letter_paper(self.desk, after, REFUSAL, title)
