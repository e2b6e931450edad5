"""Make a book: follow the journal, read one moment of the store, lay out, as PDF or xlsx."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.books.content import BookContent, BookLine
from counter_app.domain.books.forms import ROWS, book_form
from counter_app.domain.books.numbers import twice
from counter_app.domain.dates import shown_date, shown_moment, vietnam_time
from counter_app.domain.errors.keeping.books import (
    BookAskError,
    BookNotWrittenError,
    BookStoppedError,
)
from counter_app.domain.form_sets import FormSet
from counter_app.domain.money import grouped
from counter_app.domain.officers.roles import Act
from counter_app.domain.problems import only_false
from counter_app.domain.reports.period import Period
from counter_app.domain.reports.sheet import Standing
from counter_app.durable import write_atomically
from counter_app.i18n import in_vietnamese
from counter_app.papers.fonts import FontChoice
from counter_app.papers.sheet_documents import book_pdf
from counter_app.papers.workbooks.workbook import Sheet, workbook
from counter_app.services.books.acts import HAND_OVERS, POST, REFUSALS, SUPPLEMENTS, act_lines
from counter_app.services.books.asked import BookAsk, Reading, ask_problems
from counter_app.services.books.fees import fee_lines
from counter_app.services.books.others import certification_lines, late_book
from counter_app.services.books.register import register_lines, unnumbered
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.inspecting.exporting import record_exported
from counter_app.services.officers.permits import may, require
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import office_header, sheet_marks, todays_forms
from counter_app.services.reports.form_changes import form_changes
from counter_app.services.reports.making import follow
from counter_app.services.reports.standing import standing_of
from counter_app.wording.office_acts import BOOKS

NEEDED = (Act.SEE_DOSSIERS,)
"""What who looks at a book must be allowed; printing and writing need more."""

_MAKERS: dict[str, Callable[[Reading], tuple[BookLine, ...]]] = {
    "register": register_lines,
    "fees": fee_lines,
    "supplements": lambda reading: act_lines(reading, SUPPLEMENTS),
    "refusals": lambda reading: act_lines(reading, REFUSALS),
    "late": late_book,
    "post": lambda reading: act_lines(reading, POST),
    "hand_overs": lambda reading: act_lines(reading, HAND_OVERS),
    "certifications": certification_lines,
}


@dataclass(slots=True)
class Work:
    """A long work under way: `told` hears how far it is, `stopping` says whether to leave it."""

    told: Callable[[int, int], None] = lambda _done, _all: None
    stopping: Callable[[], bool] = lambda: False

    def step(self, done: int, whole: int) -> None:
        """Tell, and raise BookStoppedError when it was left."""
        if self.stopping():
            raise BookStoppedError
        self.told(done, whole)


@dataclass(frozen=True, slots=True)
class Book:
    """A book that was read. `unnumbered` dossiers wait for a number; `waiting` own entries."""

    ask: BookAsk
    content: BookContent
    stand: Standing
    unnumbered: int = 0

    @property
    def is_empty(self) -> bool:
        """Tell whether it has no line."""
        return not self.content.lines


def may_make(workplace: Workplace, session: Session) -> bool:
    """Tell whether the session's officer may look at books."""
    return all(may(workplace, session, act) for act in NEEDED)


def read_book(workplace: Workplace, session: Session, ask: BookAsk, work: Work) -> Book:
    """Return a book as the store stands now.

    Raises NotPermittedError, BookAskError for a question that has no answer, BookStoppedError when
    it was left, and what the store raises.
    """
    for act in NEEDED:
        require(workplace, session, act)
    if wrong := only_false(ask_problems(workplace, ask)):
        raise BookAskError(wrong)
    if not follow(workplace, stopping=work.stopping):
        raise BookStoppedError
    with workplace.store.reading() as tx, in_vietnamese():
        now = workplace.clock.now().at
        stand = standing_of(workplace, tx, Period(ask.begins, ask.ends), now)
        reading = Reading(workplace, tx, ask, now, stand.position)
        work.step(0, 1)
        lines = _MAKERS[ask.book](reading)
        waiting = unnumbered(reading) if ask.book == "register" else 0
        content = BookContent(
            header=office_header(workplace),
            book=ask.book,
            name=BOOKS[ask.book],
            year=ask.year,
            quyen=ask.quyen,
            first_day=ask.begins,
            last_day=ask.ends,
            lines=lines,
            standing=standing_line(stand),
            remarks=(
                *_remarks(lines, waiting, ask.book),
                *form_changes(workplace.reference, Period(ask.begins, ask.ends)),
            ),
        )
    return Book(ask, content, stand, waiting)


