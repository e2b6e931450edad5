"""Chốt ca: the lines of a shift, the drawer counted by notes, one key that closes and prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counter_app.desktop.changed import Changed, Subject, dossier_changed
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.shift.shift_state import (
    Balance,
    ReceiptAsk,
    ShiftState,
    ShiftView,
)
from counter_app.desktop.printing.outcome import PrintKind, PrintOutcome
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.lists.cells import Cell, CodeCell, IconCell, TextCell
from counter_app.domain.acts.money import CashCount, ShiftClosed
from counter_app.domain.acts.steps import PayMethod, Receipt
from counter_app.domain.cash import DENOMINATIONS, CashLine, MoneyDay, Shift, counted
from counter_app.domain.dates import shown_date, shown_moment, vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.money import grouped, short_amount
from counter_app.domain.text import clean
from counter_app.i18n import several, tr
from counter_app.services.money.day import closed_day
from counter_app.services.money.payments import cancel_payment, link_receipt
from counter_app.services.money.shift import close_shift, open_shift
from counter_app.services.printing.receipt_paper import Document
from counter_app.wording.sentences import problem_words, sentence
from counter_app.wording.steps import PAY_METHODS

_MOST_PIECES = 99_999


@dataclass(frozen=True, slots=True)
class Closed:
    """A shift that was closed, with its lines: what the cash sheet is made of."""

    shift: Shift
    act: ShiftClosed


class ShiftPage:
    """Decides. `make_sheet` and `make_day` make the cash sheets of a closed shift and of a day."""

    def __init__(
        self,
        desk: Desk,
        view: ShiftView,
        changed: Callable[[Changed], None],
        make_sheet: Callable[[Closed], Document],
        make_day: Callable[[MoneyDay], Document],
    ) -> None:
        self._desk, self._view, self._changed = desk, view, changed
        self._make_sheet, self._make_day = make_sheet, make_day
        self._shift: Shift | None = None
        self._pieces: list[str] = [""] * len(DENOMINATIONS)
        self._handed_to, self._reason = "", ""
        self._row = 0
        self._asked_about: CashLine | None = None  # the payment that the open dialog names
        self._asked = 0
        self._writing = False
        self._last: Closed | None = None

    def arrive(self) -> None:
        """Read the shift; the keys are in the first denomination."""
        self.refresh()
        self._view.focus_count()

    def refresh(self) -> None:
        """Read the shift's lines anew; what was counted stays."""
        self._asked += 1
        number, desk = self._asked, self._desk

        def read(shift: Shift) -> None:
            if number == self._asked:
                self._shift = shift
                self._row = min(self._row, max(0, len(shift.lines) - 1))
                self._present()

        desk.jobs.run(lambda: open_shift(desk.workplace, desk.session), read, self._failed)

    def changed(self, change: Changed) -> None:
        """Read anew when something was written here."""
        if Subject.DOSSIERS in change.subjects and not change.from_server:
            self.refresh()

    def count(self, place: int, typed: str) -> None:
        """Take how many notes of a denomination were counted."""
        self._pieces[place] = typed
        self._present()

    def hand_to(self, name: str) -> None:
        """Say who took the money over."""
        self._handed_to = clean(name)

    def explain(self, reason: str) -> None:
        """Say why the drawer differs from the lines."""
        self._reason = clean(reason)
        self._present()

    def select(self, row: int) -> None:
        """Choose a line."""
        self._row = row

    def close(self) -> bool:
        """Write the count and print the cash sheet (F9). False when something is missing."""
        shift, counts = self._shift, self._counts()
        if shift is None or counts is None or self._writing:
            return False
        if counted(counts) != shift.cash and not self._reason:
            self._say_what_is_missing()
            return False
        desk, to, reason = self._desk, self._handed_to, self._reason
        self._writing = True

        def work() -> Closed:
            return Closed(*close_shift(desk.workplace, desk.session, counts, to, reason))

        desk.jobs.run(work, self._closed, self._refused)
        return True

    def print_again(self) -> bool:
        """Print the last cash sheet again (F10)."""
        if self._last is not None:
            self._print(self._last)
        return self._last is not None

    def print_day(self) -> None:
        """Print what all shifts of today took at this counter on one sheet (Ctrl+T)."""
        desk = self._desk
        today = desk.today()

        def read(day: MoneyDay) -> None:
            if not day.counts:
                words = tr("Hôm nay quầy chưa chốt ca nào.")
                desk.notify(Notice(words, tr("Chốt ca bằng F9 trước."), NoticeKind.INFO))
                return
            desk.jobs.run(
                lambda: self._make_day(day),
                lambda document: desk.print(document, title, lambda out: self._day_out(day, out)),
                self._failed,
            )

        title = tr("Bảng kê tiền ngày {day}").format(day=shown_date(today))
        desk.jobs.run(lambda: closed_day(desk.workplace, desk.session, today), read, self._failed)

    def ask_receipt(self) -> bool:
        """Ask for the e-receipt of the chosen payment; False for what is no payment."""
        line = self._line()
        if line is None or line.amount < 0 or line.cancelled or not line.is_payment:
            return False
        self._asked_about = line
        known = line.receipt or Receipt("", "")
        title = tr("Biên lai điện tử của {code}").format(code=line.code)
        self._view.ask_receipt(ReceiptAsk(title, known.symbol, known.number, known.lookup_code))
        return True

    def name_receipt(self, symbol: str, number: str, lookup: str) -> None:
        """Join the e-receipt to the payment that was asked about."""
        receipt = Receipt(clean(symbol), clean(number), clean(lookup))
        self._write(
            lambda place, session, line: link_receipt(
                place, session, line.dossier, line.source, receipt
            ),
            tr("Đã ghi biên lai điện tử."),
        )

    def ask_cancel(self) -> bool:
        """Ask why the chosen payment is taken back; False for what is no payment."""
        line = self._line()
        if line is None or line.amount < 0 or line.cancelled or not line.is_payment:
            return False
        self._asked_about = line
        self._view.ask_cancel(
            tr("Hủy khoản thu {amount} của {code}").format(
                amount=short_amount(line.amount), code=line.code
            ),
            tr("Khoản thu ở lại trong sổ cùng một bút toán đảo. Trả lại tiền cho người nộp."),
        )
        return True

    def cancel(self, reason: str) -> None:
        """Take the payment that was asked about back by a counter-entry."""
        self._write(
            lambda place, session, line: cancel_payment(
                place, session, line.dossier, line.source, reason
            ),
            tr("Đã hủy khoản thu."),
        )

    def _line(self) -> CashLine | None:
        lines = self._shift.lines if self._shift else ()
        return lines[self._row] if self._row < len(lines) else None

    def _write(self, work: Callable[..., Dossier], said: str) -> None:
        # Lines may have come meanwhile, and others stand where this one stood.
        line, desk = self._asked_about, self._desk
        if line is None:
            return

        def done(dossier: Dossier) -> None:
            self._view.close_ask()
            desk.nudge()
            desk.notify(Notice(said, dossier.shown_code))
            self._changed(dossier_changed(dossier.uid))
            self.refresh()

        def failed(error: CounterError) -> None:
            problems = error.problems if isinstance(error, FalseStepError) else ()
            self._view.refuse_ask(" ".join(map(problem_words, problems)) or sentence(error))

        desk.jobs.run(lambda: work(desk.workplace, desk.session, line), done, failed)

    def _closed(self, closed: Closed) -> None:
        self._writing = False
        self._last = closed
        self._pieces = [""] * len(DENOMINATIONS)
        self._handed_to = self._reason = ""
        self._desk.nudge()
        self._changed(Changed(frozenset({Subject.SENDING})))
        self._print(closed)
        self.refresh()

    def _print(self, closed: Closed) -> None:
        desk = self._desk
        title = tr("Bảng kê tiền ca {at}").format(at=shown_moment(closed.act.closed_at))

        def ended(outcome: PrintOutcome) -> None:
            good = outcome.kind in (PrintKind.DONE, PrintKind.FILE)
            weight = NoticeKind.OK if good else NoticeKind.WARN
            desk.notify(Notice(tr("Đã chốt ca."), outcome.words, weight, "print"))

        desk.jobs.run(
            lambda: self._make_sheet(closed),
            lambda document: desk.print(document, title, ended),
            self._failed,
        )

    def _day_out(self, day: MoneyDay, outcome: PrintOutcome) -> None:
        good = outcome.kind in (PrintKind.DONE, PrintKind.FILE)
        rest = ""
        if day.waiting:
            rest = tr("Chưa gồm tiền chưa chốt của {names}.").format(names=", ".join(day.waiting))
        weight = NoticeKind.OK if good and not rest else NoticeKind.WARN
        self._desk.notify(Notice(outcome.words, rest, weight, "print"))

    def _refused(self, error: CounterError) -> None:
        self._writing = False
        self._failed(error)

    def _failed(self, error: CounterError) -> None:
        self._desk.notify(of_error(error))

    def _counts(self) -> tuple[CashCount, ...] | None:
        """Return what was counted; None while a line isn't a number."""
        counts = []
        for denomination, typed in zip(DENOMINATIONS, self._pieces, strict=True):
            text = typed.strip()
            if text and not (text.isascii() and text.isdigit() and int(text) <= _MOST_PIECES):
                return None
            counts.append(CashCount(denomination, int(text or 0)))
        return tuple(counts)

    def _has_counted(self) -> bool:
        return any(map(str.strip, self._pieces))

    def _say_what_is_missing(self) -> None:
        what, rest = tr("Tiền đếm được khác số phải có: ghi lý do."), ""
        if self._has_counted():
            self._view.focus_reason()
        else:
            self._view.focus_count()
            what = tr("Chưa đếm tiền.")
            rest = tr("Gõ số tờ của từng mệnh giá; ngăn kéo trống thì gõ 0.")
        self._desk.notify(Notice(what, rest, NoticeKind.WARN))

    def _present(self) -> None:
        shift = self._shift
        if shift is None:
            return
        counts = self._counts()
        total = counted(counts) if counts is not None else 0
        balance, words = _balance(total, shift.cash, started=self._has_counted())
        if counts is None:
            balance, words = Balance.UNCOUNTED, tr("Số tờ chỉ gồm chữ số.")
        open_lines = len(shift.without_receipt)
        last = self._last
        self._view.present(
            ShiftState(
                since=tr("Từ {at} · {officer}").format(
                    at=shown_moment(shift.opened_at), officer=shift.officer_name
                ),
                rows=tuple(_cells(line) for line in shift.lines),
                expected=_money(shift.cash),
                other=_money(shift.other),
                denominations=tuple(grouped(each) for each in DENOMINATIONS),
                pieces=tuple(self._pieces),
                counted=_money(total),
                balance=balance,
                balance_words=words,
                handed_to=self._handed_to,
                reason=self._reason,
                needs_reason=balance in (Balance.MORE, Balance.LESS),
                closing="" if counts is not None else words,
                unreceipted=several("{n} khoản chưa có biên lai điện tử.", open_lines).format(
                    n=open_lines
                )
                if open_lines
                else "",
                last=shown_moment(last.act.closed_at) if last else "",
            )
        )


