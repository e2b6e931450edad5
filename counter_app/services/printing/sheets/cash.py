"""Bảng kê tiền of a closed shift or of a day: fees, payments, the drawer by denomination."""

from __future__ import annotations

from collections.abc import Iterable

from counter_app.domain.acts.money import ShiftClosed
from counter_app.domain.acts.steps import PayMethod
from counter_app.domain.cash import CashLine, MoneyDay, Shift
from counter_app.domain.printed.cash_sheet import (
    CashSheetContent,
    CashSheetFee,
    CashSheetPayment,
)
from counter_app.domain.procedures.short_name import short_name
from counter_app.papers.fonts import FontChoice
from counter_app.papers.sheet_documents import cash_sheet_pdf
from counter_app.services.counter.workplace import Workplace
from counter_app.services.printing.letters.fees import METHODS, receipt_words
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import office_header, sheet_marks, todays_forms

CASH_SHEET = "cash_sheet"


def cash_sheet_content(workplace: Workplace, shift: Shift, act: ShiftClosed) -> CashSheetContent:
    """Return what the sheet of a closed shift says.

    A payment that was taken back in the same shift stands struck once; one of an earlier shift
    stands as what was given back.
    """
    return CashSheetContent(
        header=office_header(workplace),
        counter=workplace.enrolment.counter,
        officer=act.officer_name,
        opened_at=act.opened_at,
        closed_at=act.closed_at,
        expected=act.expected,
        counted=act.counted,
        other=act.other,
        fees=_fees(workplace, shift.lines),
        payments=_payments(shift.lines),
        handed_to=act.handed_to,
        reason=act.reason,
    )


def day_sheet_content(workplace: Workplace, day: MoneyDay) -> CashSheetContent:
    """Return what the sheet of a whole day says. Raises ValueError for a day without a count.

    Every sum is that of the day's shifts; who explained a difference is named with the reason.
    """
    if not day.counts:
        raise ValueError(f"no shift was closed on {day.day}")
    said = [f"{each.officer_name}: {each.reason}" for each in day.counts if each.reason]
    return CashSheetContent(
        header=office_header(workplace),
        counter=workplace.enrolment.counter,
        officer=_each_once(act.officer_name for act in day.counts),
        opened_at=min(act.opened_at for act in day.counts),
        closed_at=max(act.closed_at for act in day.counts),
        expected=sum(act.expected for act in day.counts),
        counted=day.pieces,
        other=sum(act.other for act in day.counts),
        fees=_fees(workplace, day.lines),
        payments=_payments(day.lines),
        handed_to=_each_once(act.handed_to for act in day.counts),
        reason="; ".join(said),
        is_day=True,
    )


def make_cash_sheet(
    workplace: Workplace, shift: Shift, act: ShiftClosed, fonts: FontChoice
) -> Document:
    """Return the sheet as a paper. Raises what the papers raise."""
    forms = todays_forms(workplace)
    content = cash_sheet_content(workplace, shift, act)
    pdf = cash_sheet_pdf(content, sheet_marks(workplace), forms, fonts)
    return Document(CASH_SHEET, forms.id, pdf, copies=1)


def make_day_sheet(workplace: Workplace, day: MoneyDay, fonts: FontChoice) -> Document:
    """Return the sheet of a whole day as a paper. Raises as `day_sheet_content`."""
    forms = todays_forms(workplace)
    content = day_sheet_content(workplace, day)
    pdf = cash_sheet_pdf(content, sheet_marks(workplace), forms, fonts)
    return Document(CASH_SHEET, forms.id, pdf, copies=1)


def _each_once(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(name for name in names if name))


def _payments(lines: Iterable[CashLine]) -> tuple[CashSheetPayment, ...]:
    lines = tuple(lines)
    own = {line.source for line in lines if line.amount > 0}
    return tuple(_payment(line) for line in lines if line.amount > 0 or _of_before(line, own))


def _of_before(line: CashLine, own: set[str]) -> bool:
    return line.amount < 0 and line.taken_back not in own


def _fees(workplace: Workplace, lines: Iterable[CashLine]) -> tuple[CashSheetFee, ...]:
    """Return the sums by procedure and fee, in the order in which the procedures first came."""
    sums: dict[str, dict[str, list[int]]] = {}
    for line in lines:
        of_procedure = sums.setdefault(_procedure(workplace, line), {})
        found = of_procedure.setdefault(line.what, [0, 0, 0])
        found[0] += 1 if line.amount > 0 else -1
        found[1 if line.method is PayMethod.CASH else 2] += line.amount
    return tuple(
        CashSheetFee(procedure, what, count, cash, other)
        for procedure, of_procedure in sums.items()
        for what, (count, cash, other) in of_procedure.items()
        if count or cash or other
    )


def _procedure(workplace: Workplace, line: CashLine) -> str:
    """Return what the money was for: the procedure's short name, or the kind of certification."""
    if line.certified is None:
        return short_name(line.procedure)
    kind = workplace.reference.certification.of(line.certified)
    return f"Chứng thực: {kind.name.lower()}" if kind is not None else "Chứng thực"


def _payment(line: CashLine) -> CashSheetPayment:
    return CashSheetPayment(
        at=line.at,
        code=line.code,
        payer=line.payer,
        amount=line.amount,
        method=METHODS[line.method],
        receipt=receipt_words(line.receipt) if line.receipt else "",
        cancelled=line.reason if line.cancelled else "",
    )
