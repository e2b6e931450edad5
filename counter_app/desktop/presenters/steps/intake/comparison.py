"""Đối chiếu bản chính: each paper agrees or differs; what differs is named."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.presenters.steps.step import Lack, Step, StepWords
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input, Row, Rows, Say
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.i18n import several, tr
from counter_app.services.intake.accepting import compare_originals

SEEN, WRONG, NOTE = "seen", "wrong", "note"


class Comparison(Step):
    """All papers are expected to agree."""

    kind = Kind.ORIGINALS_COMPARED

    def words(self, dossier: Dossier) -> StepWords:  # noqa: ARG002
        """Return the words of the panel."""
        return StepWords(tr("Đối chiếu bản chính"), "", "check", tr("Ghi đối chiếu"))

    def begin(self, dossier: Dossier, found: object) -> None:
        """Nothing is ticked: to compare is a deliberate act."""

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:
        """Return what was compared, and what differs."""
        papers = [each.name for each in dossier.received.papers if not each.missing]
        seen = tuple(
            Row(f"{SEEN}{at}", name, ticked=f"{SEEN}{at}" in self.ticked)
            for at, name in enumerate(papers)
        )
        wrong = tuple(
            Row(f"{WRONG}{at}", name, ticked=f"{WRONG}{at}" in self.ticked)
            for at, name in enumerate(papers)
            if f"{SEEN}{at}" in self.ticked
        )
        blocks: list[Block] = [Rows(SEEN, tr("Đã xem bản chính"), seen)]
        if wrong:
            blocks.append(Rows(WRONG, tr("Không khớp bản chính"), wrong))
        blocks.append(Fields(NOTE, (Input(NOTE, tr("Ghi chú"), self.typed.get(NOTE, "")),)))
        if self._names(dossier, WRONG):
            blocks.append(
                Say("then", tr("Giấy tờ không khớp"), tr("yêu cầu bổ sung bằng F7 sau khi ghi."))
            )
        return tuple(blocks)

    def lacks(self, dossier: Dossier) -> Lack | None:
        """At least one paper."""
        if self._names(dossier, SEEN):
            return None
        return tr("Đánh dấu ít nhất một giấy tờ đã đối chiếu."), SEEN

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:  # noqa: ARG002
        """Return the work that records it."""
        desk, uid = self.desk, dossier.uid
        seen, wrong = self._names(dossier, SEEN), self._names(dossier, WRONG)
        differing = tuple(name for name in wrong if name in seen)
        note = self.typed.get(NOTE, "")
        return lambda: compare_originals(desk.workplace, desk.session, uid, seen, differing, note)

    def said(self, after: Dossier) -> str:
        """Return how many were compared."""
        count = len(after.compared[-1].papers)
        return several("Đã đối chiếu {n} giấy tờ.", count).format(n=count)

    def _names(self, dossier: Dossier, prefix: str) -> tuple[str, ...]:
        papers = [each.name for each in dossier.received.papers if not each.missing]
        return tuple(name for at, name in enumerate(papers) if f"{prefix}{at}" in self.ticked)
