"""What a book (sổ) says: its lines, void ones with their reason, and what it knows of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from counter_app.domain.forms import Header


@dataclass(frozen=True, slots=True)
class BookLine:
    """One line. `cells` are texts by the keys of the book's columns, as they are printed.

    `key` names the line for ever: the uid of its dossier or of its act. `number` is its place in
    the book; `again` 1 for a second line that bears a number of another one ("0012a"). With a
    `void_reason` it is struck, and stays legible. `erased`: its names went after their time.
    """

    key: str
    number: int
    cells: dict[str, str] = field(default_factory=dict)
    void_reason: str = ""
    erased: bool = False
    again: int = 0
    dossier: str = ""

    @property
    def shown_number(self) -> str:
        """Return the number as it is printed."""
        return f"{self.number:04d}{'a' * self.again}"


@dataclass(frozen=True, slots=True)
class BookContent:
    """A book of one year, or a span of its lines. `book` is its stable key.

    `quyen` is whose book it is: a counter's number, "" for the office's. `standing` says up to
    where the journal was read and who wasn't heard, `remarks` what else a reader must know;
    `totals` stand on the closing page when `closed_on` names the day of closing.
    """

    header: Header
    book: str
    name: str
    year: int
    quyen: str
    first_day: date
    last_day: date
    lines: tuple[BookLine, ...] = ()
    standing: str = ""
    remarks: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    closed_on: date | None = None
    first_page: int = 1

    @property
    def void(self) -> int:
        """How many lines are void."""
        return sum(bool(line.void_reason) for line in self.lines)

    @property
    def erased(self) -> int:
        """How many lines lost their names after the time of keeping."""
        return sum(line.erased for line in self.lines)
