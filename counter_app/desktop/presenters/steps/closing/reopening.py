"""Mở lại hồ sơ: only on a supervisor's word, with the reason."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.presenters.steps.reason_step import ReasonStep
from counter_app.desktop.presenters.steps.step import Lack, StepWords
from counter_app.desktop.presenters.steps.step_state import Block, Row, Rows
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.office.reasons import ReasonUse
from counter_app.i18n import tr
from counter_app.services.steps.closing import reopen, supervisors
from counter_app.wording.status import status_words

SUPERVISOR = "supervisor"
_PREFIX = "by:"


class Reopening(ReasonStep):
    """It goes back to what it was before it was closed."""

    kind = Kind.REOPENED
    use = ReasonUse.REOPENING

    def words(self, dossier: Dossier) -> StepWords:  # noqa: ARG002
        """Return the words of the panel."""
        return StepWords(tr("Mở lại hồ sơ"), "", "unlock", tr("Mở lại hồ sơ"))

    def begin(self, dossier: Dossier, found: object) -> None:  # noqa: ARG002
        """A supervisor at this counter stands for themselves; else the only one there is."""
        own = self.desk.session.officer.id
        ids = [each.id for each in supervisors(self.desk.workplace)]
        if own in ids:
            self.ticked.add(_PREFIX + own)
        elif len(ids) == 1:
            self.ticked.add(_PREFIX + ids[0])

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:
        """Return the reasons, and who allows it."""
        found = supervisors(self.desk.workplace)
        rows = tuple(
            Row(_PREFIX + each.id, each.name, each.title, ticked=_PREFIX + each.id in self.ticked)
            for each in found
        )
        before = dossier.closed_from[-1].status if dossier.closed_from else dossier.status
        caption = tr("Lý do mở lại về “{status}”").format(status=status_words(before))
        return (
            *self.reason_blocks(caption),
            Rows(SUPERVISOR, tr("Người phụ trách cho phép"), rows, single=True),
        )

    def lacks(self, dossier: Dossier) -> Lack | None:
        """A reason, and a supervisor."""
        lack = super().lacks(dossier)
        if lack is None and not self._supervisor():
            return tr("Chọn người phụ trách cho phép mở lại."), SUPERVISOR
        return lack

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:  # noqa: ARG002
        """Return the work that reopens."""
        desk, uid = self.desk, dossier.uid
        reason, supervisor = self.reason(), self._supervisor()
        return lambda: reopen(desk.workplace, desk.session, uid, reason, supervisor)

    def said(self, after: Dossier) -> str:  # noqa: ARG002
        """Return what is said then."""
        return tr("Đã mở lại hồ sơ.")

    def _supervisor(self) -> str:
        found = (name for name in self.ticked if name.startswith(_PREFIX))
        return next(found, "").removeprefix(_PREFIX)
