"""Dừng giải quyết: the agency stops working on a dossier; a draft of the notice is printed."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.presenters.steps.letter_paper import letter_paper
from counter_app.desktop.presenters.steps.reason_step import ReasonStep
from counter_app.desktop.presenters.steps.step import StepPaper, StepWords
from counter_app.desktop.presenters.steps.step_state import Block, Say
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.office.reasons import ReasonUse
from counter_app.i18n import tr
from counter_app.services.printing.letters.making import STOP
from counter_app.services.steps.closing import stop


class Stopping(ReasonStep):
    """The notice is the agency's to sign: the counter prints a draft, marked as one."""

    kind = Kind.STOPPED
    use = ReasonUse.STOP

    def words(self, dossier: Dossier) -> StepWords:  # noqa: ARG002
        """Return the words of the panel."""
        return StepWords(tr("Dừng giải quyết"), "", "stop", tr("Ghi dừng và in dự thảo"))

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:  # noqa: ARG002
        """Return the reasons, and what the paper is."""
        return (
            *self.reason_blocks(tr("Lý do dừng giải quyết")),
            Say(
                "draft",
                tr("Thông báo in ra là dự thảo."),
                tr("Người có thẩm quyền ký bản chính. Người phụ trách mở lại được hồ sơ."),
            ),
        )

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:  # noqa: ARG002
        """Return the work that records it."""
        desk, uid, reason = self.desk, dossier.uid, self.reason()
        return lambda: stop(desk.workplace, desk.session, uid, reason)

    def said(self, after: Dossier) -> str:  # noqa: ARG002
        """Return what is said then."""
        return tr("Đã ghi dừng giải quyết.")

    def paper(self, after: Dossier) -> StepPaper | None:
        """Return the notice, where the dossier's form set has one (TT 03/2025)."""
        sets = self.desk.workplace.form_sets
        forms = next((each for each in sets if each.id == after.received.form_set), sets[-1])
        if STOP not in forms.letters:
            return None
        title = tr("Thông báo dừng giải quyết {code}").format(code=after.shown_code)
        return letter_paper(self.desk, after, STOP, title)