def book_document(
    workplace: Workplace, content: BookContent, fonts: FontChoice, work: Work
) -> Document:
    """Return a book as a paper. Raises what the papers raise, and BookStoppedError."""
    forms = todays_forms(workplace)
    pdf = book_pdf(content, sheet_marks(workplace), forms, fonts, work.step)
    return Document("ledger" if content.book == "register" else "book", forms.id, pdf, copies=1)


def book_workbook(workplace: Workplace, content: BookContent, work: Work) -> bytes:
    """Return a book as an xlsx file, with the same columns and lines."""
    columns = _columns(content, todays_forms(workplace))
    rows: list[tuple[str | int, ...]] = []
    for place, line in enumerate(content.lines):
        if place % 500 == 0:
            work.step(place, len(content.lines))
        rows.append(_row(line, columns))
    rows.append(())
    rows += [(words,) for words in (*content.remarks, content.standing) if words]
    title = f"{book_name(content)}, {days_words(content)}"
    heads = [(head, wide) for _, head, wide in columns]
    practice = workplace.enrolment.practice
    return workbook(Sheet(content.name[:31], title, heads, rows, practice))


def write_file(path: Path, data: bytes) -> None:
    """Write a book to a file. Raises BookNotWrittenError, and leaves no half file."""
    try:
        write_atomically(path, data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BookNotWrittenError(name=path.name, reason=reason) from error


def record_book(workplace: Workplace, session: Session, content: BookContent, kind: str) -> None:
    """Record that a book leaves the program: on paper ("pdf"), or as a file."""
    what = f"{book_name(content)}, {days_words(content)}"
    record_exported(workplace, session, what, len(content.lines), kind)


def book_name(content: BookContent) -> str:
    """Return "Sổ theo dõi hồ sơ 2026, quyển 12"."""
    quyen = f", quyển {content.quyen}" if content.quyen else ""
    return f"{content.name} {content.year}{quyen}"


def days_words(content: BookContent) -> str:
    """Return "01/01/2026 – 31/12/2026"."""
    return f"{shown_date(content.first_day)} – {shown_date(content.last_day)}"


def standing_line(stand: Standing) -> str:
    """Return what every book says of itself: when, up to where, who wasn't heard, what is gone."""
    made = shown_moment(vietnam_time(stand.at))
    data_to = shown_moment(vietnam_time(stand.data_to)) if stand.data_to else "chưa có"
    silent = ", ".join(
        f"{each.number} (đến {shown_date(vietnam_time(each.heard).date())})"
        if each.heard
        else f"{each.number} (chưa có gì)"
        for each in stand.unsent
    )
    waiting = f" Quầy này còn {grouped(stand.waiting)} việc chờ gửi." if stand.waiting else ""
    purged = f"{grouped(stand.purged)} hồ sơ" if stand.purged else "không có"
    return (
        f"Kết xuất từ Hệ thống lúc {made}; dữ liệu đến {data_to}; vị trí nhật ký "
        f"{grouped(stand.position)}. Quầy chưa gửi: {silent or 'không có'}.{waiting} "
        f"Đã xóa nội dung theo thời hạn lưu: {purged}."
    )


def _remarks(lines: tuple[BookLine, ...], waiting: int, book: str) -> tuple[str, ...]:
    said = []
    if erased := sum(line.erased for line in lines):
        said.append(
            f"{grouped(erased)} dòng đã xóa nội dung theo thời hạn lưu: số, mã, thủ tục và ngày "
            "vẫn giữ, họ tên không còn."
        )
    if waiting:
        said.append(f"{grouped(waiting)} hồ sơ mang mã tạm sẽ vào sổ khi có số.")
    if book != "certifications" and (again := twice(lines)):
        numbers = ", ".join(f"{number:04d}" for number in again)
        said.append(f"Số đứng ở hai dòng: {numbers}; dòng sau mang thêm chữ “a”.")
    return tuple(said)


def _columns(content: BookContent, forms: FormSet) -> list[tuple[str, str, int]]:
    table = book_form(content.book, forms.sheets.get("ledger")).tables[ROWS]
    found = [
        (column.key, column.head.replace("\n", " "), max(8, (column.width or 450) // 16))
        for column in table.columns
    ]
    return [*found, ("void", "Hủy, lý do", 40)]


def _row(line: BookLine, columns: list[tuple[str, str, int]]) -> tuple[str | int, ...]:
    cells = {**line.cells, "serial": line.shown_number, "void": line.void_reason}
    return tuple(_value(key, cells.get(key, "")) for key, _, _ in columns)


def _value(key: str, text: str) -> str | int:
    if key == "amount" and text:
        digits = text.replace(".", "")
        return -int(digits[1:]) if digits.startswith("–") else int(digits)
    return text.replace("\n", " ")
