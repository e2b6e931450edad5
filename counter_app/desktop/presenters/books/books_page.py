"""Decides on the page of books: reads the question, makes the book, shows, writes, closes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.books.books_state import BooksState, BooksView, Typed
from counter_app.desktop.presenters.printed_notice import printed_notice
from counter_app.desktop.printing.outcome import PrintOutcome
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.cells import Cell, Column, TextCell
from counter_app.domain.books.content import BookContent
from counter_app.domain.dates import parse_date, shown_date
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.books import BookAskError, BookStoppedError
from counter_app.domain.money import grouped
from counter_app.domain.problems import Problem
from counter_app.i18n import tr
from counter_app.services.books.asked import OF_A_COUNTER, BookAsk
from counter_app.services.books.closing import (
    Closed,
    close_book,
    closed_book,
    corrections,
    may_close,
)
from counter_app.services.books.giving import (
    Given,
    give_paper,
    give_workbook,
    may_write,
    record_printed,
    write_book,
)
from counter_app.services.books.making import Work, book_document
from counter_app.services.keeping.kept_books import KeptBooks
from counter_app.wording.office_acts import BOOKS
from counter_app.wording.sentences import problem_words, sentence

_KEYS = tuple(BOOKS)
Result = TypeVar("Result")


def columns() -> tuple[Column, ...]:
    """Return the columns of the list of books."""
    return (Column(tr("Sổ"), 0), Column(tr("Lập theo"), 150))


class BooksPresenter:
    """One work at a time. `progress` is read by the page while it goes on, from another thread."""

    def __init__(self, desk: Desk, view: BooksView, kept: KeptBooks) -> None:
        self._desk, self._view, self._kept = desk, view, kept
        place = desk.workplace
        self._typed = Typed(str(desk.today().year), place.enrolment.counter)
        self._current = 0
        self._said = self._problem = ""
        self._closed: Closed | None = None
        self._asked = 0  # numbers the questions about the closing: late answers are dropped
        self._stopping = False
        self._busy = False
        self._file: Callable[[Path], None] | None = None
        self.progress = (0, 0)

    def arrive(self) -> None:
        """Show the page as it was left, and what is known of the closing now."""
        self._view.put(self._typed)
        self._look()
        self._present()

    def choose(self, row: int) -> None:
        """Choose a book."""
        if self._busy or not 0 <= row < len(_KEYS) or row == self._current:
            return
        self._current = row
        self._said = self._problem = ""
        self._look()
        self._present()

    def type(self, typed: Typed) -> None:
        """Take what stands in the lines."""
        self._typed = typed
        self._problem = self._said = ""
        self._look()
        self._present()

    def show(self) -> bool:
        """Make the book and look at it; Enter prints it there."""
        ask = self._ask()
        if ask is None or self._busy:
            return False
        desk, work = self._desk, self._begin(tr("Đang lập sổ…"))

        def made(given: Given) -> None:
            assert given.document is not None
            desk.preview(given.document, given.name, lambda _: self._print(given))

        self._run(
            lambda: give_paper(desk.workplace, desk.session, ask, self._kept, desk.fonts, work),
            made,
        )
        return True

    def write(self, kind: str) -> bool:
        """Ask where a file of `kind` ("pdf", "xlsx") goes; False where that isn't allowed."""
        ask = self._ask()
        if ask is None or self._busy or not may_write(self._desk.workplace, self._desk.session):
            return False

        def chosen(path: Path) -> None:
            right = path if path.suffix == f".{kind}" else path.with_name(f"{path.name}.{kind}")
            self._write(ask, right, kind)

        self._file = chosen
        quyen = f"-{ask.quyen}" if ask.quyen else ""
        self._view.ask_file(Path(f"{ask.book}-{ask.year}{quyen}.{kind}".replace("_", "-")))
        return True

    def write_to(self, path: Path) -> None:
        """Write what was asked for to this file."""
        if self._file is not None and not self._busy:
            self._file(path)

    def close(self) -> bool:
        """Close the book: with doubts only after they were seen."""
        ask = self._ask()
        if ask is None or self._busy or not may_close(self._desk.workplace, self._desk.session):
            return False
        self._close(ask, confirmed=False)
        return True

    def close_now(self) -> None:
        """The supervisor has seen the doubts and closes the book."""
        if (ask := self._ask()) is not None and not self._busy:
            self._close(ask, confirmed=True)

    def correct(self) -> bool:
        """Look at what changed since the book was closed."""
        closed = self._closed
        if closed is None or self._busy:
            return False
        desk, work = self._desk, self._begin(tr("Đang so với sổ đã khóa…"))
        place, session = desk.workplace, desk.session

        def made(found: Given | None) -> None:
            if found is None or found.document is None:
                self._said = tr("Không có gì thay đổi sau khi khóa sổ.")
                self._present()
                return
            desk.preview(found.document, found.name, lambda _: self._print(found))

        def work_of() -> Given | None:
            content = corrections(place, session, self._kept, closed, work)
            if content is None:
                return None
            return Given(content, None, book_document(place, content, desk.fonts, work))

        self._run(work_of, made)
        return True

    def stop(self) -> bool:
        """Leave the work under way; False when there is none."""
        if not self._busy:
            return False
        self._stopping = True
        self._said = tr("Đang dừng…")
        self._present()
        return True

    @property
    def is_busy(self) -> bool:
        """Tell whether a book is being made."""
        return self._busy

    def _ask(self) -> BookAsk | None:
        """Return the question; None when what was typed is none, which is said."""
        found = self._read()
        if isinstance(found, str):
            self._problem = found
            self._present()
            return None
        return found

    def _read(self) -> BookAsk | str:
        typed, book = self._typed, _KEYS[self._current]
        if not (typed.year.strip().isdecimal() and len(typed.year.strip()) == 4):
            return tr("Ghi năm bằng bốn chữ số.")
        days: list[date | None] = []
        for text in (typed.first, typed.last):
            if not text.strip():
                days.append(None)
                continue
            found = parse_date(text, self._desk.today())
            if isinstance(found, Problem):
                return problem_words(found)
            days.append(found)
        return BookAsk(book, int(typed.year), typed.quyen.strip(), days[0], days[1])

    def _look(self) -> None:
        """Ask whether the chosen book is closed."""
        self._asked += 1
        number, ask = self._asked, self._read()
        self._closed = None
        if isinstance(ask, str):
            return

        def done(closed: Closed | None) -> None:
            if number == self._asked:
                self._closed = closed
                self._present()

        place = self._desk.workplace
        self._desk.jobs.run(lambda: closed_book(place, ask), done, lambda _: None)

    def _begin(self, words: str) -> Work:
        self._busy, self._stopping = True, False
        self._said, self._problem = words, ""
        self.progress = (0, 0)
        self._present()
        return Work(self._tell, lambda: self._stopping)

    def _tell(self, done: int, whole: int) -> None:
        self.progress = (done, whole)

    def _run(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        def ended(result: Result) -> None:
            self._busy, self._said = False, ""
            self._present()
            done(result)

        def failed(error: CounterError) -> None:
            self._busy, self._said = False, ""
            if isinstance(error, BookAskError):
                self._problem = " ".join(problem_words(each) for each in error.problems)
            elif isinstance(error, BookStoppedError):
                self._said = sentence(error)
            else:
                self._desk.notify(of_error(error))
            self._present()

        self._desk.jobs.run(work, ended, failed)

    def _print(self, given: Given) -> None:
        desk, paper = self._desk, given.document
        assert paper is not None

        def ended(outcome: PrintOutcome) -> None:
            desk.notify(printed_notice(outcome))

        def recorded(_: None) -> None:
            desk.nudge()
            desk.printing.print(paper, given.name, ended)

        desk.jobs.run(
            lambda: record_printed(desk.workplace, desk.session, given),
            recorded,
            lambda error: desk.notify(of_error(error)),
        )

    def _write(self, ask: BookAsk, path: Path, kind: str) -> None:
        desk, work = self._desk, self._begin(tr("Đang ghi tệp…"))
        place, session = desk.workplace, desk.session

        def written() -> BookContent:
            if kind == "pdf":
                given = give_paper(place, session, ask, self._kept, desk.fonts, work)
            else:
                given = give_workbook(place, session, ask, self._kept, work)
            write_book(place, session, given, path)
            return given.content

        def done(content: BookContent) -> None:
            said = tr("Đã ghi {rows} dòng.").format(rows=grouped(len(content.lines)))
            desk.notify(Notice(said, path.name, NoticeKind.OK, "book"))
            desk.nudge()

        self._run(written, done)

    def _close(self, ask: BookAsk, *, confirmed: bool) -> None:
        desk, work = self._desk, self._begin(tr("Đang khóa sổ…"))
        place, session, kept, fonts = desk.workplace, desk.session, self._kept, desk.fonts

        def work_of() -> Closed | tuple[str, ...]:
            try:
                return close_book(place, session, ask, kept, fonts, work, confirmed=confirmed)
            except BookAskError as error:
                if any(problem.is_false for problem in error.problems):
                    raise
                return tuple(problem_words(each) for each in error.problems)

        def done(found: Closed | tuple[str, ...]) -> None:
            if isinstance(found, tuple):
                title = tr("Khóa {book} năm {year}").format(book=tr(BOOKS[ask.book]), year=ask.year)
                words = tr("Sổ đã khóa không mở lại được. Trước khi khóa cần biết:")
                self._view.ask_close(title, words, found)
                return
            rows = grouped(found.said.rows)
            said = tr("Đã khóa sổ: {rows} dòng, {pages} trang.").format(
                rows=rows, pages=found.said.pages
            )
            desk.notify(Notice(said, found.name, NoticeKind.OK, "book"))
            desk.nudge()
            self._look()

        self._run(work_of, done)

    def _present(self) -> None:
        place, session = self._desk.workplace, self._desk.session
        closed, idle = self._closed, not self._busy
        if closed is not None:
            words = tr(
                "Đã khóa ngày {day}, {officer}: {rows} dòng, {pages} trang; in lại từ bản đã khóa."
            ).format(
                day=shown_date(closed.at.date()),
                officer=closed.officer,
                rows=grouped(closed.said.rows),
                pages=grouped(closed.said.pages),
            )
        else:
            words = ""
        hints = (Hint("Esc", tr("dừng")),) if self._busy else (Hint("Enter", tr("xem và in")),)
        self._view.present(
            BooksState(
                title=tr("Sổ"),
                rows=tuple(_row(key) for key in _KEYS),
                current=self._current,
                hints=hints,
                said=self._said,
                problem=self._problem,
                closed=words,
                busy=self._busy,
                can_write=idle and may_write(place, session),
                can_close=idle and closed is None and may_close(place, session),
                can_correct=idle and closed is not None,
            )
        )


def _row(key: str) -> tuple[Cell, ...]:
    whose = tr("quyển") if key in OF_A_COUNTER else tr("quyển, cả bộ phận")
    return (TextCell(tr(BOOKS[key])), TextCell(whose, Tone.TEXT_2))
