"""Khóa sổ: a book of a year that is over becomes a file, and only that file is printed any more.

What changes afterwards never goes into it: it stands on a page of its own, "đính chính sau khi
khóa sổ", with what the closed book says beside what is so now.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import BookClosed
from counter_app.domain.books.content import BookContent, BookLine
from counter_app.domain.books.forms import CORRECTIONS, ROWS, book_form
from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.domain.errors.keeping.books import BookAskError
from counter_app.domain.money import grouped
from counter_app.domain.problems import Problem, doubt, false, only_false
from counter_app.papers.fonts import FontChoice
from counter_app.papers.pdfium.preview import page_count
from counter_app.services.books.asked import BookAsk, ask_problems
from counter_app.services.books.making import Book, Work, book_document, read_book
from counter_app.services.books.register import moment_words
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.keeping.kept_books import KeptBooks
from counter_app.services.keeping.lost_books import book_words
from counter_app.services.officers.permits import require_kind, writable
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import todays_forms
from counter_app.wording.office_acts import BOOKS

_UNSHOWN = ("serial", "signed")


@dataclass(frozen=True, slots=True)
class Closed:
    """A book that was closed: when, by whom, at which counter, and what the entry says."""

    at: datetime
    officer: str
    counter: str
    said: BookClosed

    @property
    def name(self) -> str:
        """Return the book's name with its year and quyển."""
        return book_words(self.said)


def may_close(workplace: Workplace, session: Session) -> bool:
    """Tell whether the session's officer may close books."""
    return bool(writable(workplace, session, (Kind.BOOK_CLOSED,)))


def closed_book(workplace: Workplace, ask: BookAsk) -> Closed | None:
    """Return the closing of a book; None while it is open. The first one counts."""
    with workplace.store.reading() as tx:
        acts = tx.day_acts.between(
            ask.begins.replace(month=1, day=1),
            vietnam_time(workplace.clock.now().at).date().replace(month=12, day=31),
            (Kind.BOOK_CLOSED,),
        )
    for act in acts:
        said = act.body
        if isinstance(said, BookClosed) and (said.book, said.year, said.quyen) == (
            ask.book,
            ask.year,
            ask.quyen,
        ):
            found = workplace.reference.officers.with_id(act.entry.officer)
            name = found.name if found else act.entry.officer
            return Closed(vietnam_time(act.entry.occurred_at), name, act.entry.counter, said)
    return None


def closing_problems(workplace: Workplace, ask: BookAsk) -> tuple[Problem, ...]:
    """Return what stands against closing, before anything is read: each said clearly."""
    found = list(only_false(ask_problems(workplace, ask)))
    if found:
        return tuple(found)
    today = vietnam_time(workplace.clock.now().at).date()
    if not ask.is_whole:
        found.append(false("book_not_whole", "/first"))
    if today.year <= ask.year:
        found.append(false("book_year_open", "/year", year=ask.year))
    if ask.quyen and ask.quyen != workplace.enrolment.counter:
        found.append(false("book_elsewhere", "/quyen", counter=ask.quyen))
    if (before := closed_book(workplace, ask)) is not None:
        found.append(false("book_closed_already", "/book", day=shown_date(before.at.date())))
    return tuple(found)


def closing_doubts(book: Book) -> tuple[Problem, ...]:
    """Return what a supervisor must have seen before a book is closed all the same."""
    found = []
    if book.is_empty:
        found.append(doubt("book_empty"))
    silent = [each.number for each in book.stand.unsent]
    if silent and not book.ask.quyen:
        found.append(doubt("book_counters_silent", "", counters=", ".join(silent)))
    if book.stand.waiting:
        found.append(doubt("book_unsent", "", count=grouped(book.stand.waiting)))
    if book.unnumbered:
        found.append(doubt("book_unnumbered", "", count=grouped(book.unnumbered)))
    return tuple(found)


