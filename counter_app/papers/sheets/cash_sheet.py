"""Bảng kê tiền: what was taken, what lay in the drawer, what differs and why, which receipts."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.domain.dates import paper_date, paper_moment, vietnam_time
from counter_app.domain.money import amount, amount_in_words, grouped
from counter_app.domain.printed.cash_sheet import CashSheetContent, CashSheetPayment
from counter_app.papers.setting.flow import Band, gap, kept_together
from counter_app.papers.setting.grid import Grid
from counter_app.papers.sheets.a4_paper import A4Paper, Desk
from counter_app.papers.sheets.bands import Value, caption, paragraph, signatures, values
from counter_app.papers.sheets.heads import OfficialHead
from counter_app.papers.sheets.styles import CASH, NOTE

_VALUE_X, _PITCH = 46.0, 5.9
_TOTAL = frozenset(
    {"procedure", "fee", "count", "cash", "other", "pieces", "amount", "denomination"}
)
_UNSTRUCK = "receipt"


def cash_sheet(content: CashSheetContent, desk: Desk) -> A4Paper:
    """Return the cash sheet of a shift or a day, measured."""
    return _CashSheet(content, desk).paper()


class _CashSheet:
    def __init__(self, content: CashSheetContent, desk: Desk) -> None:
        self._content = content
        self._desk = desk
        self._form = desk.form
        self._blank = desk.blank()

    def paper(self) -> A4Paper:
        """Return all parts in their order."""
        content, form, blank = self._content, self._form, self._blank
        opened, closed = vietnam_time(content.opened_at), vietnam_time(content.closed_at)
        said = {
            "counter": content.counter,
            "officer": content.officer,
            "period": form.said("period", **{"from": _time(content), "to": paper_moment(closed)}),
            "handed_to": content.handed_to or "–",
        }
        fields = [Value(f.label, said[f.key], f.bold) for f in form.fields if f.key in said]
        bands: list[Band] = values(blank, fields, _VALUE_X, _PITCH)
        bands += [*self._fees(), *self._counts(), *self._balance(), *self._payments()]
        for note in form.notes:
            bands += paragraph(blank, note, NOTE, 5.0, kept=True)
        names = (content.officer, content.handed_to)
        bands.append(signatures(blank, form.signatures, self._desk.form_set.sign_here, names))
        kind = "day" if content.is_day else "shift"
        span = {"from": f"{opened:%H:%M}", "to": f"{closed:%H:%M}"}
        head = OfficialHead(
            content.header,
            self._desk.form_set,
            self._desk.marks,
            content.closed_at,
            form.title,
            form.name,
            subtitle=form.said(kind, day=paper_date(closed.date()), **span),
        )
        foot = self._desk.foot(content.counter)
        return A4Paper(self._desk, content.header, head, bands, foot, paper_date(closed.date()))

    def _fees(self) -> list[Band]:
        fees = self._content.fees
        rows = [
            {
                "procedure": each.procedure,
                "fee": each.fee,
                "count": str(each.count),
                "cash": _sum(each.cash),
                "other": _sum(each.other),
                "total": _sum(each.total),
            }
            for each in fees
        ]
        total = {
            "procedure": self._form.said("total"),
            "count": str(sum(each.count for each in fees)),
            "cash": _sum(sum(each.cash for each in fees)),
            "other": _sum(sum(each.other for each in fees)),
            "total": _sum(sum(each.total for each in fees)),
        }
        return self._table("fees", rows, total)

    def _counts(self) -> list[Band]:
        counted = self._content.counted
        rows = [
            {
                "denomination": grouped(each.denomination),
                "pieces": grouped(each.pieces) if each.pieces else "–",
                "amount": _sum(each.amount),
            }
            for each in counted
        ]
        total = {
            "denomination": self._form.said("total"),
            "pieces": grouped(sum(each.pieces for each in counted)),
            "amount": _sum(self._content.in_drawer),
        }
        return self._table("counts", rows, total)

    def _balance(self) -> list[Band]:
        content, form = self._content, self._form
        words = amount_in_words(content.in_drawer)
        entries = [
            Value(form.said("expected"), amount(content.expected)),
            Value(form.said("counted"), amount(content.in_drawer), bold=True),
            Value(form.said("words"), words[0].upper() + words[1:]),
            Value(form.said("difference"), self._difference(), bold=True),
            Value(form.said("reason"), content.reason or ("–" if content.difference else "")),
            Value(form.said("other"), amount(content.other)),
        ]
        shown = [entry for entry in entries if entry.label and entry.value]
        lines = values(self._blank, shown, _VALUE_X, _PITCH)
        head = caption(self._blank, form.said("balance"))
        return [*head, *kept_together(lines[:-1], len(lines)), *lines[-1:]]

    def _difference(self) -> str:
        missing = self._content.difference
        if not missing:
            return self._form.said("equal")
        return self._form.said("more" if missing > 0 else "less", amount=amount(abs(missing)))

    def _payments(self) -> list[Band]:
        table = self._form.tables.get("payments")
        if not table:
            return []
        grid = Grid(self._blank, table.columns, CASH, least=table.row_height / 10)
        rows = [
            self._payment(grid, place, each) for place, each in enumerate(self._content.payments, 1)
        ] or [grid.wide_row(self._blank, table.empty, CASH.text)]
        return [*caption(self._blank, table.caption), *kept_together(rows, 2), gap(2.0)]

    def _payment(self, grid: Grid, place: int, payment: CashSheetPayment) -> Band:
        cells = {
            "place": str(place),
            "at": f"{vietnam_time(payment.at):%H:%M}",
            "code": payment.code,
            "payer": payment.payer,
            "amount": grouped(payment.amount),
            "method": payment.method,
            "receipt": payment.receipt,
        }
        if not payment.cancelled:
            return grid.row(self._blank, cells)
        struck = {key for key in cells if key not in (_UNSTRUCK, "place")}
        why = self._form.said("cancelled", reason=payment.cancelled)
        cells["receipt"] = "\n".join(part for part in (why, payment.receipt) if part)
        return grid.row(self._blank, cells, struck=struck)

    def _table(
        self, name: str, cells: Sequence[dict[str, str]], total: dict[str, str]
    ) -> list[Band]:
        table = self._form.tables.get(name)
        if not table:
            return []
        grid = Grid(self._blank, table.columns, CASH, least=table.row_height / 10)
        rows = [grid.row(self._blank, each) for each in cells]
        if rows:
            rows = [*kept_together(rows, 1), grid.row(self._blank, total, bold=_TOTAL)]
        else:
            rows = [grid.wide_row(self._blank, table.empty, CASH.text)]
        return [*caption(self._blank, table.caption), *rows]


def _sum(dong: int) -> str:
    return grouped(dong) if dong else "–"


def _time(content: CashSheetContent) -> str:
    opened, closed = vietnam_time(content.opened_at), vietnam_time(content.closed_at)
    if opened.date() == closed.date():
        return f"{opened.hour:02} giờ {opened.minute:02} phút"
    return paper_moment(opened)
