"""`ReasonStep`: a step that is all about its reason: the office's by digits, another by words."""

from __future__ import annotations

from typing import ClassVar

from counter_app.desktop.presenters.steps.step import Lack, Step
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input, Row, Rows
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.office.reasons import ReasonUse, StandingReason
from counter_app.domain.text import clean
from counter_app.i18n import tr

REASONS, OTHER = "reasons", "other"


class ReasonStep(Step):
    """A subclass names the `use` of its reasons, and puts `reason_blocks` among its blocks."""

    use: ClassVar[ReasonUse]

    def begin(self, dossier: Dossier, found: object) -> None:
        """Nothing is ticked beforehand: a reason is the officer's own word."""

    def reason_blocks(self, caption: str) -> tuple[Block, ...]:
        """Return the office's reasons, of which one is chosen, and the line for another."""
        rows = tuple(
            Row(_name(at), reason.text, reason.guidance, ticked=_name(at) in self.ticked)
            for at, reason in enumerate(self._reasons())
        )
        other = Input(
            OTHER,
            tr("Lý do khác"),
            self.typed.get(OTHER, ""),
            placeholder=tr("gõ lý do, hoặc thêm vào lý do đã chọn"),
        )
        return (Rows(REASONS, caption, rows, single=True), Fields(OTHER, (other,)))

    def reason(self) -> str:
        """Return the reason as it is written: the chosen one, and what was typed behind it."""
        chosen = self.chosen()
        parts = (chosen.text if chosen else "", clean(self.typed.get(OTHER, "")))
        return "; ".join(part for part in parts if part)

    def guidance(self) -> str:
        """Return what the office tells those whom the chosen reason meets."""
        chosen = self.chosen()
        return chosen.guidance if chosen else ""

    def chosen(self) -> StandingReason | None:
        """Return the office's reason that is chosen."""
        return next(
            (each for at, each in enumerate(self._reasons()) if _name(at) in self.ticked), None
        )

    def lacks(self, dossier: Dossier) -> Lack | None:  # noqa: ARG002
        """A reason is always wanted."""
        return None if self.reason() else (tr("Chọn hoặc ghi lý do."), OTHER)

    def _reasons(self) -> tuple[StandingReason, ...]:
        return self.desk.workplace.reference.reasons.of(self.use)


def _name(at: int) -> str:
    return f"reason{at}"
