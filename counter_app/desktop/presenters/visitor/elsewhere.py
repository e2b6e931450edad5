"""Phi địa giới: an agency of another place decides; the promise becomes an estimate."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.steps.step import Lack, StepWords
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input, Say, SayKind
from counter_app.desktop.presenters.visitor.visit import Visit
from counter_app.desktop.presenters.visitor.visit_act import VisitAct, VisitView
from counter_app.domain.text import clean
from counter_app.i18n import tr

_AGENCY = "agency"


class Elsewhere(VisitAct):
    """`decide` takes the agency's name; "" gives the dossier back to the usual agency."""

    def __init__(
        self, desk: Desk, view: VisitView, visit: Visit, decide: Callable[[str], None]
    ) -> None:
        super().__init__(desk, view, visit)
        self._decide = decide
        self.typed[_AGENCY] = visit.reception.competent

    def words(self) -> StepWords:
        """Return the words of the panel."""
        return StepWords(
            tr("Tiếp nhận phi địa giới"), "Ctrl+Shift+P", "swap", tr("Lấy cơ quan này")
        )

    def begin(self) -> None:
        """The keys are in the agency's name."""
        super().begin()
        self.view.focus(_AGENCY)

    def blocks(self) -> tuple[Block, ...]:
        """Return the agency, and what it means for the promise."""
        agency = Input(
            _AGENCY,
            tr("Cơ quan giải quyết ở nơi khác"),
            self.typed.get(_AGENCY, ""),
            placeholder=tr("như Ủy ban nhân dân xã A, tỉnh B"),
        )
        blocks: list[Block] = [Fields(_AGENCY, (agency,))]
        if not self.visit.procedure.non_territorial:
            blocks.append(
                Say(
                    "doubt",
                    tr("Thủ tục này chưa công bố tiếp nhận phi địa giới."),
                    tr("Vẫn ghi được, người phụ trách sẽ thấy."),
                    SayKind.WARN,
                    "warn",
                )
            )
        usual = self.visit.procedure.agency_name
        blocks.append(
            Say(
                "promise",
                tr("Ngày hẹn in là “dự kiến”"),
                tr("đến khi cơ quan ấy tiếp nhận. Để trống: {agency} giải quyết.").format(
                    agency=usual
                ),
                icon="calendar",
            )
        )
        return tuple(blocks)

    def lacks(self) -> Lack | None:
        """Nothing: an empty name gives it back."""
        return None

    def does(self) -> None:
        """Keep it in the draft; F9 writes it."""
        self.view.close_now()
        self._decide(clean(self.typed.get(_AGENCY, "")))
