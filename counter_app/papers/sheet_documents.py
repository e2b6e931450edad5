"""A4 sheets as PDF files: the register, lists of dossiers, what goes with a dossier, the wall.

Same content, same bytes, as with `documents`. All raise TooLongError when one row is taller than a
page, SymbolError for a code that no symbol holds, and NoFormError when the set lacks the form.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from counter_app.domain.books.content import BookContent
from counter_app.domain.books.forms import book_form
from counter_app.domain.errors.paper import NoFormError
from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Marks
from counter_app.domain.printed.cash_sheet import CashSheetContent
from counter_app.domain.printed.day_closing import DayClosingContent
from counter_app.domain.printed.inspection import InspectionContent
from counter_app.domain.printed.sheets import (
    ControlSheetContent,
    HandOverContent,
    LedgerContent,
    PostingSheetContent,
    ReminderListContent,
)
from counter_app.domain.reports.paper import ReportPaper
from counter_app.papers.figures.sheet import figures_sheet
from counter_app.papers.fonts import FontChoice, registered
from counter_app.papers.posting.booklet import booklet
from counter_app.papers.sheets.a4_paper import A4Paper, Desk, Told
from counter_app.papers.sheets.book_sheet import book_sheet
from counter_app.papers.sheets.cash_sheet import cash_sheet
from counter_app.papers.sheets.control_sheet import control_sheet
from counter_app.papers.sheets.day_closing import day_closing
from counter_app.papers.sheets.hand_over import hand_over
from counter_app.papers.sheets.inspection import inspection
from counter_app.papers.sheets.ledger import ledger
from counter_app.papers.sheets.posting_sheet import posting_sheet
from counter_app.papers.sheets.reminder_list import reminder_list


def control_sheet_pdf(
    content: ControlSheetContent, marks: Marks, form_set: FormSet, fonts: FontChoice
) -> bytes:
    """Return the control sheet (Phiếu kiểm soát quá trình giải quyết hồ sơ)."""
    make = _Maker("control_sheet", marks, form_set, fonts)
    return make.pdf(lambda desk: control_sheet(content, desk))


def ledger_pdf(content: LedgerContent, marks: Marks, form_set: FormSet, fonts: FontChoice) -> bytes:
    """Return the register (Sổ theo dõi hồ sơ), landscape: any number of rows."""
    make = _Maker("ledger", marks, form_set, fonts)
    return make.pdf(lambda desk: ledger(content, desk))


def book_pdf(
    content: BookContent,
    marks: Marks,
    form_set: FormSet,
    fonts: FontChoice,
    told: Told = lambda _done, _all: None,
) -> bytes:
    """Return a book of the office (sổ), landscape: any number of lines.

    `told` hears how far it is: half is measuring, half drawing. What it raises stops the work.
    """
    if content.book == "register" and "ledger" not in form_set.sheets:
        raise NoFormError(letter="ledger", form_set=form_set.id)
    form = book_form(content.book, form_set.sheets.get("ledger"))
    desk = Desk(registered(fonts), form_set, marks, form)
    paper = book_sheet(content, desk, lambda done, whole: told(done, 2 * whole))
    return paper.pdf(told=lambda done, whole: told(whole + done, 2 * whole))


def hand_over_pdf(
    content: HandOverContent, marks: Marks, form_set: FormSet, fonts: FontChoice, copies: int = 2
) -> bytes:
    """Return a hand-over list (Phiếu bàn giao hồ sơ or kết quả), landscape, copy after copy."""
    make = _Maker(content.kind.value, marks, form_set, fonts)
    return make.pdf(lambda desk: hand_over(content, desk), copies)


def cash_sheet_pdf(
    content: CashSheetContent, marks: Marks, form_set: FormSet, fonts: FontChoice
) -> bytes:
    """Return the cash sheet of a shift or a day (Bảng kê tiền)."""
    make = _Maker("cash_sheet", marks, form_set, fonts)
    return make.pdf(lambda desk: cash_sheet(content, desk))


def posting_sheet_pdf(
    content: PostingSheetContent, marks: Marks, form_set: FormSet, fonts: FontChoice
) -> bytes:
    """Return the posting sheet (Niêm yết) of one procedure."""
    make = _Maker("posting_sheet", marks, form_set, fonts)
    return make.pdf(lambda desk: posting_sheet(content, desk))


def posting_booklet_pdf(
    contents: Sequence[PostingSheetContent],
    marks: Marks,
    form_set: FormSet,
    fonts: FontChoice,
    told: Told = lambda _done, _all: None,
) -> bytes:
    """Return the booklet of posting sheets (Tập niêm yết), its list of contents first.

    `told` hears how far it is: half is measuring, half drawing. What it raises stops the work.
    """
    if "posting_sheet" not in form_set.sheets:
        raise NoFormError(letter="posting_sheet", form_set=form_set.id)
    form = form_set.sheets["posting_sheet"]
    return booklet(contents, Desk(registered(fonts), form_set, marks, form), told)


def reminder_list_pdf(
    content: ReminderListContent, marks: Marks, form_set: FormSet, fonts: FontChoice
) -> bytes:
    """Return the list of reminders (Danh sách nhắc việc), landscape."""
    make = _Maker("reminder_list", marks, form_set, fonts)
    return make.pdf(lambda desk: reminder_list(content, desk))


def inspection_pdf(
    content: InspectionContent, marks: Marks, form_set: FormSet, fonts: FontChoice
) -> bytes:
    """Return the inspection of one dossier (Phiếu kiểm tra hồ sơ)."""
    make = _Maker("inspection", marks, form_set, fonts)
    return make.pdf(lambda desk: inspection(content, desk))


def report_pdf(content: ReportPaper, marks: Marks, form_set: FormSet, fonts: FontChoice) -> bytes:
    """Return a report (Biểu số liệu), landscape: any columns, any number of rows."""
    return figures_sheet(content, marks, form_set, registered(fonts)).pdf()


def day_closing_pdf(
    content: DayClosingContent, marks: Marks, form_set: FormSet, fonts: FontChoice
) -> bytes:
    """Return the minutes of a closed day (Biên bản chốt số liệu ngày)."""
    make = _Maker("day_closing", marks, form_set, fonts)
    return make.pdf(lambda desk: day_closing(content, desk))


class _Maker:
    """Finds the form of a sheet, lays the sheet out and draws it."""

    def __init__(self, name: str, marks: Marks, form_set: FormSet, fonts: FontChoice) -> None:
        if name not in form_set.sheets:
            raise NoFormError(letter=name, form_set=form_set.id)
        self._desk = Desk(registered(fonts), form_set, marks, form_set.sheets[name])

    def pdf(self, make: Callable[[Desk], A4Paper], copies: int = 1) -> bytes:
        """Return the file of `copies`."""
        return make(self._desk).pdf(copies)
