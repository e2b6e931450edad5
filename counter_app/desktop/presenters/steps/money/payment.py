"""Thu phí: what is owed is ticked, the sum can be less (tạm thu), the way by a digit."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from counter_app.desktop.presenters.steps.letter_paper import letter_paper
from counter_app.desktop.presenters.steps.step import Lack, Step, StepPaper, StepWords
from counter_app.desktop.presenters.steps.step_state import (
    Block,
    Fields,
    Input,
    Row,
    Rows,
    Say,
    SayKind,
)
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import PaymentPart, PayMethod, Receipt
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.money import amount_in_words, short_amount, typed_amount
from counter_app.domain.procedures.fees import FeeLine
from counter_app.domain.text import clean
from counter_app.domain.vietqr import transfer_code
from counter_app.i18n import tr
from counter_app.services.money.payments import owed_lines, take_payment
from counter_app.services.printing.letters.making import FEE_SLIP
from counter_app.wording.steps import PAY_METHODS

LINES, METHODS = "lines", "methods"
SUM, PAYER, SYMBOL, NUMBER, LOOKUP = "sum", "payer", "symbol", "number", "lookup"
_OPEN = "open:"


class Payment(Step):
    """Everything that is owed, in cash, from whoever submitted: then Enter is enough."""

    kind = Kind.PAID

    def words(self, dossier: Dossier) -> StepWords:  # noqa: ARG002
        """Return the words of the panel."""
        return StepWords(tr("Thu phí, lệ phí"), "", "money", tr("Thu tiền và in phiếu thu"))

    def begin(self, dossier: Dossier, found: object) -> None:  # noqa: ARG002
        """Begin with all that is owed, in cash."""
        lines = owed_lines(dossier)
        self.ticked |= {_line(at) for at, line in enumerate(lines) if line.amount}
        self.ticked.add(PayMethod.CASH.value)
        self.typed[PAYER] = (dossier.received.submitter or dossier.received.applicant).name

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:
        """Return what is owed, the ways, the sum."""
        lines = owed_lines(dossier)
        rows = tuple(
            Row(
                _line(at), line.name, line.exemption,
                short_amount(line.amount) if line.amount else tr("chưa có mức thu"),
                _line(at) in self.ticked,
            )
            for at, line in enumerate(lines)
        )  # fmt: skip
        opened = tuple(
            Input(
                _OPEN + str(at), line.name, self.typed.get(_OPEN + str(at), ""),
                problem=self._amount_problem(_OPEN + str(at)), digits=True,
            )
            for at, line in enumerate(lines)
            if not line.amount and _line(at) in self.ticked
        )  # fmt: skip
        ways = tuple(
            Row(way.value, tr(words), ticked=way.value in self.ticked)
            for way, words in PAY_METHODS.items()
        )
        total = sum(line.amount for line in self._taken(dossier))
        blocks: list[Block] = [Rows(LINES, tr("Khoản còn phải nộp"), rows)]
        if opened:
            blocks.append(Fields("open", opened))
        blocks.append(Rows(METHODS, tr("Cách nộp"), ways, single=True))
        if PayMethod.TRANSFER.value in self.ticked:
            blocks.append(
                Say(
                    "bank",
                    tr("Nội dung chuyển khoản: {code} hoặc {early}").format(
                        code=dossier.shown_code, early=transfer_code(dossier.uid)
                    ),
                    tr("Mã thứ hai là của lần chuyển trước khi hồ sơ có số; gõ vào ô tìm cũng ra."),
                    in_sight=True,
                )
            )
        blocks += [
            Fields(
                SUM,
                (
                    Input(
                        SUM, tr("Số tiền thu"), self.typed.get(SUM, ""),
                        placeholder=short_amount(total), problem=self._sum_problem(total),
                        digits=True,
                    ),
                    Input(PAYER, tr("Người nộp tiền"), self.typed.get(PAYER, "")),
                ),
            ),
            Fields(
                SYMBOL,
                (
                    Input(SYMBOL, tr("Ký hiệu biên lai"), self.typed.get(SYMBOL, "")),
                    Input(NUMBER, tr("Số biên lai"), self.typed.get(NUMBER, ""), digits=True),
                    Input(LOOKUP, tr("Mã tra cứu"), self.typed.get(LOOKUP, "")),
                ),
                tr("Biên lai điện tử, nếu đã có"),
            ),
        ]  # fmt: skip
        taken = self._sum(total)
        if taken:
            words = amount_in_words(taken)
            rest = words[:1].upper() + words[1:]
            if taken < total:
                rest = tr("{words}. Tạm thu, còn {rest}.").format(
                    words=rest, rest=short_amount(total - taken)
                )
            blocks.append(Say("figure", short_amount(taken), rest, SayKind.FIGURE, "money"))
        return tuple(blocks)

    def lacks(self, dossier: Dossier) -> Lack | None:
        """Something to take, and a sum that can be read."""
        asked = self._taken(dossier)
        for name in self.typed:
            if name.startswith(_OPEN) and (problem := self._amount_problem(name)):
                return problem, name
        total = sum(line.amount for line in asked)
        if not total:
            return tr("Đánh dấu khoản thu, ghi mức thu."), LINES
        problem = self._sum_problem(total)
        return (problem, SUM) if problem else None

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:  # noqa: ARG002
        """Return the work that takes the money."""
        desk, uid = self.desk, dossier.uid
        asked = self._taken(dossier)
        total = sum(line.amount for line in asked)
        lines = _shared_out(asked, self._sum(total))
        method = next(way for way in PayMethod if way.value in self.ticked)
        payer, receipt = self.typed.get(PAYER, ""), self._receipt()

        def work() -> Dossier:
            return take_payment(
                desk.workplace, desk.session, uid, lines, method, payer=payer, receipt=receipt
            )

        return work

    def said(self, after: Dossier) -> str:
        """Return what was taken."""
        payment = after.payments[-1]
        amount = short_amount(payment.amount)
        if payment.part is PaymentPart.ADVANCE:
            return tr("Đã tạm thu {amount}.").format(amount=amount)
        return tr("Đã thu {amount}.").format(amount=amount)

    def paper(self, after: Dossier) -> StepPaper:
        """Return the fee slip (phiếu thu), which is no receipt of the treasury."""
        title = tr("Phiếu thu {code}").format(code=after.shown_code)
        return letter_paper(self.desk, after, FEE_SLIP, title)

    def _taken(self, dossier: Dossier) -> tuple[FeeLine, ...]:
        asked = []
        for at, line in enumerate(owed_lines(dossier)):
            if _line(at) not in self.ticked:
                continue
            if not line.amount:
                entered = typed_amount(self.typed.get(_OPEN + str(at), "")) or 0
                asked.append(dataclasses.replace(line, amount=entered))
            else:
                asked.append(line)
        return tuple(line for line in asked if line.amount)

    def _sum(self, total: int) -> int:
        typed = self.typed.get(SUM, "").strip()
        return (typed_amount(typed) or 0) if typed else total

    def _sum_problem(self, total: int) -> str:
        typed = self.typed.get(SUM, "").strip()
        if not typed:
            return ""
        read = typed_amount(typed)
        if not read:
            return tr("Ghi số tiền bằng chữ số.")
        return tr("Nhiều hơn số phải nộp.") if read > total else ""

    def _amount_problem(self, name: str) -> str:
        typed = self.typed.get(name, "").strip()
        return "" if not typed or typed_amount(typed) else tr("Ghi số tiền bằng chữ số.")

    def _receipt(self) -> Receipt | None:
        symbol, number, lookup = (
            clean(self.typed.get(name, "")) for name in (SYMBOL, NUMBER, LOOKUP)
        )
        return Receipt(symbol, number, lookup) if symbol or number or lookup else None


def _shared_out(lines: tuple[FeeLine, ...], taken: int) -> tuple[FeeLine, ...]:
    """Return the lines that `taken` pays, in their order; the last one in part."""
    paid = []
    for line in lines:
        part = min(line.amount, taken)
        taken -= part
        if part:
            paid.append(dataclasses.replace(line, amount=part))
    return tuple(paid)


def _line(at: int) -> str:
    return f"line{at}"