def close_book(
    workplace: Workplace,
    session: Session,
    ask: BookAsk,
    kept: KeptBooks,
    fonts: FontChoice,
    work: Work,
    *,
    confirmed: bool = False,
) -> Closed:
    """Close a book: render it, keep it, record it. The file is on the disk before the entry.

    `confirmed`: the doubts were seen. Raises NotPermittedError, BookAskError with what stands
    against it, BookNotWrittenError, BookStoppedError, and what papers and store raise.
    """
    require_kind(workplace, session, Kind.BOOK_CLOSED)
    if wrong := closing_problems(workplace, ask):
        raise BookAskError(wrong)
    book = read_book(workplace, session, ask, work)
    if not confirmed and (doubts := closing_doubts(book)):
        raise BookAskError(doubts)
    lines = book.content.lines
    content = dataclasses.replace(
        book.content,
        closed_on=vietnam_time(workplace.clock.now().at).date(),
        totals=_totals(book),
    )
    pdf = book_document(workplace, content, fonts, work).pdf
    body = BookClosed(
        book=ask.book,
        year=ask.year,
        rows=len(lines),
        pages=page_count(pdf),
        position=book.stand.position,
        sha256="",
        quyen=ask.quyen,
        first=lines[0].number if lines else 0,
        last=max((line.number for line in lines), default=0),
        void=content.void,
    )
    body = dataclasses.replace(body, sha256=kept.put(pdf, lines, content.name))
    with workplace.store.writing() as tx:
        moment = workplace.moment(tx)
        tx.journal.append(
            Kind.BOOK_CLOSED,
            body,
            uid=workplace.new_id(),
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
    return Closed(vietnam_time(moment.at), session.officer.name, workplace.enrolment.counter, body)


def closed_document(workplace: Workplace, kept: KeptBooks, closed: Closed) -> Document:
    """Return the kept paper of a closed book, the same bytes each time. Raises BookLostError."""
    pdf = kept.pdf(closed.said.sha256, closed.name)
    form = "ledger" if closed.said.book == "register" else "book"
    return Document(form, todays_forms(workplace).id, pdf, copies=1)


def corrections(
    workplace: Workplace, session: Session, kept: KeptBooks, closed: Closed, work: Work
) -> BookContent | None:
    """Return what changed since a book was closed, a line each; None when nothing did.

    Erasing is no correction: a line whose names went after their time isn't among them. Raises
    what `read_book` raises, and BookLostError.
    """
    said = closed.said
    before = {line.key: line for line in kept.lines(said.sha256, closed.name)}
    now = read_book(workplace, session, BookAsk(said.book, said.year, said.quyen), work)
    there = {line.key: line for line in now.content.lines}
    with workplace.store.reading() as tx:
        uids = [line.dossier for line in there.values() if line.dossier]
        touched = tx.book_acts.newest(uids, said.position)
    heads = _heads(workplace, said.book)
    rows: list[BookLine] = []

    def add(line: BookLine, what: str, was: str, is_now: str) -> None:
        at = touched.get(line.dossier)
        cells = {
            "line": line.shown_number,
            "code": line.cells.get("code", ""),
            "what": what,
            "before": was or "–",
            "now": is_now or "–",
            "at": moment_words(at),
        }
        rows.append(BookLine(f"{line.key}/{what}", len(rows) + 1, cells))

    for key, line in there.items():
        old = before.get(key)
        if old is None:
            add(line, "Thêm dòng", "", line.void_reason or line.cells.get("applicant", ""))
            continue
        if line.void_reason != old.void_reason:
            add(line, "Hủy dòng", old.void_reason, line.void_reason)
        if line.erased or old.erased:
            continue
        for field, head in heads.items():
            was, is_now = (each.cells.get(field, "") for each in (old, line))
            if was != is_now:
                add(line, head, was.replace("\n", " "), is_now.replace("\n", " "))
    for key, line in before.items():
        if key not in there:
            add(line, "Dòng không còn", line.void_reason or line.cells.get("applicant", ""), "")
    if not rows:
        return None
    day = shown_date(closed.at.date())
    return dataclasses.replace(
        now.content,
        book=CORRECTIONS,
        name=f"Đính chính {BOOKS[said.book]}",
        lines=tuple(rows),
        remarks=(
            (
                f"{BOOKS[said.book]} năm {said.year} khóa ngày {day} ở vị trí nhật ký "
                f"{grouped(said.position)}. Sổ đã khóa giữ nguyên (SHA-256 {said.sha256[:16]}…)."
            ),
        ),
    )


def _heads(workplace: Workplace, book: str) -> dict[str, str]:
    columns = book_form(book, todays_forms(workplace).sheets.get("ledger")).tables[ROWS].columns
    return {
        column.key: column.head.replace("\n", " ")
        for column in columns
        if column.key not in _UNSHOWN
    }


def _totals(book: Book) -> tuple[str, ...]:
    content, stand = book.content, book.stand
    said = [
        f"{content.name} năm {content.year}"
        + (f", quyển {content.quyen}" if content.quyen else ", sổ chung của bộ phận")
        + f", đọc ở vị trí nhật ký {grouped(stand.position)}."
    ]
    if content.book == "fees":
        amounts = [_amount(line) for line in content.lines if not line.void_reason]
        taken = sum(each for each in amounts if each > 0)
        back = -sum(each for each in amounts if each < 0)
        said.append(
            f"Đã thu {grouped(taken)} đồng; bút toán đảo {grouped(back)} đồng; "
            f"còn {grouped(taken - back)} đồng."
        )
    return tuple(said)


def _amount(line: BookLine) -> int:
    digits = line.cells.get("amount", "").replace(".", "")
    return -int(digits[1:]) if digits.startswith("–") else int(digits or "0")
