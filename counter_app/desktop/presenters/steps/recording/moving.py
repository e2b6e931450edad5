"""Bàn giao một hồ sơ: to a unit, or back from it; a pile has its own page."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.presenters.steps.step import Lack, Step, StepPaper, StepWords
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input, Say
from counter_app.desktop.presenters.steps.told_later import DONE, done_at, done_fields, done_problem
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.dossiers.piles import PileList, hand_over, take_back
from counter_app.services.printing.sheets.hand_over import make_hand_over_list

UNIT, WHO = "unit", "who"


class Moving(Step):
    """It goes to the agency that decides; from where it lies it comes back."""

    kind = Kind.HANDED_OVER
    _written: tuple[PileList, ...] | list[PileList] = ()

    def words(self, dossier: Dossier) -> StepWords:
        """Return the words of the panel."""
        if dossier.unit:
            return StepWords(tr("Nhận lại hồ sơ"), "", "swap", tr("Ghi nhận lại và in"))
        return StepWords(tr("Bàn giao hồ sơ"), "", "swap", tr("Ghi bàn giao và in"))

    def begin(self, dossier: Dossier, found: object) -> None:  # noqa: ARG002
        """Begin with where it goes, or lies."""
        self.typed[UNIT] = dossier.unit or dossier.received.procedure.agency_name

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:
        """Return unit and person."""
        unit = Input(UNIT, tr("Đơn vị"), self.typed.get(UNIT, ""))
        label = tr("Người trả lại") if dossier.unit else tr("Người nhận")
        who = Input(WHO, label, self.typed.get(WHO, ""))
        return (
            Fields(UNIT, (unit,)),
            Fields(WHO, (who,)),
            Say("pile", tr("Nhiều hồ sơ một lúc"), tr("thì quét cả chồng ở trang Bàn giao.")),
            done_fields(self.typed, dossier, self.desk.now()),
        )

    def lacks(self, dossier: Dossier) -> Lack | None:
        """A unit, and a moment that can be."""
        if not clean(self.typed.get(UNIT, "")):
            return tr("Chưa chọn đơn vị."), UNIT
        done = done_problem(self.typed.get(DONE, ""), (dossier,), self.desk.now())
        return (done, DONE) if done else None

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:  # noqa: ARG002
        """Return the work that records it."""
        desk, uids = self.desk, [dossier.uid]
        unit, who = clean(self.typed.get(UNIT, "")), clean(self.typed.get(WHO, ""))
        act = take_back if dossier.unit else hand_over
        done = done_at(self.typed.get(DONE, ""), (dossier,), desk.now())
        written: list[PileList] = []
        self._written = written

        def work() -> Dossier:
            written.append(act(desk.workplace, desk.session, uids, unit, who, done))
            return written[-1].dossiers[0]

        return work

    def said(self, after: Dossier) -> str:
        """Return where it is now."""
        if after.unit:
            return tr("Đã bàn giao cho {unit}.").format(unit=after.unit)
        return tr("Hồ sơ đã về quầy.")

    def paper(self, after: Dossier) -> StepPaper | None:  # noqa: ARG002
        """Return its list of one line, in two copies."""
        if not self._written:
            return None
        desk, done = self.desk, self._written[-1]
        return StepPaper(
            lambda: make_hand_over_list(desk.workplace, desk.session, done, desk.fonts),
            tr("Danh sách {number}").format(number=done.number),
        )