def _balance(total: int, expected: int, *, started: bool) -> tuple[Balance, str]:
    if not started and expected:
        return Balance.UNCOUNTED, tr("Đếm tiền trong ngăn kéo.")
    if total == expected:
        return Balance.EVEN, tr("Khớp với số phải có.")
    if total > expected:
        return Balance.MORE, tr("Thừa {amount}").format(amount=short_amount(total - expected))
    return Balance.LESS, tr("Thiếu {amount}").format(amount=short_amount(expected - total))


def _money(dong: int) -> str:
    """Return an amount that may be below zero: what was taken back counts, too."""
    return short_amount(dong) if dong >= 0 else f"−{short_amount(-dong)}"


def _cells(line: CashLine) -> tuple[Cell, ...]:
    gone = line.cancelled or line.amount < 0
    tone = Tone.TEXT_3 if gone else Tone.TEXT
    how = "" if line.method is PayMethod.CASH else tr(PAY_METHODS[line.method])
    receipt: Cell
    if line.receipt is not None:
        # The number stands alone on its line: that it is whole matters more than how high a row is.
        shown = [line.receipt.number, line.receipt.symbol, line.receipt.lookup_code]
        number, below = [*filter(None, shown), "", ""][:2]
        receipt = TextCell(number, tone, digits=True, below=below)
    elif gone:
        receipt = TextCell(line.reason, tone)
    else:
        receipt = IconCell("edit", tr("chưa có"), Tone.WARN)
    return (
        TextCell(f"{vietnam_time(line.at):%H:%M}", tone, digits=True),
        CodeCell(line.code, tone),
        TextCell(line.payer, tone),
        TextCell(line.what, tone, below=how),
        TextCell(_money(line.amount), tone, digits=True, right=True),
        receipt,
    )
