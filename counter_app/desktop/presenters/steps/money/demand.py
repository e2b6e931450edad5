"""Nghĩa vụ tài chính: what must be paid before the agency goes on; the clock stops."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.presenters.steps.step import Lack, Step, StepWords
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input, Say
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.money import typed_amount
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.money.payments import demand_payment

WHAT, AMOUNT, NOTICE = "what", "amount", "notice"
_LINES = 3


class Demand(Step):
    """Up to three lines, as the notice of the tax office says them."""

    kind = Kind.PAYMENT_DEMANDED

    def words(self, dossier: Dossier) -> StepWords:  # noqa: ARG002
        """Return the words of the panel."""
        return StepWords(tr("Nghĩa vụ tài chính"), "", "money", tr("Ghi nghĩa vụ tài chính"))

    def begin(self, dossier: Dossier, found: object) -> None:
        """Nothing is known beforehand: the notice says it."""

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:  # noqa: ARG002
        """Return the lines and the notice's number."""
        lines = [
            Fields(
                f"line{at}",
                (
                    Input(
                        WHAT + str(at), tr("Khoản phải nộp"), self.typed.get(WHAT + str(at), ""),
                        placeholder=tr("như Thuế thu nhập cá nhân"),
                    ),
                    Input(
                        AMOUNT + str(at), tr("Số tiền"), self.typed.get(AMOUNT + str(at), ""),
                        problem=self._problem(at), digits=True,
                    ),
                ),
            )
            for at in range(self._count())
        ]  # fmt: skip
        notice = Input(
            NOTICE, tr("Theo thông báo"), self.typed.get(NOTICE, ""),
            placeholder=tr("số, ngày của thông báo"),
        )  # fmt: skip
        return (
            *lines,
            Fields(NOTICE, (notice,)),
            Say("clock", tr("Thời hạn dừng lại"), tr("và tính tiếp khi công dân nộp đủ.")),
        )

    def lacks(self, dossier: Dossier) -> Lack | None:  # noqa: ARG002
        """One line with an amount at least."""
        for at in range(self._count()):
            if problem := self._problem(at):
                return problem, AMOUNT + str(at)
        return None if self._lines() else (tr("Ghi khoản phải nộp và số tiền."), WHAT + "0")

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:  # noqa: ARG002
        """Return the work that records it."""
        desk, uid, lines = self.desk, dossier.uid, self._lines()
        notice = self.typed.get(NOTICE, "")
        return lambda: demand_payment(desk.workplace, desk.session, uid, lines, notice)

    def said(self, after: Dossier) -> str:  # noqa: ARG002
        """Return what is said then."""
        return tr("Đã ghi nghĩa vụ tài chính, thời hạn dừng lại.")

    def _count(self) -> int:
        """One line more than those that say something: the notice seldom has three."""
        filled = [at for at in range(_LINES) if self.typed.get(WHAT + str(at), "").strip()]
        return min(_LINES, (filled[-1] + 2) if filled else 1)

    def _lines(self) -> tuple[FeeLine, ...]:
        lines = []
        for at in range(_LINES):
            what = clean(self.typed.get(WHAT + str(at), ""))
            amount = typed_amount(self.typed.get(AMOUNT + str(at), "")) or 0
            if what and amount:
                lines.append(FeeLine(what, FeeKind.UNSTATED, amount))
        return tuple(lines)

    def _problem(self, at: int) -> str:
        typed = self.typed.get(AMOUNT + str(at), "").strip()
        return "" if not typed or typed_amount(typed) else tr("Ghi số tiền bằng chữ số.")
