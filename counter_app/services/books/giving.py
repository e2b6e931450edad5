"""A book as an officer gets it: from the kept file once it is closed, else as the store stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.books.content import BookContent
from counter_app.domain.dates import shown_date
from counter_app.domain.officers.roles import Act
from counter_app.papers.fonts import FontChoice
from counter_app.services.books.asked import BookAsk
from counter_app.services.books.closing import Closed, closed_book, closed_document
from counter_app.services.books.making import (
    NEEDED,
    Work,
    book_document,
    book_name,
    book_workbook,
    read_book,
    record_book,
    write_file,
)
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.keeping.kept_books import KeptBooks
from counter_app.services.officers.permits import may, require
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import office_header
from counter_app.wording.office_acts import BOOKS


@dataclass(frozen=True, slots=True)
class Given:
    """A book to be looked at, or written. `closed`: it is the kept one, whatever was asked of it.

    `document` is set for a paper, `workbook` for an xlsx; `content` is what `record_book` needs.
    """

    content: BookContent
    closed: Closed | None = None
    document: Document | None = None
    workbook: bytes = b""

    @property
    def name(self) -> str:
        """Return the book's name with its year and quyển."""
        return book_name(self.content)


def give_paper(
    workplace: Workplace,
    session: Session,
    ask: BookAsk,
    kept: KeptBooks,
    fonts: FontChoice,
    work: Work,
) -> Given:
    """Return a book as a paper. Raises what `read_book` and the papers raise, and BookLostError."""
    content, closed = _content(workplace, session, ask, kept, work)
    if closed is not None:
        document = closed_document(workplace, kept, closed)
    else:
        document = book_document(workplace, content, fonts, work)
    return Given(content, closed, document)


def give_workbook(
    workplace: Workplace, session: Session, ask: BookAsk, kept: KeptBooks, work: Work
) -> Given:
    """Return a book as an xlsx file. Raises what `read_book` raises, and BookLostError."""
    content, closed = _content(workplace, session, ask, kept, work)
    return Given(content, closed, workbook=book_workbook(workplace, content, work))


def write_book(workplace: Workplace, session: Session, given: Given, path: Path) -> None:
    """Write a book to a file, and record that it left. NotPermittedError, BookNotWrittenError."""
    require(workplace, session, Act.EXPORT)
    is_paper = given.document is not None
    write_file(path, given.document.pdf if given.document else given.workbook)
    record_book(workplace, session, given.content, "pdf" if is_paper else "xlsx")


def record_printed(workplace: Workplace, session: Session, given: Given) -> None:
    """Record that a book goes to the printer. Raises NotPermittedError."""
    require(workplace, session, Act.PRINT)
    record_book(workplace, session, given.content, "pdf")


def may_write(workplace: Workplace, session: Session) -> bool:
    """Tell whether the session's officer may write books to files."""
    return may(workplace, session, Act.EXPORT)


def _content(
    workplace: Workplace, session: Session, ask: BookAsk, kept: KeptBooks, work: Work
) -> tuple[BookContent, Closed | None]:
    for act in NEEDED:
        require(workplace, session, act)
    closed = closed_book(workplace, ask)
    if closed is None:
        return read_book(workplace, session, ask, work).content, None
    said, whole = closed.said, BookAsk(ask.book, ask.year, ask.quyen)
    content = BookContent(
        header=office_header(workplace),
        book=said.book,
        name=BOOKS[said.book],
        year=said.year,
        quyen=said.quyen,
        first_day=whole.begins,
        last_day=whole.ends,
        lines=kept.lines(said.sha256, closed.name),
        standing=(
            f"Sổ đã khóa ngày {shown_date(closed.at.date())} ở vị trí nhật ký {said.position}; "
            f"SHA-256 của bản đã khóa: {said.sha256}."
        ),
    )
    return content, closed
