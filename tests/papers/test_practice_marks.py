"""Every kind of paper that practice makes says so: no maker of the papers room is left out."""

from __future__ import annotations

import inspect
import io
import zipfile
from collections.abc import Callable
from datetime import date
from functools import partial
from types import ModuleType

import pytest

from counter_app.domain.books.content import BookContent
from counter_app.domain.forms import Marks
from counter_app.domain.printed.letter import LetterContent
from counter_app.domain.printed.letter_samples import HEADER, sample_content
from counter_app.domain.reports.overview_paper import OverviewPaper
from counter_app.domain.reports.paper import ReportPaper
from counter_app.papers import documents, sheet_documents
from counter_app.papers.declarations import documents as declarations
from counter_app.papers.figures import overview as figures
from counter_app.papers.fonts import choose_fonts, registered
from counter_app.papers.trial import receipts, sheets
from counter_app.papers.workbooks import figures_book, workbook
from counter_app.papers.workbooks.practice import WORDS
from counter_app.services.visitor.declarations import shipped_declarations
from tests.papers import samples
from tests.papers.figures import made, overview_made
from tests.papers.reading import texts

FONTS = choose_fonts()
SET = samples.form_set()
REPORT = ReportPaper(samples.HEADER, made.PLAIN, "")
BOOK = BookContent(
    HEADER, "register", "Sổ theo dõi hồ sơ", 2026, "12", date(2026, 1, 1), date(2026, 1, 31)
)

ONE: dict[Callable[..., bytes], object] = {
    documents.receipt_pdf: receipts.RECEIPT,
    documents.visit_receipt_pdf: (receipts.RECEIPT, receipts.RECEIPT),
    documents.result_slip_pdf: receipts.RESULT_SLIP,
    documents.letter_pdf: sample_content("supplement"),
    sheet_documents.control_sheet_pdf: sheets.CONTROL,
    sheet_documents.ledger_pdf: sheets.LEDGER,
    sheet_documents.book_pdf: BOOK,
    sheet_documents.hand_over_pdf: sheets.HAND_OVER,
    sheet_documents.cash_sheet_pdf: sheets.CASH,
    sheet_documents.posting_sheet_pdf: sheets.POSTING,
    sheet_documents.posting_booklet_pdf: (sheets.POSTING,),
    sheet_documents.reminder_list_pdf: sheets.REMINDERS,
    sheet_documents.inspection_pdf: sheets.INSPECTION,
    sheet_documents.report_pdf: REPORT,
    sheet_documents.day_closing_pdf: sheets.DAY,
}
"""Makers of one paper, each with a content."""

MANY: dict[Callable[..., bytes], object] = {
    documents.receipts_pdf: receipts.PROVISIONAL,
    documents.letters_pdf: sample_content("refusal"),
}
"""Makers of several papers at once: the marks stand beside each content."""


def declaration(marks: Marks) -> bytes:
    """Return a declaration that nobody has filled in."""
    shipped = shipped_declarations()[0]
    content = LetterContent(shipped.name, samples.HEADER, marks.printed_at)
    return declarations.declaration_pdf(content, shipped.form, marks, SET, FONTS)


def overview(marks: Marks) -> bytes:
    """Return the page of pictures."""
    page = overview_made.overview(empty=True)
    content = OverviewPaper(made.paper(page.sheet), page.pictures)
    return figures.overview_pdf(content, marks, SET, registered(FONTS))


def one(make: Callable[..., bytes], content: object, marks: Marks) -> bytes:
    """Return one paper."""
    return make(content, marks, SET, FONTS)


def many(make: Callable[..., bytes], content: object, marks: Marks) -> bytes:
    """Return a file of several papers that has one in it."""
    return make([(content, marks)], SET, FONTS)


PAPERS: dict[Callable[..., bytes], Callable[[Marks], bytes]] = {
    **{make: partial(one, make, content) for make, content in ONE.items()},
    **{make: partial(many, make, content) for make, content in MANY.items()},
    declarations.declaration_pdf: declaration,
    figures.overview_pdf: overview,
}
"""Every maker of a paper → the paper with some marks."""


@pytest.mark.parametrize("make", PAPERS, ids=lambda make: make.__name__)
def test_a_paper_of_practice_says_it_and_no_other_does(make: Callable[..., bytes]) -> None:
    practised = texts(PAPERS[make](samples.PRACTISED))
    assert practised
    assert all(WORDS in " ".join(page.split()) for page in practised)
    assert not any("TẬP HUẤN" in page for page in texts(PAPERS[make](samples.MARKS)))


@pytest.mark.parametrize("room", [documents, sheet_documents, declarations, figures])
def test_no_maker_is_left_out(room: ModuleType) -> None:
    makers = {
        each
        for name, each in inspect.getmembers(room, inspect.isfunction)
        if name.endswith("_pdf") and not name.startswith("_") and each.__module__ == room.__name__
    }
    assert makers
    assert makers <= set(PAPERS)


def test_workbooks_say_the_words_of_the_papers() -> None:
    assert {each.practice_across for each in samples.form_sets()} == {WORDS}


@pytest.mark.parametrize("practice", [True, False])
def test_a_workbook_says_it(practice: bool) -> None:
    plain = workbook.Sheet("Nhật ký", "Nhật ký", (("Giờ", 10),), (("09:00",),), practice)
    for data in (
        workbook.workbook(plain),
        figures_book.figures_workbook(REPORT, practice=practice),
    ):
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            said = file.read("xl/sharedStrings.xml").decode()
            pages = [
                file.read(name).decode()
                for name in file.namelist()
                if name.startswith("xl/worksheets/sheet")
            ]
        assert (WORDS in said) is practice
        assert all((WORDS in page) is practice for page in pages)
